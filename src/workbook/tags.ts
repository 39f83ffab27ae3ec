/** What is kept of a text whose next tag has not come: longer than any text of a cell, in characters. */
const maxRest = 2 ** 20

/** A tag, its namespace left off, or a text in which `<` is no tag. */
const pattern = /<!\[CDATA\[[^]*?\]\]>|<(\/?)(?:[\w.-]+:)?(\w+)([^<>]*?)(\/?)>/g

/**
 * Walks through an XML text as it arrives, never the whole of it in memory, until `take` returns false. A tag is handed
 * over as `c` where it opens, `/c` where it closes and `c/` where it is empty, with its attributes and the text since
 * the tag before it, both as they are written.
 */
export async function walkTags(
  stream: ReadableStream<Uint8Array>,
  take: (tag: string, attributes: string, text: string) => boolean,
): Promise<void> {
  const reader = stream
    .pipeThrough(new TextDecoderStream() as unknown as TransformStream<Uint8Array, string>)
    .getReader()
  let xml = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      xml += value
      pattern.lastIndex = 0
      let end = 0
      for (let found = pattern.exec(xml); found !== null; found = pattern.exec(xml)) {
        const [, closes = '', name, attributes = '', empty = ''] = found
        if (name === undefined) continue
        if (!take(closes + name + empty, attributes, xml.slice(end, found.index))) return
        end = pattern.lastIndex
      }
      xml = xml.slice(end)
      if (xml.length > maxRest) throw new Error('A tag without an end.')
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

/** Reads the value of one attribute, as it is written. */
export function attribute(name: string): (attributes: string) => string | undefined {
  const pattern = new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)["']`)
  return (attributes) => pattern.exec(attributes)?.[1]
}

const marks: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const written = /<!\[CDATA\[([^]*?)\]\]>|&(?:#x([\da-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi

/**
 * The text that is meant, of one as it is written: marks by name or number, and `_x000D_` as spreadsheets write a
 * control character.
 */
export function plainText(text: string): string {
  const plain = /[<&]/.test(text)
    ? text.replace(written, (_, literal?: string, hex?: string, decimal?: string, name?: string) =>
        hex !== undefined
          ? String.fromCodePoint(parseInt(hex, 16))
          : decimal !== undefined
            ? String.fromCodePoint(Number(decimal))
            : (literal ?? marks[name!.toLowerCase()]!),
      )
    : text
  return plain.includes('_x')
    ? plain.replace(/_x([\da-f]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : plain
}

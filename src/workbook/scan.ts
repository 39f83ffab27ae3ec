/** A cell that the reader of values cannot tell from an ordinary one. Row and column are counted from 0. */
export interface OddCell {
  readonly kind: 'formula' | 'error'
  readonly row: number
  readonly column: number
}

/** What a first pass over a sheet finds, in little memory and before any value is read. */
export interface SheetScan {
  readonly odd: OddCell[]
  readonly oddTotal: number
  /** First filled cell outside the reach of any sheet of ours, such as `XFD1048576`. */
  readonly far: string | null
  /** More filled rows than any sheet of ours has. */
  readonly endless: boolean
}

export const maxRows = 100_000
export const maxColumns = 200
const maxOdd = 600

/** How many rows and columns a sheet may have. */
export interface Reach {
  readonly rows: number
  readonly columns: number
}
const sheetReach: Reach = { rows: maxRows, columns: maxColumns }

/** `A` is 0, `AA` is 26. */
export const columnOf = (letters: string): number => {
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

/** Walks through the tags of a sheet as they arrive; stops at the first filled cell out of reach. */
export async function scanSheet(stream: ReadableStream<Uint8Array>, reach: Reach = sheetReach): Promise<SheetScan> {
  const odd: OddCell[] = []
  let oddTotal = 0
  let row = -1
  let column = -1
  let filled = 0
  let rowIsFilled = false
  let text = ''
  const note = (kind: OddCell['kind']): void => {
    oddTotal++
    if (odd.length < maxOdd) odd.push({ kind, row, column })
  }
  const reader = stream
    .pipeThrough(new TextDecoderStream() as unknown as TransformStream<Uint8Array, string>)
    .getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return { odd, oddTotal, far: null, endless: false }
      text += value
      const tags = /<(?:\w+:)?(row|c|f)(\s[^<>]*?)?(\/?)>/g
      let end = 0
      for (let tag = tags.exec(text); tag !== null; tag = tags.exec(text)) {
        end = tags.lastIndex
        const [, name, attributes = '', closed] = tag
        if (name === 'row') {
          const at = /\sr=["'](\d+)["']/.exec(attributes)?.[1]
          row = at === undefined ? row + 1 : Number(at) - 1
          column = -1
          rowIsFilled = false
        } else if (name === 'c') {
          const ref = /\sr=["']([A-Z]+)(\d+)["']/.exec(attributes)
          column = ref === null ? column + 1 : columnOf(ref[1]!)
          if (ref !== null) row = Number(ref[2]) - 1
          if (closed === '' && (row >= reach.rows || column >= reach.columns))
            return { odd, oddTotal, far: ref?.slice(1).join('') ?? `R${row + 1}C${column + 1}`, endless: false }
          if (closed === '' && !rowIsFilled) {
            rowIsFilled = true
            filled++
            if (filled > reach.rows + 1) return { odd, oddTotal, far: null, endless: true }
          }
          if (/\st=["']e["']/.test(attributes)) note('error')
        } else note('formula')
      }
      const open = text.lastIndexOf('<')
      text = open >= end && open >= 0 ? text.slice(open, open + 10_000) : ''
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

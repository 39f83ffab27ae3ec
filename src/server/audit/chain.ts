import { genesis, readEntry, sha256, type Head } from './entry'

/** What can be wrong with a chain; the words are at `audit.faults.<code>`. */
export const faultCodes = [
  'not-a-line',
  'text-changed',
  'malformed',
  'out-of-turn',
  'unlinked',
  'head-missing',
  'head-differs',
] as const

/** The first entry that does not fit, by the number that it should have, and why. */
export interface Fault {
  readonly number: number
  readonly code: (typeof faultCodes)[number]
  readonly facts: Readonly<Record<string, number>>
}

/** An entry as it was kept: its text, and the hash beside it. */
export interface Kept {
  readonly text: string | Uint8Array
  readonly hash: string
}

/** What checking a chain came to; `head` is the last entry that fits. */
export interface Verification {
  readonly head: Head
  readonly fault: Fault | null
}

const asText = (text: Kept['text']): string => (typeof text === 'string' ? text : new TextDecoder().decode(text))

/** Checks that an entry is as it was written, and follows the one before. */
function faultOf({ text, hash }: Kept, before: Head): Fault | null {
  const number = before.number + 1
  const fault = (code: Fault['code'], facts: Fault['facts'] = {}): Fault => ({ number, code, facts })
  if (sha256(text) !== hash) return fault('text-changed')
  const entry = readEntry(asText(text))
  if (entry === null) return fault('malformed')
  if (entry.number !== number) return fault('out-of-turn', { found: entry.number })
  return entry.previous === before.hash ? null : fault('unlinked')
}

/**
 * Checks a chain from its first entry on, and that a head noted earlier is still in it. `null` among the entries is one
 * that cannot be read as an entry at all.
 */
export async function verifyChain(entries: AsyncIterable<Kept | null>, noted?: Head): Promise<Verification> {
  let head = genesis
  for await (const kept of entries) {
    const number = head.number + 1
    const fault: Fault | null = kept === null ? { number, code: 'not-a-line', facts: {} } : faultOf(kept, head)
    if (fault !== null) return { head, fault }
    head = { number, hash: kept!.hash }
    if (noted?.number === number && noted.hash !== head.hash)
      return { head, fault: { number, code: 'head-differs', facts: {} } }
  }
  const isShort = noted !== undefined && noted.number > head.number
  return { head, fault: isShort ? { number: noted.number, code: 'head-missing', facts: { last: head.number } } : null }
}

const ending = /^,"hash":"([0-9a-f]{64})"\}$/
const endingLength = ',"hash":"'.length + 64 + '"}'.length
const closing = new Uint8Array([0x7d])

/** A line of an exported file, byte by byte; null where it is not of that form. */
function readLine(line: Buffer): Kept | null {
  const found = ending.exec(line.subarray(-endingLength).toString('latin1'))
  if (found === null) return null
  return { text: Buffer.concat([line.subarray(0, -endingLength), closing]), hash: found[1]! }
}

/** The entries of an exported file. What follows the last line break is no entry. */
export async function* linesOf(file: AsyncIterable<Buffer>): AsyncGenerator<Kept | null> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of file) {
    const bytes = Buffer.concat([rest, chunk])
    let from = 0
    for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, from)) {
      yield readLine(bytes.subarray(from, end))
      from = end + 1
    }
    rest = bytes.subarray(from)
  }
  if (rest.length > 0) yield null
}

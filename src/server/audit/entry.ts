import { createHash } from 'node:crypto'
import { z } from '@hono/zod-openapi'

/** What is recorded (审计日志). The codes are permanent: entries written once are read for ever. */
export const actions = [
  'court.add',
  'court.change',
  'court.remove',
  'court.read',
  'court.export',
  'round.add',
  'round.change',
  'round.remove',
  'plan.save',
  'plan.keep',
  'run.start',
  'run.stop',
  'run.end',
  'import.commit',
  'wishes.confirm',
  'objection.file',
  'objection.settle',
  'swap.ask',
  'swap.answer',
  'swap.settle',
  'handover.confirm',
  'handover.reopen',
  'person.forget',
  'review.send',
  'review.recall',
  'review.answer',
  'retention.apply',
  'decision.export',
  'audit.read',
  'audit.export',
  'session.begin',
  'session.refuse',
  'session.end',
  'account.add',
  'account.change',
  'account.password',
  'account.remove',
] as const
export type Action = (typeof actions)[number]

/** What an entry is about, beside its court. */
export const subjects = ['court', 'round', 'plan', 'run', 'import', 'person', 'file', 'audit', 'account'] as const

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const values = z.record(z.string(), z.unknown())

/**
 * One row that was added (`before` is null), removed (`after` is null) or changed (both hold what differs alone). A null
 * key means the list as a whole, told by how many rows it has and by the SHA-256 of them as JSON.
 */
export const change = z.strictObject({
  list: z.string(),
  key: z.string().nullable(),
  before: values.nullable(),
  after: values.nullable(),
})
export type Change = z.infer<typeof change>

/** An entry of the log, its fields in the order in which they are written. Whoever reads it may know fewer actions. */
export const entry = z.strictObject({
  number: z.int().min(1),
  at: z.iso.datetime({ precision: 3 }),
  /** Who did it, with the name as it was then; null where nobody is signed in, and for the server itself. */
  actor: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  action: z.string().regex(/^[a-z]+\.[a-z]+$/),
  court: z.string().nullable(),
  subject: z.strictObject({ kind: z.string(), id: z.string().nullable(), name: z.string().nullable() }),
  /** Whose facts it touches, by id; `all` for everybody of the court. */
  people: z.union([z.array(z.string()), z.literal('all')]),
  changes: z.array(change),
  /** The reason that was given; null where none was. */
  why: z.string().nullable(),
  /** Hash of the entry before. */
  previous: hash,
})
export type Entry = z.infer<typeof entry>

/** What is to be recorded; the log itself adds number, time and hash. */
export interface Noted extends Pick<Entry, 'court' | 'people' | 'changes' | 'why'> {
  readonly action: Action
  readonly subject: { kind: (typeof subjects)[number]; id: string | null; name: string | null }
}

/** SHA-256 in hexadecimal. */
export const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex')

/** The newest entry of a chain. */
export interface Head {
  readonly number: number
  readonly hash: string
}
/** Before the first entry stands the hash of the format's name. */
export const genesis: Head = { number: 0, hash: sha256('frontline-audit/1') }

/** The one text of an entry: JSON without white space, fields in their order. This text is what is kept and hashed. */
export const textOf = (given: Entry): string => JSON.stringify(entry.parse(given))

/** The entry that a text holds; null where the text is not the one text of an entry. */
export function readEntry(text: string): Entry | null {
  try {
    const read = entry.safeParse(JSON.parse(text))
    return read.success && JSON.stringify(read.data) === text ? read.data : null
  } catch {
    return null
  }
}

/** An entry as a line of an exported file: its text with the hash put in as the last field. */
export const lineOf = (text: string, of: string): string => `${text.slice(0, -1)},"hash":"${of}"}\n`

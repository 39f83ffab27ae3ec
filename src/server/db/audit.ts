import { and, asc, desc, eq, gt, gte, isNull, lt, sql, type SQL } from 'drizzle-orm'
import type { Kept } from '../audit/chain'
import { genesis, sha256, textOf, type Head, type Noted } from '../audit/entry'
import type { User } from '../permit'
import type { Db } from './index'
import { audit } from './schema'

/** Any number will do, as long as every process of ours takes the same. */
const chainLock = 20_211_111
/** Entries that are read at once where the whole log is. */
const batch = 500

/** The newest entry: what a noted head is taken from. */
export async function headOf(db: Db): Promise<Head> {
  const [head] = await db
    .select({ number: audit.number, hash: audit.hash })
    .from(audit)
    .orderBy(desc(audit.number))
    .limit(1)
  return head ?? genesis
}

/** One process appends at a time, from here to the end of its transaction: the chain never forks. */
const lockChain = (tx: Db): Promise<unknown> => tx.execute(sql`select pg_advisory_xact_lock(${chainLock})`)

async function append(tx: Db, by: User, { action, court, subject, people, changes, why }: Noted): Promise<void> {
  const head = await headOf(tx)
  const number = head.number + 1
  const text = textOf({
    number,
    at: new Date().toISOString(),
    actor: by.id === null ? null : { id: by.id, name: by.name },
    action,
    court,
    subject,
    people,
    changes,
    why,
    previous: head.hash,
  })
  await tx.insert(audit).values({ number, entry: text, hash: sha256(text) })
}

/**
 * Records what this transaction does, so that neither is there without the other. Comes last in its transaction:
 * everybody else who changes anything waits from here on until it ends.
 */
export async function note(tx: Db, by: User, noted: Noted): Promise<void> {
  await lockChain(tx)
  await append(tx, by, noted)
}

const sameOrNull = (column: typeof audit.court | typeof audit.actor, value: string | null): SQL =>
  value === null ? isNull(column) : eq(column, value)

/** A look is recorded once for each user and court in so many milliseconds, so that the log stays readable. */
export const lookLasts = 3_600_000

/** Records that somebody looks at facts about people: of a court or, without one, in the log itself. */
export async function noteLook(db: Db, by: User, court: string | null): Promise<void> {
  const action = court === null ? 'audit.read' : 'court.read'
  const isNoted = async (on: Db): Promise<boolean> => {
    const since = new Date(Date.now() - lookLasts).toISOString()
    const found = await on
      .select({ number: audit.number })
      .from(audit)
      .where(
        and(
          sameOrNull(audit.court, court),
          eq(audit.action, action),
          gt(audit.at, since),
          sameOrNull(audit.actor, by.id),
        ),
      )
      .limit(1)
    return found.length > 0
  }
  if (await isNoted(db)) return
  await db.transaction(async (tx) => {
    await lockChain(tx)
    if (await isNoted(tx)) return
    const subject = { kind: court === null ? 'audit' : 'court', id: court, name: null } as const
    await append(tx, by, { action, court, subject, people: 'all', changes: [], why: null })
  })
}

/** Which entries: all that is left out does not count. Times are moments in UTC, `until` itself no longer within. */
export interface AuditFilter {
  readonly from?: string
  readonly until?: string
  /** Id of a user; the empty text asks for what nobody signed in did, and the server itself. */
  readonly actor?: string
  readonly action?: string
  readonly court?: string
  readonly subjectKind?: string
  readonly subject?: string
  /** Whose facts are touched, by id. */
  readonly person?: string
}

function conditions({ from, until, actor, action, court, subjectKind, subject, person }: AuditFilter): SQL[] {
  const given = <T>(value: T | undefined, is: (value: T) => SQL): SQL[] => (value === undefined ? [] : [is(value)])
  return [
    ...given(from, (moment) => gte(audit.at, moment)),
    ...given(until, (moment) => lt(audit.at, moment)),
    ...given(actor, (id) => sameOrNull(audit.actor, id === '' ? null : id)),
    ...given(action, (code) => eq(audit.action, code)),
    ...given(court, (id) => eq(audit.court, id)),
    ...given(subjectKind, (kind) => eq(audit.subjectKind, kind)),
    ...given(subject, (id) => eq(audit.subjectId, id)),
    ...given(
      person,
      (id) => sql`(${audit.people} @> ${JSON.stringify([id])}::jsonb or ${audit.people} = '"all"'::jsonb)`,
    ),
  ]
}

/** A page of entries, the newest first, and how many there are in all. */
export async function auditPage(
  db: Db,
  filter: AuditFilter,
  page: number,
  size: number,
): Promise<{ count: number; entries: (Kept & { text: string })[] }> {
  const where = and(...conditions(filter))
  const [total] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(audit)
    .where(where)
  const entries = await db
    .select({ text: audit.entry, hash: audit.hash })
    .from(audit)
    .where(where)
    .orderBy(desc(audit.number))
    .limit(size)
    .offset((page - 1) * size)
  return { count: total!.count, entries }
}

/** The entries in the order of the chain, up to a number where one is given. */
export async function* auditEntries(
  db: Db,
  filter: AuditFilter = {},
  last?: number,
): AsyncGenerator<Kept & { text: string }> {
  for (let after = 0; ;) {
    const rows = await db
      .select({ number: audit.number, text: audit.entry, hash: audit.hash })
      .from(audit)
      .where(
        and(
          gt(audit.number, after),
          ...conditions(filter),
          ...(last === undefined ? [] : [sql`${audit.number} <= ${last}`]),
        ),
      )
      .orderBy(asc(audit.number))
      .limit(batch)
    yield* rows
    if (rows.length < batch) return
    after = rows.at(-1)!.number
  }
}

import { and, eq, sql } from 'drizzle-orm'
import { dateOf, round as roundSchema, type Round } from '../../domain'
import { both, roundDifference } from '../audit/changes'
import type { User } from '../permit'
import { note } from './audit'
import type { Db } from './index'
import { tellEverybody } from './messages'
import { keptPlan, tellOfMoves } from './plans'
import { rowSql } from './rows'
import { plans, rounds } from './schema'
import { saveAnswers } from './wish-answers'

export interface StoredRound {
  readonly round: Round
  readonly version: number
}

const row = rowSql(rounds, Object.keys(roundSchema.shape))
const at = (court: string, id: string) => and(eq(rounds.courtId, court), eq(rounds.id, id))
const stored = { round: sql<Round>`${row.json}`, version: rounds.version }

export async function listRounds(db: Db, court: string): Promise<(StoredRound & { kept: boolean })[]> {
  return db
    .select({ ...stored, kept: sql<boolean>`coalesce(${plans.status} = 'kept', false)` })
    .from(rounds)
    .leftJoin(plans, and(eq(plans.courtId, rounds.courtId), eq(plans.roundId, rounds.id)))
    .where(eq(rounds.courtId, court))
    .orderBy(rounds.number)
}

export async function readRound(db: Db, court: string, id: string): Promise<StoredRound | null> {
  const [found] = await db.select(stored).from(rounds).where(at(court, id))
  return found ?? null
}

/** Whom an entry of the log is about. */
const about = (court: string, { id, name }: Round) => ({ court, subject: { kind: 'round', id, name } as const })

/** Tells everybody of the court of a last day for wishes that the round did not have before. */
async function tellOfWishes(
  tx: Db,
  court: string,
  before: Round | null,
  { id, name, wishesUntil }: Round,
): Promise<void> {
  if (wishesUntil === null || wishesUntil === before?.wishesUntil || wishesUntil < dateOf(new Date())) return
  const facts = { round: name, until: wishesUntil }
  await tellEverybody(tx, court, { kind: 'wishes-open', facts }, `wishes-open ${id} ${wishesUntil}`)
}

export async function addRound(db: Db, court: string, round: Round, by: User): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`
      insert into ${rounds} (court_id, created_by, ${row.columns})
      select ${court}, ${by.id}::text, ${row.names} from json_to_record(${JSON.stringify(round)}::json) as given (${row.fields})`)
    await tellOfWishes(tx, court, null, round)
    await note(tx, by, { action: 'round.add', ...about(court, round), ...roundDifference(null, round) })
  })
}

/** Writes a round in the place of the one that stands there. */
export async function putRound(tx: Db, court: string, round: Round): Promise<void> {
  await tx.execute(sql`
    update ${rounds} set (${row.columns}) =
      (select ${row.names} from json_to_record(${JSON.stringify(round)}::json) as given (${row.fields}))
    where ${at(court, round.id)}`)
}

/** Replaces a round if it still has the version given; returns its new version, null when it has another by now. */
export async function saveRound(
  db: Db,
  court: string,
  round: Round,
  version: number,
  by: User,
): Promise<number | null> {
  return db.transaction(async (tx) => {
    // As the version counts up with every change, this is what the version given holds.
    const before = await readRound(tx, court, round.id)
    const [saved] = await tx
      .update(rounds)
      .set({ version: version + 1 })
      .where(and(at(court, round.id), eq(rounds.version, version)))
      .returning({ version: rounds.version })
    if (saved === undefined || before === null) return null
    await putRound(tx, court, round)
    await tellOfWishes(tx, court, before.round, round)
    const kept = before.round.date === round.date ? null : await keptPlan(tx, court, before.round)
    if (kept !== null) await tellOfMoves(tx, court, round, kept, { ...kept, date: round.date })
    await note(tx, by, { action: 'round.change', ...about(court, round), ...roundDifference(before.round, round) })
    return saved.version
  })
}

/** Takes a round away with its plan, its runs and what it answered to wishes; true when it was there. */
export async function removeRound(db: Db, court: string, id: string, by: User): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.select({ id: rounds.id }).from(rounds).where(at(court, id)).for('update')
    const before = await readRound(tx, court, id)
    if (before === null) return false
    const kept = await keptPlan(tx, court, before.round)
    await tx.delete(rounds).where(at(court, id))
    const answers = await saveAnswers(tx, court, id, [])
    await tellOfMoves(tx, court, before.round, kept, null)
    const difference = both(roundDifference(before.round, null), answers)
    await note(tx, by, { action: 'round.remove', ...about(court, before.round), ...difference })
    return true
  })
}

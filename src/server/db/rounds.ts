import { and, eq, sql } from 'drizzle-orm'
import { round as roundSchema, type Round } from '../../domain'
import type { Db } from './index'
import { rowSql } from './rows'
import { plans, rounds } from './schema'

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

export async function addRound(db: Db, court: string, round: Round, createdBy: string | null): Promise<void> {
  await db.execute(sql`
    insert into ${rounds} (court_id, created_by, ${row.columns})
    select ${court}, ${createdBy}::text, ${row.names} from json_to_record(${JSON.stringify(round)}::json) as given (${row.fields})`)
}

/** Replaces a round if it still has the version given; returns its new version, null when it has another by now. */
export async function saveRound(db: Db, court: string, round: Round, version: number): Promise<number | null> {
  return db.transaction(async (tx) => {
    const [saved] = await tx
      .update(rounds)
      .set({ version: version + 1 })
      .where(and(at(court, round.id), eq(rounds.version, version)))
      .returning({ version: rounds.version })
    if (saved === undefined) return null
    await tx.execute(sql`
      update ${rounds} set (${row.columns}) =
        (select ${row.names} from json_to_record(${JSON.stringify(round)}::json) as given (${row.fields}))
      where ${at(court, round.id)}`)
    return saved.version
  })
}

export async function removeRound(db: Db, court: string, id: string): Promise<boolean> {
  const removed = await db.delete(rounds).where(at(court, id)).returning({ id: rounds.id })
  return removed.length > 0
}

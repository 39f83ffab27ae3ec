import { and, eq, getTableColumns, sql } from 'drizzle-orm'
import type { DecisionFile } from '../decision-file'
import type { Db } from './index'
import { plans } from './schema'

const { plan, status, origin, proposal, certificate, version, savedAt } = getTableColumns(plans)
const stored = { plan, status, origin, proposal, certificate, version, savedAt }
const at = (court: string, round: string) => and(eq(plans.courtId, court), eq(plans.roundId, round))

export type PlanRow = Pick<typeof plans.$inferSelect, keyof typeof stored>
export type NewPlan = Pick<
  typeof plans.$inferInsert,
  'plan' | 'status' | 'origin' | 'proposal' | 'certificate' | 'decision'
>

export async function readStoredPlan(db: Db, court: string, round: string): Promise<PlanRow | null> {
  const [found] = await db.select(stored).from(plans).where(at(court, round))
  return found ?? null
}

/** The decision file that was written when the round's plan was kept; null where none was. */
export async function readDecision(db: Db, court: string, round: string): Promise<DecisionFile | null> {
  const [found] = await db.select({ decision: plans.decision }).from(plans).where(at(court, round))
  return found?.decision ?? null
}

/**
 * Saves the plan of a round if the one that stands there still has the version given, 0 for none; returns what was
 * saved, null when the version is another by now.
 */
export async function savePlan(
  db: Db,
  court: string,
  round: string,
  next: NewPlan,
  version: number,
  by: string | null,
): Promise<PlanRow | null> {
  const [saved] =
    version === 0
      ? await db
          .insert(plans)
          .values({ courtId: court, roundId: round, createdBy: by, ...next })
          .onConflictDoNothing()
          .returning(stored)
      : await db
          .update(plans)
          .set({ ...next, version: version + 1, savedAt: sql`now()` })
          .where(and(at(court, round), eq(plans.version, version)))
          .returning(stored)
  return saved ?? null
}

import { and, eq, getTableColumns, isNotNull, sql } from 'drizzle-orm'
import { dateOf, handoverMoves, type MoveOfUnits, type Round, type WishAnswer } from '../../domain'
import { both, planDifference } from '../audit/changes'
import type { DecisionFile } from '../decision-file'
import type { User } from '../permit'
import { movesTold, type KeptPlan } from '../told-moves'
import { note } from './audit'
import type { Db } from './index'
import { tellPeople } from './messages'
import { plans } from './schema'
import { voidSwaps } from './swaps'
import { saveAnswers } from './wish-answers'

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

/** Whom an entry of the log is about. */
type OfRound = Pick<Round, 'id' | 'name'>
const about = (court: string, { id, name }: OfRound) => ({ court, subject: { kind: 'plan', id, name } as const })

/** The kept plan of a round with what it rests on, which tells who moves; null where none is kept. */
export async function keptPlan(
  tx: Db,
  court: string,
  { id, date }: Pick<Round, 'id' | 'date'>,
): Promise<KeptPlan | null> {
  const [found] = await tx
    .select({ decision: plans.decision })
    .from(plans)
    .where(and(at(court, id), eq(plans.status, 'kept')))
  return found?.decision ? { date, decision: found.decision } : null
}

/** Who hands over for a move of the plan that is kept of a round, by person; nobody while none is kept. */
export async function keptMoves(
  db: Db,
  court: string,
  { id, date }: Pick<Round, 'id' | 'date'>,
): Promise<Map<string, MoveOfUnits>> {
  const [found] = await db
    .select({
      moves: sql<DecisionFile['moves']>`${plans.decision} -> 'moves'`,
      units: sql<DecisionFile['inputs']['problem']['units']>`${plans.decision} #> '{inputs,problem,units}'`,
    })
    .from(plans)
    .where(and(at(court, id), eq(plans.status, 'kept'), isNotNull(plans.decision)))
  return found === undefined ? new Map() : handoverMoves(found.units, found.moves, date)
}

/** Tells people of moves of theirs that are new, others or no more; those of a round in effect were made, and stay. */
export async function tellOfMoves(
  tx: Db,
  court: string,
  round: Pick<Round, 'name' | 'date'>,
  before: KeptPlan | null,
  after: KeptPlan | null,
): Promise<void> {
  if (after === null && round.date < dateOf(new Date())) return
  await tellPeople(tx, court, movesTold(round, before, after))
}

/** Hands out the decision file that was written when the round's plan was kept; null where none was. */
export async function exportDecision(db: Db, court: string, round: OfRound, by: User): Promise<DecisionFile | null> {
  return db.transaction(async (tx) => {
    const [found] = await tx.select({ decision: plans.decision }).from(plans).where(at(court, round.id))
    const decision = found?.decision ?? null
    if (decision === null) return null
    const mark = { list: 'decision', key: round.id, before: null, after: { sha256: decision.sha256 } }
    await note(tx, by, { action: 'decision.export', ...about(court, round), people: 'all', changes: [mark], why: null })
    return decision
  })
}

/**
 * Saves the plan of a round, and what it answers to wishes, if the one that stands there still has the version given, 0
 * for none; returns what was saved, null when the version is another by now.
 */
export async function savePlan(
  db: Db,
  court: string,
  round: OfRound & Pick<Round, 'date'>,
  next: NewPlan,
  answers: readonly WishAnswer[],
  version: number,
  by: User,
): Promise<PlanRow | null> {
  return db.transaction(async (tx) => {
    // As the version counts up with every change, this is what the version given holds.
    const before = await readStoredPlan(tx, court, round.id)
    const kept = await keptPlan(tx, court, round)
    const [saved] =
      version === 0
        ? await tx
            .insert(plans)
            .values({ courtId: court, roundId: round.id, createdBy: by.id, ...next })
            .onConflictDoNothing()
            .returning(stored)
        : await tx
            .update(plans)
            .set({ ...next, version: version + 1, savedAt: sql`now()` })
            .where(and(at(court, round.id), eq(plans.version, version)))
            .returning(stored)
    if (saved === undefined) return null
    const answered = await saveAnswers(tx, court, round.id, answers)
    await voidSwaps(tx, court, round, saved.version, dateOf(new Date()), by)
    const { date } = round
    await tellOfMoves(tx, court, round, kept, next.decision ? { date, decision: next.decision } : null)
    const difference = both(planDifference(round.id, before, saved), answered)
    const action = saved.status === 'kept' ? 'plan.keep' : 'plan.save'
    await note(tx, by, { action, ...about(court, round), ...difference })
    return saved
  })
}

import { readPlan, type Court, type PlanData, type Round } from '../../domain'
import { reasonsOf, type Reason } from '../../rules'
import { openRound, type OpenRound } from '../rounds/open-round'

const known = new WeakMap<PlanData, { court: Court; round: Round; reasons: ReadonlyMap<string, readonly Reason[]> }>()

/**
 * Why everybody moves under a plan: worked out once for a plan, whoever asks. Throws UnknownSeat where the plan was
 * made for another state of the court.
 */
export function reasonsFor(
  court: Court,
  round: Round,
  plan: PlanData,
  opened?: OpenRound,
): ReadonlyMap<string, readonly Reason[]> {
  const before = known.get(plan)
  if (before?.court === court && before.round === round) return before.reasons
  const { problem, inForce } = opened ?? openRound(court, round)
  const reasons = reasonsOf(problem, inForce, readPlan(problem, plan))
  known.set(plan, { court, round, reasons })
  return reasons
}

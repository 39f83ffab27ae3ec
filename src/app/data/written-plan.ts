import { postedUntil, readLeniently, unitChoices, type PlanData, type UnitChoice } from '@/domain'
import { reasonsOf, type Reason } from '@/rules'
import type { PlanRow, WrittenPlan } from '@/workbook'
import type { OpenRound } from '../rounds/open-round'

/** A seat's posts without its person: `ann@civil/judge` to `civil/judge`. */
const postsOf = (seat: string | null): string | null => (seat === null ? null : seat.slice(seat.indexOf('@') + 1))

/**
 * A plan as lines of a sheet, each with its reasons in words: everybody of the round, those who move first; and what
 * becomes of the units that are for it to set up or to close.
 */
export function writtenPlan(
  { problem, inForce }: OpenRound,
  data: PlanData,
  inWords: { readonly reason: (reason: Reason) => string; readonly choice: (choice: UnitChoice) => string },
): WrittenPlan {
  const { plan } = readLeniently(problem, data)
  const reasons = reasonsOf(problem, inForce, plan)
  const rows = problem.people.map(({ id }): PlanRow => {
    const until = postedUntil(problem.decisions, id, data[id] ?? null)
    return {
      person: id,
      from: postsOf(problem.presentSeat(id)?.id ?? null),
      to: postsOf(data[id] ?? null),
      ...(until !== null && { until }),
      reasons: (reasons.get(id) ?? []).map(inWords.reason).join('\n'),
    }
  })
  return {
    rows: rows.toSorted((a, b) => Number(a.from === a.to) - Number(b.from === b.to)),
    units: unitChoices(problem, plan).map(inWords.choice),
  }
}

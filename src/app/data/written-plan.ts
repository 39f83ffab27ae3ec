import type { PlanData } from '@/domain'
import { reasonsOf, type Reason } from '@/rules'
import type { PlanRow } from '@/workbook'
import { readLeniently } from '../board/plan-editor'
import type { OpenRound } from '../rounds/open-round'

/** A seat's posts without its person: `ann@civil/judge` to `civil/judge`. */
const postsOf = (seat: string | null): string | null => (seat === null ? null : seat.slice(seat.indexOf('@') + 1))

/** A plan as lines of a sheet, each with its reasons in words: everybody of the round, those who move first. */
export function planRows(
  { problem, inForce }: OpenRound,
  data: PlanData,
  inWords: (reason: Reason) => string,
): PlanRow[] {
  const reasons = reasonsOf(problem, inForce, readLeniently(problem, data).plan)
  const rows = problem.people.map(({ id }): PlanRow => ({
    person: id,
    from: postsOf(problem.presentSeat(id)?.id ?? null),
    to: postsOf(data[id] ?? null),
    reasons: (reasons.get(id) ?? []).map(inWords).join('\n'),
  }))
  return rows.toSorted((a, b) => Number(a.from === a.to) - Number(b.from === b.to))
}

import { defineProblem, type Court, type PlanData, type Round } from '@/domain'
import { problemOf } from '@/domain/problem-of'
import type { PlanRow } from '@/workbook'

/** A seat's posts without its person: `ann@civil/judge` to `civil/judge`. */
const postsOf = (seat: string | null): string | null => (seat === null ? null : seat.slice(seat.indexOf('@') + 1))

/** A kept plan as lines of a sheet: everybody of the round, those who move first. */
export function planRows(court: Court, round: Round, plan: PlanData): PlanRow[] {
  const problem = defineProblem(problemOf(court, round))
  const rows = problem.people.map(({ id }): PlanRow => ({
    person: id,
    from: postsOf(problem.presentSeat(id)?.id ?? null),
    to: postsOf(plan[id] ?? null),
  }))
  return rows.toSorted((a, b) => Number(a.from === a.to) - Number(b.from === b.to))
}

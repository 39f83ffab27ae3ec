import type { Candidate, Problem, Seat } from '../domain'
import { defineRule } from './rule'
import { mustLeaveTheBench } from './spouse-lawyer'
import { seatsToMoveTo } from './stays'

const departmentsOf = (problem: Problem, seat: Seat | undefined): string[] =>
  seat?.parts.map((part) => problem.post.get(part.post)!.department) ?? []

/**
 * True where avoidance leaves the judge no trial post: a relative sits in the judge's department, and one in
 * every other department at the front line that has posts for judges.
 */
function mustYieldToAvoidance(problem: Problem, judge: Candidate): boolean {
  const relatives = problem.kinships.flatMap(({ first, second }) =>
    first === judge.id ? [second] : second === judge.id ? [first] : [],
  )
  const taken = new Set(relatives.flatMap((id) => departmentsOf(problem, problem.presentSeat(id))))
  if (!departmentsOf(problem, problem.presentSeat(judge.id)).some((department) => taken.has(department))) return false
  return problem.posts.every((post) => !post.frontLine || post.role !== 'judge' || taken.has(post.department))
}

/**
 * A judge may not be moved out of a trial post; whoever holds another post now may keep it, and go home to it from a
 * posting. The law's exception of avoidance applies where a relative practises law here, and where no trial post is
 * free of relatives: else the judge goes to another division.
 */
export const judgeStaysInTrialPost = defineRule({
  id: 'judge-stays-in-trial-post',
  source: '法官法 53-54',
  weight: 'must',
  parameters: {},
  *limits(problem) {
    for (const judge of problem.people) {
      if (judge.role !== 'judge' || mustLeaveTheBench(judge) || mustYieldToAvoidance(problem, judge)) continue
      const seats = seatsToMoveTo(problem, judge.id, ({ frontLine }) => !frontLine)
      if (seats.length > 0) yield { seats, atMost: 0, facts: { person: judge.id } }
    }
  },
})

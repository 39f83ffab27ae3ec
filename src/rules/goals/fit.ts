import { fitOf, type Post, type Problem, type Seat } from '../../domain'
import { defineGoal } from '../rule'

export const fullMarks = 100

/** Points of the seat, 0 to 100; of a split, the mean by share, in whole points. */
export function fitOfSeat(problem: Problem, { person, parts }: Seat): number {
  const at = (post: string): number => fitOf(problem, person, problem.post.get(post) as Post).points
  if (parts.length === 1) return at(parts[0]!.post)
  const shares = parts.reduce((sum, { share }) => sum + share, 0)
  return Math.round(parts.reduce((sum, { post, share }) => sum + share * at(post), 0) / shares)
}

/** Everybody where they fit best (人岗相适应): points short of full marks, person by person. */
export const fit = defineGoal({
  id: 'fit',
  unit: 'points',
  *limits(problem) {
    for (const { id: person } of problem.people) {
      const seats = problem.seatsOf(person)
      yield { seats, counts: seats.map((seat) => fitOfSeat(problem, seat)), atLeast: fullMarks, facts: { person } }
    }
  },
})

import type { Candidate, Post, Problem, Seat } from '../../domain'
import { mayFill } from '../qualified-for-post'
import { defineGoal } from '../rule'

/** A first wish is worth three points, a second two, a third one. */
const pointsOfRank = (rank: number): number => Math.max(0, 4 - rank)
export const rankOfPoints = (points: number): number => 4 - points

function pointsOfPost(problem: Problem, person: Candidate, post: Post): number {
  const heard = person.preferences.filter(
    ({ unit, role }) => unit === post.unit && (role === null ? mayFill(problem, person, post) : role === post.role),
  )
  return Math.max(0, ...heard.map(({ rank }) => pointsOfRank(rank)))
}

/** What the seat grants of the person's wishes; of a split, as much as its least wished part. */
export const pointsOfSeat = (problem: Problem, { person, parts }: Seat): number =>
  Math.min(...parts.map(({ post }) => pointsOfPost(problem, person, problem.post.get(post)!)))

/** People where they asked to be (意愿): points short of the most that the person's own list could give. */
export const wishes = defineGoal({
  id: 'wishes',
  unit: 'points',
  *limits(problem) {
    for (const { id, preferences } of problem.people) {
      if (preferences.length === 0) continue
      const heard = problem.seatsOf(id).flatMap((seat) => {
        const points = pointsOfSeat(problem, seat)
        return points > 0 ? [{ seat, points }] : []
      })
      if (heard.length > 0)
        yield {
          seats: heard.map(({ seat }) => seat),
          counts: heard.map(({ points }) => points),
          atLeast: Math.max(...heard.map(({ points }) => points)),
          facts: { person: id },
        }
    }
  },
})

import { excludedReason, pinOf, type Plan, type Problem, type WishAnswer } from '../domain'
import { pointsOfSeat, rankOfPoints } from './goals/wishes'

/**
 * What a plan made of everybody's wishes, as the goal of wishes hears them: the wish that it meets, or else the first
 * that some seat could have met. Whoever could be met nowhere, or is left out of the round, has no answer.
 */
export function wishAnswersOf(problem: Problem, round: string, plan: Plan): WishAnswer[] {
  return problem.people.flatMap(({ id: person, preferences }): WishAnswer[] => {
    if (preferences.length === 0 || pinOf(problem.decisions, person)?.reason === excludedReason) return []
    const best = Math.max(...problem.seatsOf(person).map((seat) => pointsOfSeat(problem, seat)))
    if (best <= 0) return []
    const seat = plan.get(person)
    const granted = seat === undefined ? 0 : pointsOfSeat(problem, seat)
    const rank = rankOfPoints(granted > 0 ? granted : best)
    const { unit } = preferences.find((wish) => wish.rank === rank)!
    return [{ round, person, date: problem.date, unit, rank, met: granted > 0 }]
  })
}

import { pointsOfSeat } from './goals/wishes'
import { keptBecause } from './release-to-front-line'
import { defineRule } from './rule'

/**
 * Whoever told wishes is moved to one of them or stays: nobody is worse off for having told them. Those whom the round
 * sends back to the front line are not asked, so that the duty to go does not hang on a wish. Off unless a round says
 * otherwise: wishes are good practice, and the decision is the court's (公务员法 73).
 */
export const neverWorseForVolunteers = defineRule({
  id: 'never-worse-for-volunteers',
  source: '本院轮岗方案（尊重个人意愿）',
  weight: 'off',
  parameters: {},
  *limits(problem) {
    for (const person of problem.people) {
      if (person.preferences.length === 0 || person.present.length === 0) continue
      const inOffice = person.present.some(({ post }) => !problem.post.get(post)!.frontLine)
      if (inOffice && keptBecause(problem, person) === null) continue
      const seats = problem.seatsOf(person.id).filter((seat) => !seat.present && pointsOfSeat(problem, seat) === 0)
      if (seats.length > 0) yield { seats, atMost: 0, facts: { person: person.id } }
    }
  },
})

import { defineGoal } from '../rule'

/** As few people as can be change post; another share of the same post is a change too. */
export const fewestMoves = defineGoal({
  id: 'fewest-moves',
  unit: 'people',
  *limits(problem) {
    for (const { id: person } of problem.people) {
      const seat = problem.presentSeat(person)
      if (seat !== undefined) yield { seats: [seat], atLeast: 1, facts: { person } }
    }
  },
})

import type { PlanData } from '../../domain'
import { defineGoal, type Goal } from '../rule'

/**
 * Planning again after a human touch: as few people as can be sit elsewhere than in the plan at hand. Not in the book,
 * since it is about one plan: an order that names a plan has it, see `goalsInOrder`.
 */
export const fewestChanges = (plan: PlanData): Goal =>
  defineGoal({
    id: 'fewest-changes',
    unit: 'people',
    *limits(problem) {
      for (const { id: person } of problem.people) {
        const seat = problem.seat.get(plan[person] ?? '')
        if (seat !== undefined) yield { seats: [seat], atLeast: 1, facts: { person } }
        else if (plan[person] === null) yield { seats: problem.seatsOf(person), atMost: 0, facts: { person } }
      }
    },
  })

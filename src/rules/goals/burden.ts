import { inOrder, seatId } from '../../domain'
import { defineGoal } from '../rule'

/**
 * Who carried more before is moved less: the points in the ledger of everybody who leaves their seat, the way home from
 * a temporary posting apart. It comes after need, fit and wishes, so it never keeps anybody from where they are missed.
 */
export const burden = defineGoal({
  id: 'burden',
  unit: 'points',
  *limits(problem) {
    for (const { id: person, burden, posting } of problem.people) {
      const present = problem.presentSeat(person)
      if (present === undefined || burden.points === 0) continue
      const home = posting === null ? undefined : problem.seat.get(seatId(person, inOrder(posting.home)))
      const seats = home === undefined || home === present ? [present] : [present, home]
      yield {
        seats,
        counts: seats.map(() => burden.points),
        atLeast: burden.points,
        facts: { person, ...burden },
      }
    }
  },
})

import { pinOf } from '../domain'
import { defineRule } from './rule'

/**
 * What people have decided stands: a pin gives the seat, a veto forbids it. A pin to a seat that the court no
 * longer has cannot be kept, and says so until it is taken back; decisions about people who left are void.
 */
export const fixedByDecision = defineRule({
  id: 'fixed-by-decision',
  source: '公务员法 73 · 本院党组决定',
  weight: 'must',
  parameters: {},
  byHand: true,
  *limits(problem) {
    for (const decision of problem.decisions) {
      const { kind, person, seat: id, until } = decision
      const facts = { person, decision: until === undefined ? kind : 'posting', seat: id }
      if (!problem.person.has(person)) continue
      const seat = id === null ? undefined : problem.seat.get(id)
      const seats = seat?.person.id === person ? [seat] : []
      if (kind === 'veto') {
        if (seats.length > 0) yield { seats, atMost: 0, facts }
        else if (id === null) yield { seats: problem.seatsOf(person), atLeast: 1, facts }
      } else if (decision === pinOf(problem.decisions, person)) {
        if (id === null) yield { seats: problem.seatsOf(person), atMost: 0, facts }
        else yield { seats, atLeast: 1, facts }
      }
    }
  },
})

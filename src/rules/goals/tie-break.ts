import { defineGoal } from '../rule'

/** The largest prime below 2^16: hashes spread evenly, and sums of many stay exact. */
const modulus = 65521

const utf8 = new TextEncoder()

/** FNV-1a, 32 bits, over the UTF-8 bytes of the id, then the rest by 65521. */
export function priceOfSeat(id: string): number {
  let hash = 0x811c9dc5
  for (const byte of utf8.encode(id)) hash = Math.imul(hash ^ byte, 0x01000193)
  return (hash >>> 0) % modulus
}

/**
 * Between plans equal in every other goal, a published price per seat decides: it depends on the ids alone, so that
 * the same input gives the same plan on every machine.
 */
export const tieBreak = defineGoal({
  id: 'tie-break',
  unit: 'price',
  *limits(problem) {
    for (const { id: person } of problem.people) {
      const seats = problem.seatsOf(person)
      yield { seats, counts: seats.map(({ id }) => priceOfSeat(id)), atMost: 0, facts: { person } }
    }
  },
})

import { defineGoal } from '../rule'

/** The largest prime below 2^16: hashes spread evenly, and sums of many stay exact. */
const modulus = 65521

const utf8 = new TextEncoder()
const stir = (hash: number, byte: number): number => Math.imul(hash ^ byte, 0x01000193)

/** FNV-1a, 32 bits, over the UTF-8 bytes of the id, then the rest by 65521. */
export function priceOfSeat(id: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < id.length; i++) {
    const code = id.charCodeAt(i)
    // Plain letters are their own byte; whatever else comes first is encoded with all that follows.
    if (code < 0x80) hash = stir(hash, code)
    else return (utf8.encode(id.slice(i)).reduce(stir, hash) >>> 0) % modulus
  }
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

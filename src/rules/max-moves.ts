import { defineRule } from './rule'

/** A round moves no more people than were agreed. A first post for somebody who has none is not counted. */
export const maxMoves = defineRule({
  id: 'max-moves',
  source: '公务员转任规定（不得频繁转任） · 本院轮岗方案',
  weight: 'must',
  parameters: { most: 200 },
  *limits(problem, { most }) {
    const seats = problem.seats.filter((seat) => seat.present)
    if (seats.length > most) yield { seats, atLeast: seats.length - most, facts: { most } }
  },
})

import { addMonths } from 'date-fns'
import { dateOf, dayOf } from '../domain'
import { defineRule } from './rule'
import { seatsToMoveTo } from './stays'

/** Nobody goes back to a unit that they left less than so many months before, lest a rotation be undone by the next. */
export const noReturnWithin = defineRule({
  id: 'no-return-within',
  source: '本院轮岗方案（轮岗间隔） · 公务员转任规定（不得频繁转任）',
  weight: 'warn',
  parameters: { months: 24 },
  *limits(problem, { months }) {
    for (const { id: person, leftUnits } of problem.people)
      for (const [unit, left] of Object.entries(leftUnits)) {
        if (dateOf(addMonths(dayOf(left), months)) < problem.date) continue
        const seats = seatsToMoveTo(problem, person, (post) => post.unit === unit)
        if (seats.length > 0) yield { seats, atMost: 0, facts: { person, unit, left, months } }
      }
  },
})

import { addMonths } from 'date-fns'
import { dateOf, dayOf, type Candidate, type Problem } from '../domain'
import { staysWhileOpen } from './open-unit'
import { defineRule } from './rule'

/** How often the person was transferred in the months before the round. */
const transfersWithin = ({ date }: Pick<Problem, 'date'>, { transfers }: Candidate, months: number): number =>
  transfers.filter((day) => dateOf(addMonths(dayOf(day), months)) > date).length

/**
 * Nobody is transferred again who was transferred so often in so many months. The first post, another post in the same
 * unit and postings are no transfers (`transfersOf`); `time-in-post` looks at them. Whose unit is closed is moved all
 * the same. How long is left to the court.
 */
export const noFrequentMoves = defineRule({
  id: 'no-frequent-moves',
  source: '公务员转任规定（不得频繁转任）',
  weight: 'warn',
  parameters: { months: 24, times: 1 },
  *limits(problem, { months, times }) {
    for (const person of problem.people) {
      const count = transfersWithin(problem, person, months)
      if (count > 0 && count >= times)
        yield { ...staysWhileOpen(problem, person), facts: { person: person.id, count, months } }
    }
  },
})

import { addYears } from 'date-fns'
import { dateOf, dayOf, pinOf, type Candidate, type Problem } from '../domain'
import { isProtected } from './protected-period'
import { defineRule } from './rule'

const usual: { readonly years: number; readonly heads: boolean } = { years: 10, heads: false }

/** Nobody is made to leave now who is bound to the place by another rule, or whose delay was decided (a pin). */
const isBound = (problem: Problem, person: Candidate): boolean =>
  person.away !== null ||
  person.posting !== null ||
  person.underReview ||
  isProtected(person) ||
  pinOf(problem.decisions, person.id) !== undefined

/**
 * Whoever has been in a post with a sensitive duty for so many years goes to another: no post of that unit with the
 * same duty stays open to them. With `heads`, heads of departments leave the department too; that is off at first, as
 * the data tell since when somebody is in a post, not since when they head it. A pin stands for a delay that was
 * agreed.
 */
export const mustRotate = defineRule({
  id: 'must-rotate',
  source: '公务员转任规定（同一职位任职满 10 年）',
  weight: 'must',
  parameters: usual,
  *limits(problem, { years, heads }) {
    for (const person of problem.people)
      for (const [post, since] of Object.entries(person.held)) {
        const { unit, department, duty } = problem.post.get(post)!
        const isHead = heads && person.leader
        if (duty === null && !isHead) continue
        if (dateOf(addYears(dayOf(since), years)) > problem.date || isBound(problem, person)) continue
        const seats = problem.seatsOf(person.id).filter(({ parts }) =>
          parts.some((part) => {
            const at = problem.post.get(part.post)!
            return isHead ? at.department === department : at.unit === unit && at.duty === duty
          }),
        )
        yield { seats, atMost: 0, facts: { person: person.id, unit, since, years } }
      }
  },
})

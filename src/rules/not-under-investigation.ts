import { defineRule } from './rule'
import { staysPut } from './stays'

/** Nobody is transferred during a disciplinary review or criminal proceedings; who has no post is given none. */
export const notUnderInvestigation = defineRule({
  id: 'not-under-investigation',
  source: '公务员转任规定',
  weight: 'must',
  parameters: {},
  *limits(problem) {
    for (const person of problem.people)
      if (person.underReview) yield { ...staysPut(problem, person), facts: { person: person.id } }
  },
})

import type { Candidate } from '../domain'
import { defineRule } from './rule'
import { staysPut } from './stays'

export const isProtected = ({ protection }: Candidate): boolean => protection !== null && !protection.consents

/** Nobody is moved during pregnancy, nursing or medical treatment unless they agree. */
export const protectedPeriod = defineRule({
  id: 'protected-period',
  source: '公务员法 89 · 女职工劳动保护特别规定 5-9',
  weight: 'must',
  parameters: {},
  *limits(problem) {
    for (const person of problem.people)
      if (isProtected(person))
        yield { ...staysPut(problem, person), facts: { person: person.id, until: person.protection!.until } }
  },
})

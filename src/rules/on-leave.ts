import { defineRule } from './rule'
import { staysPut } from './stays'

/** Whoever is on long leave or posted away on the date of the round keeps the place they left. */
export const onLeave = defineRule({
  id: 'on-leave',
  source: '公务员法 72（挂职） · 女职工劳动保护特别规定 7（产假）',
  weight: 'must',
  parameters: {},
  *limits(problem) {
    for (const person of problem.people)
      if (person.away !== null)
        yield { ...staysPut(problem, person), facts: { person: person.id, until: person.away.until } }
  },
})

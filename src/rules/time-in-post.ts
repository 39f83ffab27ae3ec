import { staysWhileOpen } from './open-unit'
import { defineRule } from './rule'
import { hasServed } from './stays'

/**
 * Nobody is transferred again and again: whoever has been in the post for less than the set months stays there, unless
 * the unit is closed around them.
 */
export const timeInPost = defineRule({
  id: 'time-in-post',
  source: '公务员转任规定（不得频繁转任）',
  weight: 'warn',
  parameters: { months: 12 },
  *limits(problem, { months }) {
    for (const person of problem.people)
      if (person.since !== null && !hasServed(problem, person, months))
        yield { ...staysWhileOpen(problem, person), facts: { person: person.id, since: person.since, months } }
  },
})

import { defineRule } from './rule'
import { seatsOfBoth } from './stays'

/** Two people who work together are in the same unit, or both without a post, wherever that is. */
export const keepTogether = defineRule({
  id: 'keep-together',
  source: '本院轮岗方案（固定搭档）',
  weight: 'must',
  parameters: {},
  *limits(problem) {
    for (const { id: first, worksWith: second } of problem.people)
      if (second !== null && problem.person.has(second))
        for (const { unit, seats, counts } of seatsOfBoth(problem, first, second))
          yield { seats, counts, atLeast: 0, atMost: 0, facts: { first, second, unit } }
  },
})

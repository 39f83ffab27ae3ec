import type { Seat } from '../domain'
import { defineRule } from './rule'

/** Relatives may not work in one department: one line of command, one head. */
export const relativesApart = defineRule({
  id: 'relatives-apart',
  source: '公务员法 74 · 法官法 23',
  weight: 'must',
  parameters: {},
  *limits(problem) {
    for (const { first, second, kind } of problem.kinships) {
      if (!problem.person.has(first) || !problem.person.has(second)) continue
      const inside = new Map<string, Set<Seat>>(problem.departments.map(({ id }) => [id, new Set()]))
      for (const seat of [...problem.seatsOf(first), ...problem.seatsOf(second)])
        for (const part of seat.parts) inside.get(problem.post.get(part.post)!.department)!.add(seat)
      for (const [department, seats] of inside)
        yield { seats: [...seats], atMost: 1, facts: { first, second, kinship: kind, department } }
    }
  },
})

import { defineRule } from './rule'

/** Relatives may not work in one department: one line of command, one head. */
export const relativesApart = defineRule({
  id: 'relatives-apart',
  source: '公务员法 74 · 法官法 23',
  weight: 'must',
  parameters: {},
  *limits(problem) {
    for (const { first, second, kind } of problem.kinships)
      for (const { id: department } of problem.departments) {
        const inside = problem.seatsInDepartment(department)
        yield {
          seats: inside.filter(({ person }) => person.id === first || person.id === second),
          atMost: 1,
          facts: { first, second, kinship: kind, department },
        }
      }
  },
})

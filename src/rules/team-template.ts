import { roles } from '../domain'
import { defineRule } from './rule'

/**
 * Teams are made up as the court's template for their track says (one judge, one assistant, one clerk): for each head
 * of its first role so many of each other role, give or take `tolerance` heads. Off unless a round says otherwise:
 * need from cases and a fixed ratio seldom agree.
 */
export const teamTemplate = defineRule({
  id: 'team-template',
  source: '最高人民法院关于组建新型审判团队的要求 · 本院团队模板',
  weight: 'off',
  parameters: { tolerance: 1 },
  *limits(problem, { tolerance }) {
    for (const { id: unit, track, department } of problem.units) {
      const kind = problem.department.get(department)!.kind
      const heads = problem.templates.find((row) => row.kind === kind && row.track === track)?.heads ?? {}
      const [base, ...others] = roles.filter((role) => (heads[role] ?? 0) > 0)
      if (base === undefined) continue
      const seatsAs = (role: string) => problem.seatsInPost(`${unit}/${role}`)
      const lead = seatsAs(base)
      const of = heads[base]!
      for (const role of others) {
        const seats = [...lead, ...seatsAs(role)]
        const each = heads[role]!
        if (seats.length === 0) continue
        yield {
          seats,
          counts: seats.map((_, i) => (i < lead.length ? -each : of)),
          atLeast: -tolerance * of,
          atMost: tolerance * of,
          facts: { unit, role, base, each, of, tolerance },
        }
      }
    }
  },
})

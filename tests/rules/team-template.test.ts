import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { teamTemplate } from '../../src/rules/team-template'
import { board, broken } from '../board'
import { expectAgreement, inPlan } from './agrees'

describe(teamTemplate.id, () => {
  const problem = board('Civil/Team1 | Ann:J, Bo:A, Cy:C\nCivil/Team2 | Di:A, Ed:A', {
    templates: [{ kind: 'trial', track: 'ordinary', heads: { judge: 1, assistant: 1, clerk: 1 } }],
  })
  const strict = { tolerance: 0 }

  it('is kept by one judge, one assistant, one clerk, and broken where a role lacks or is too many', () => {
    expect(broken('team-template', problem, {}, strict)).toEqual([
      { unit: 'Team2', role: 'assistant', base: 'judge', each: 1, of: 1, tolerance: 0 },
    ])
    expect(broken('team-template', problem, { Cy: null }, strict)).toHaveLength(2)
  })
  it('allows some heads more or fewer', () => {
    expect(broken('team-template', problem)).toHaveLength(1)
    expect(broken('team-template', problem, { Ed: 'Team1/assistant' })).toEqual([])
  })
  it('asks nothing of teams without a template', () => {
    expect(broken('team-template', board('Civil/Team1 | Ann:J'), {}, strict)).toEqual([])
  })

  it('agrees with its predicate', () => {
    const order = ['judge', 'assistant', 'clerk', 'administrative'] as const
    expectAgreement(
      teamTemplate,
      (problem, plan, { tolerance }) =>
        problem.units.every(({ id, track, department }) => {
          const { kind } = problem.departments.find((each) => each.id === department)!
          const template = problem.templates.find((each) => each.kind === kind && each.track === track)
          const heads = (role: string) =>
            inPlan(problem, plan).filter(({ posts }) => posts.some((post) => post.unit === id && post.role === role))
              .length
          const named = order.filter((role) => (template?.heads[role] ?? 0) > 0)
          const [base] = named
          return named.every((role) => {
            const [of, each] = [template!.heads[base!]!, template!.heads[role]!]
            return Math.abs(of * heads(role) - each * heads(base!)) <= tolerance * of
          })
        }),
      fc.record({ tolerance: fc.constantFrom(0, 1, 2) }),
    )
  }, 60_000)
})

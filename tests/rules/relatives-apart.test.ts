import { describe, expect, it } from 'vitest'
import { relativesApart } from '../../src/rules/relatives-apart'
import { board, broken } from '../board'
import { expectAgreement, inPlan } from './agrees'

describe(relativesApart.id, () => {
  const problem = board(
    `Office      | Ann:A
     Civil/Team1 | Bo:C, Di:A
     Civil/Team2 | Cy:A`,
    { relatives: [['Ann', 'Bo']] },
  )
  it('is kept while relatives sit in different departments', () => {
    expect(broken('relatives-apart', problem)).toEqual([])
  })
  it('is broken when relatives share a department, be it in different teams', () => {
    expect(broken('relatives-apart', problem, { Ann: 'Team2/assistant' })).toEqual([
      { first: 'Ann', second: 'Bo', kinship: 'spouse', department: 'Civil' },
    ])
  })
  it('is kept when one of them has no post', () => {
    expect(broken('relatives-apart', problem, { Ann: 'Team2/assistant', Bo: null })).toEqual([])
  })

  it('agrees with its predicate', () => {
    expectAgreement(relativesApart, (problem, plan) => {
      const places = inPlan(problem, plan)
      const departmentsOf = (id: string) =>
        places.find(({ person }) => person.id === id)!.posts.map(({ department }) => department)
      return problem.kinships.every(({ first, second }) =>
        departmentsOf(first).every((department) => !departmentsOf(second).includes(department)),
      )
    })
  }, 60_000)
})

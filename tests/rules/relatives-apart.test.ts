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
      { first: 'Ann', second: 'Bo', kinship: 'spouse', bar: 'department', place: 'Civil' },
    ])
  })
  it('is kept when one of them has no post', () => {
    expect(broken('relatives-apart', problem, { Ann: 'Team2/assistant', Bo: null })).toEqual([])
  })

  it('is broken when both head departments of one division', () => {
    const heads = {
      people: { Ann: { leader: true }, Bo: { leader: true } },
      relatives: [['Ann', 'Bo'] as [string, string]],
    }
    const text = 'Civil/Team1 | Ann:J\nCrime/Team2 | Bo:J'
    const one = board(text, { ...heads, departments: { Civil: { division: 'Trials' }, Crime: { division: 'Trials' } } })
    expect(broken('relatives-apart', one)).toMatchObject([{ bar: 'line', place: 'Trials' }])
    expect(broken('relatives-apart', board(text, heads))).toEqual([])
  })
  it('keeps relatives of the leadership out of personnel, discipline, audit and finance', () => {
    const led = board('Office | Ann:S\nOfficeTwo | Bo:S\nOfficeThree |', {
      people: { Ann: { courtLeader: true } },
      posts: { 'OfficeTwo/administrative': { duty: 'finance' }, 'OfficeThree/administrative': { duty: 'approval' } },
      relatives: [['Ann', 'Bo']],
    })
    expect(broken('relatives-apart', led)).toMatchObject([{ bar: 'duty', place: 'OfficeTwo' }])
    expect(broken('relatives-apart', led, { Bo: 'OfficeThree/administrative' })).toEqual([])
  })

  it('agrees with its predicate', () => {
    expectAgreement(relativesApart, (problem, plan) => {
      const places = inPlan(problem, plan)
      const departmentsOf = (id: string) =>
        places.find(({ person }) => person.id === id)!.posts.map(({ department }) => department)
      const person = (id: string) => problem.people.find((each) => each.id === id)!
      const divisionsOf = (id: string) =>
        departmentsOf(id).map((department) => problem.departments.find((each) => each.id === department)!.division)
      const isGuarded = (id: string) =>
        places.find((each) => each.person.id === id)!.posts.some(({ duty }) => duty === 'finance')
      return problem.kinships.every(
        ({ first, second }) =>
          departmentsOf(first).every((department) => !departmentsOf(second).includes(department)) &&
          !(
            person(first).leader &&
            person(second).leader &&
            divisionsOf(first).some((division) => division !== null && divisionsOf(second).includes(division))
          ) &&
          !(person(first).courtLeader && isGuarded(second)) &&
          !(person(second).courtLeader && isGuarded(first)),
      )
    })
  }, 60_000)
})

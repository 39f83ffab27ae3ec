import { describe, expect, it } from 'vitest'
import { caseConflict } from '../../src/rules/case-conflict'
import { board, broken } from '../board'
import { expectAgreement, inPlan, keptOwn } from './agrees'

describe(caseConflict.id, () => {
  const problem = board('Civil/Team1 | Ann:J\nReview/Team2 |\nReview/Team3 |', {
    people: { Ann: { conflictUnits: ['Team1', 'Team2'] } },
  })

  it('points out a move to a unit that hears cases in which the person took part', () => {
    expect(broken('case-conflict', problem, { Ann: 'Team2/judge' })).toEqual([{ person: 'Ann', unit: 'Team2' }])
  })
  it('says nothing of other units, nor of the unit where the person is', () => {
    expect(broken('case-conflict', problem, { Ann: 'Team3/judge' })).toEqual([])
    expect(broken('case-conflict', problem)).toEqual([])
  })

  it('agrees with its predicate', () => {
    expectAgreement(caseConflict, (problem, plan) =>
      inPlan(problem, plan).every(
        ({ person, posts }) => keptOwn(plan, person) || posts.every(({ unit }) => !person.conflictUnits.includes(unit)),
      ),
    )
  }, 60_000)
})

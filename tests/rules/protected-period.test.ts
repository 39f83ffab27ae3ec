import { describe, expect, it } from 'vitest'
import { protectedPeriod } from '../../src/rules/protected-period'
import { board, broken } from '../board'
import { expectAgreement, hasStayed } from './agrees'

describe(protectedPeriod.id, () => {
  const problem = (consents: boolean) =>
    board('Civil/Team1 | Ann:A\nCivil/Team2 |', {
      people: { Ann: { protection: { kind: 'pregnancy', until: '2027-05-31', consents } } },
    })
  const moved = { Ann: 'Team2/assistant' }

  it('is broken by a move without consent', () => {
    expect(broken('protected-period', problem(false), moved)).toEqual([{ person: 'Ann', until: '2027-05-31' }])
  })
  it('yields to consent, and is kept while the person stays', () => {
    expect(broken('protected-period', problem(true), moved)).toEqual([])
    expect(broken('protected-period', problem(false))).toEqual([])
  })

  it('agrees with its predicate', () => {
    expectAgreement(protectedPeriod, (problem, plan) =>
      problem.people.every((person) => (person.protection?.consents ?? true) || hasStayed(plan, person)),
    )
  }, 60_000)
})

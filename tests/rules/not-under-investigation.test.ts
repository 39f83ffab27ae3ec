import { describe, expect, it } from 'vitest'
import { notUnderInvestigation } from '../../src/rules/not-under-investigation'
import { board, broken } from '../board'
import { expectAgreement, hasStayed } from './agrees'

describe(notUnderInvestigation.id, () => {
  const problem = board('Civil/Team1 | Ann:A, Bo:A\nCivil/Team2 |\nbench | Cy:A', {
    people: { Ann: { underReview: true }, Cy: { underReview: true } },
  })

  it('is broken by a move, from the post or from the bench', () => {
    expect(broken('not-under-investigation', problem, { Ann: 'Team2/assistant' })).toEqual([{ person: 'Ann' }])
    expect(broken('not-under-investigation', problem, { Ann: null })).toHaveLength(1)
    expect(broken('not-under-investigation', problem, { Cy: 'Team2/assistant' })).toEqual([{ person: 'Cy' }])
  })
  it('is kept while they stay, and binds nobody else', () => {
    expect(broken('not-under-investigation', problem, { Bo: 'Team2/assistant' })).toEqual([])
  })

  it('agrees with its predicate', () => {
    expectAgreement(notUnderInvestigation, (problem, plan) =>
      problem.people.every((person) => !person.underReview || hasStayed(plan, person)),
    )
  }, 60_000)
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maxMoves } from '../../src/rules/max-moves'
import { board, broken } from '../board'
import { expectAgreement, hasStayed } from './agrees'

describe(maxMoves.id, () => {
  const problem = board('Civil/Team1 | Ann:A, Bo:A\nCivil/Team2 | Cy:A\nbench | Di:A')
  const two = { Ann: 'Team2/assistant', Bo: null }

  it('is kept up to the number agreed, and broken beyond', () => {
    expect(broken('max-moves', problem, two, { most: 2 })).toEqual([])
    expect(broken('max-moves', problem, two, { most: 1 })).toEqual([{ most: 1 }])
  })
  it('does not count a first post', () => {
    expect(broken('max-moves', problem, { Di: 'Team2/assistant' }, { most: 0 })).toEqual([])
  })
  it('never binds a small court unless the round says so', () => {
    expect(broken('max-moves', problem, { ...two, Cy: 'Team1/assistant' })).toEqual([])
  })

  it('agrees with its predicate', () => {
    expectAgreement(
      maxMoves,
      (problem, plan, { most }) =>
        problem.people.filter((person) => person.present.length > 0 && !hasStayed(plan, person)).length <= most,
      fc.record({ most: fc.integer({ min: 0, max: 3 }) }),
    )
  }, 60_000)
})

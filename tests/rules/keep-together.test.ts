import { describe, expect, it } from 'vitest'
import { keepTogether } from '../../src/rules/keep-together'
import { board, broken } from '../board'
import { expectAgreement, inPlan } from './agrees'

describe(keepTogether.id, () => {
  const problem = board('Civil/Team1 | Ann:J, Bo:C\nCivil/Team2 | Cy:A', {
    people: { Ann: { worksWith: 'Bo' }, Cy: { worksWith: 'gone' } },
  })

  it('is broken when one of two goes without the other, or loses the post', () => {
    expect(broken('keep-together', problem, { Ann: 'Team2/judge' })).toEqual([
      { first: 'Ann', second: 'Bo', unit: 'Team1' },
      { first: 'Ann', second: 'Bo', unit: 'Team2' },
    ])
    expect(broken('keep-together', problem, { Bo: null })).toHaveLength(1)
  })
  it('is kept when both go or both stay, and asks nothing of who works with somebody who left', () => {
    expect(broken('keep-together', problem, { Ann: 'Team2/judge', Bo: 'Team2/clerk' })).toEqual([])
    expect(broken('keep-together', problem, { Cy: 'Team1/assistant' })).toEqual([])
  })

  it('agrees with its predicate', () => {
    expectAgreement(keepTogether, (problem, plan) => {
      const units = new Map(
        inPlan(problem, plan).map(({ person, posts }) => [
          person.id,
          [...new Set(posts.map(({ unit }) => unit))].toSorted().join(),
        ]),
      )
      return problem.people.every(
        ({ id, worksWith }) => worksWith === null || !units.has(worksWith) || units.get(id) === units.get(worksWith),
      )
    })
  }, 60_000)
})

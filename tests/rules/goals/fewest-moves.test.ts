import { describe, expect, it } from 'vitest'
import { fewestMoves } from '../../../src/rules/goals/fewest-moves'
import { board } from '../../board'
import { hasStayed } from '../agrees'
import { expectValue, valueAfter } from './value'

describe(fewestMoves.id, () => {
  const problem = board('Civil/Team1 | Ann:A, Bo:A\nCivil/Team2 |\nbench | Cy:A')
  it('counts people who change post or lose it, not first posts', () => {
    expect(valueAfter('fewest-moves', problem)).toBe(0)
    expect(valueAfter('fewest-moves', problem, { Ann: 'Team2/assistant', Bo: null })).toBe(2)
    expect(valueAfter('fewest-moves', problem, { Cy: 'Team2/assistant' })).toBe(0)
  })
  it('equals its formula', () => {
    expectValue(
      'fewest-moves',
      (problem, plan) =>
        problem.people.filter((person) => person.present.length > 0 && !hasStayed(plan, person)).length,
    )
  }, 60_000)
})

import { describe, expect, it } from 'vitest'
import { check, putInForce, type Order } from '../../src/rules'
import { board, planOf } from '../board'

describe('an exception of a round', () => {
  const problem = board(
    `Civil/Team1 | Ann:A, Bo:A, Cy:A
     Civil/Team2 | Di:A`,
    { posts: { 'Team1/assistant': { ceiling: 1 }, 'Team2/assistant': { ceiling: 1 } } },
  )
  const facts = { post: 'Team1/assistant', unit: 'Team1', role: 'assistant', most: 1 }
  const order = (by: number, more: object = {}): Order => ({
    rules: [{ id: 'headcount-ceiling', exceptions: [{ facts: { ...facts, ...more }, by }] }],
    goals: ['fit'],
  })
  const broken = (of: Order, moves: Record<string, string> = {}) =>
    [...check(planOf(problem, moves), putInForce(problem, of))]
      .filter(({ rule }) => rule.id === 'headcount-ceiling')
      .map(({ rule, limit, excess }) => [rule.weight, limit.facts.unit, excess])

  it('lets the limit be missed by so much and points it out, and nothing else', () => {
    expect(broken({ goals: ['fit'] })).toEqual([['must', 'Team1', 2]])
    expect(broken(order(2))).toEqual([['warn', 'Team1', 2]])
    expect(broken(order(1))).toEqual([
      ['must', 'Team1', 1],
      ['warn', 'Team1', 2],
    ])
    expect(broken(order(2), { Ann: 'Team2/assistant' })).toEqual([
      ['must', 'Team2', 1],
      ['warn', 'Team1', 1],
    ])
  })
  it('stands in whichever order its facts were written, and lapses where they have changed', () => {
    const turned = Object.fromEntries(Object.entries(facts).toReversed())
    expect(
      broken({ ...order(2), rules: [{ id: 'headcount-ceiling', exceptions: [{ facts: turned, by: 2 }] }] }),
    ).toEqual([['warn', 'Team1', 2]])
    expect(broken(order(2, { most: 2 }))).toEqual([['must', 'Team1', 2]])
  })
  it('says nothing where the rule only warns anyway', () => {
    const [setting] = order(2).rules!
    expect(broken({ rules: [{ ...setting!, weight: 'warn' }], goals: ['fit'] })).toEqual([['warn', 'Team1', 2]])
    expect(broken({ rules: [{ ...setting!, weight: 'off' }], goals: ['fit'] })).toEqual([])
  })
})

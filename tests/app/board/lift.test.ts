import { describe, expect, it } from 'vitest'
import { bench, heldOver, heldVerdict, lift, otherChoice, steppedTo } from '../../../src/app/board/lift'
import { presentPlan } from '../../../src/domain'
import { putInForce } from '../../../src/rules'
import { Tally } from '../../../src/rules/tally'
import { board } from '../../board'

const problem = board(`Office | Ann:A, Sam:S, Bo:C\nCivil/Team1 | Cy:J, Di:A\nCivil/Team2 | Ed:J`, {
  people: { Sam: { qualifications: { typing: null, 'legal-exam': null } } },
})
const tally = new Tally(problem, putInForce(problem), presentPlan(problem))
const order = ['Office', 'Team1', 'Team2', bench]

describe('a lifted card', () => {
  it('lies where the person sits, with a verdict for every place and the bench', () => {
    const held = lift(problem, tally, 'Ann', 'keys')
    expect(held.over).toBe('Office')
    expect([...held.verdicts.keys()]).toEqual(order)
    expect(heldVerdict(held)?.standing).toBe('here')
  })
  it('steps from place to place and stops at the ends', () => {
    const held = lift(problem, tally, 'Ann', 'keys')
    expect(steppedTo(held, order, 1).over).toBe('Team1')
    expect(steppedTo(held, order, -1).over).toBe('Office')
    expect(steppedTo(held, order, 99).over).toBe(bench)
    expect(heldVerdict(steppedTo(held, order, 1))?.to?.id).toBe('Ann@Team1/assistant')
    expect(heldVerdict(steppedTo(held, order, 99))?.to).toBeNull()
  })
  it('steps through the posts of a place, and begins with the likeliest in the next', () => {
    const over = heldOver(lift(problem, tally, 'Sam', 'keys'), 'Team1')
    const posts = [0, 1, 2].map((by) => heldVerdict(otherChoice(over, by))?.to?.id)
    expect(new Set(posts).size).toBe(3)
    expect(heldVerdict(otherChoice(over, -1))?.to?.id).toBe(posts[2])
    expect(heldOver(otherChoice(over, 1), 'Team2').choice).toBe(0)
  })
  it('is over nothing outside every place', () => {
    expect(heldVerdict(heldOver(lift(problem, tally, 'Ann', 'mouse'), null))).toBeNull()
  })
})

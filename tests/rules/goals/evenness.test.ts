import { describe, expect, it } from 'vitest'
import { evenness } from '../../../src/rules/goals/evenness'
import { board } from '../../board'
import { expectValue, haveIn, valueAfter } from './value'

describe(evenness.id, () => {
  const need = (team1: number, team2: number) =>
    board('Civil/Team1 | Ann:A, Bo:A\nCivil/Team2 | Cy:A, Di:A', {
      posts: { 'Team1/assistant': { need: team1 }, 'Team2/assistant': { need: team2 } },
      people: {
        Ann: { availability: 800 },
        Bo: { availability: 800 },
        Cy: { availability: 800 },
        Di: { availability: 800 },
      },
    })
  it('costs more for one team at 60 % than for two at 80 %', () => {
    const two = valueAfter('evenness', need(2000, 2000))
    const one = valueAfter('evenness', need(1600, 2667), {})
    expect(two).toBeCloseTo(2 * (400 + 200), 6)
    expect(one).toBeGreaterThan(two)
  })
  it('costs nothing where the need is met, and one slope more for each ten points below', () => {
    expect(valueAfter('evenness', need(1600, 1600))).toBe(0)
    // At 90 % only the uppermost slope counts; at 80 % two do, at 0 % all ten.
    expect(valueAfter('evenness', need(1778, 0))).toBeCloseTo(178, 0)
    expect(valueAfter('evenness', need(2000, 0))).toBeCloseTo(400 + 200, 6)
    expect(valueAfter('evenness', need(1000, 0), { Ann: null, Bo: null })).toBeCloseTo(5500, 6)
  })
  it('equals need x f(have / need)', () => {
    /** f of design: 0 from full cover on, then slope 1, 2, 3... for every tenth further down. */
    const f = (cover: number): number => {
      let sum = 0
      for (let tenth = 9; tenth >= 0; tenth--) {
        const missingHere = Math.min(0.1, Math.max(0, (tenth + 1) / 10 - cover))
        sum += missingHere * (10 - tenth)
      }
      return sum
    }
    expectValue('evenness', (problem, plan) =>
      problem.posts
        .filter(({ frontLine, need }) => frontLine && need > 0)
        .reduce((sum, { id, need }) => sum + need * f(haveIn(problem, plan, id) / need), 0),
    )
  }, 60_000)
})

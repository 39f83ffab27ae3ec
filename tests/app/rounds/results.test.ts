import { describe, expect, it } from 'vitest'
import { changesByUnit, scaleOf, shortOf } from '../../../src/app/rounds/before-after'
import { flowsOf } from '../../../src/app/rounds/flows'
import { goalRows, sameFigure } from '../../../src/app/rounds/goal-values'
import { movesBetween } from '../../../src/domain'
import { board, planOf } from '../../board'

const problem = board(
  `Office      | Ann:A, Bo:A, Cy:C
   Civil/Team1 | Di:A
   Civil/Team2 | Ed:J`,
  { posts: { 'Team1/assistant': { need: 2000 }, 'Team2/clerk': { need: 1500 }, 'Office/clerk': { need: 3000 } } },
)
const plan = planOf(problem, { Ann: 'Team1/assistant', Bo: 'Team1/assistant', Cy: 'Team2/clerk', Ed: null })

describe('flows', () => {
  it('gather moves from department to unit, the strongest first', () => {
    expect(flowsOf(problem, movesBetween(problem, planOf(problem), plan))).toEqual([
      { from: 'Office', to: 'Team1', people: ['Ann', 'Bo'] },
      { from: 'Office', to: 'Team2', people: ['Cy'] },
      { from: 'Civil', to: null, people: ['Ed'] },
    ])
  })
  it('leave out a change of role inside one unit', () => {
    const inside = planOf(problem, { Di: 'Team1/clerk' })
    expect(flowsOf(problem, movesBetween(problem, planOf(problem), inside))).toEqual([])
  })
})

describe('before and after', () => {
  const rows = changesByUnit(problem, plan)
  it('counts the front line only, post by post', () => {
    expect(shortOf(rows, 'before')).toEqual({ units: 2, fte: 2.5 })
    expect(shortOf(rows, 'after')).toEqual({ units: 1, fte: 0.5 })
  })
  it('uses one scale for all bars', () => expect(scaleOf(rows)).toBe(3))
})

describe('goals of a run', () => {
  const goals = [
    { id: 'a', unit: 'thousandths' as const },
    { id: 'b', unit: 'people' as const },
    { id: 'c', unit: 'price' as const },
  ]
  it('are proven, in work or waiting', () => {
    const rows = goalRows(
      goals,
      [
        { goal: 'a', value: 500, bound: 500, gap: 0, proven: true, slack: 0 },
        { goal: 'b', value: 7, bound: 5, gap: 2, proven: false, slack: 0 },
      ],
      'b',
      [2500, 0],
    )
    expect(rows.map(({ state, before }) => [state, before])).toEqual([
      ['proven', 2500],
      ['working', 0],
      ['waiting', null],
    ])
  })
  it('are stopped where the run ended without proof', () => {
    const rows = goalRows(goals, [{ goal: 'b', value: 7, bound: 5, gap: 2, proven: false, slack: 0 }], null)
    expect(rows[1]!.state).toBe('stopped')
  })
  it('are skipped where the run ended before it came to them', () => {
    const rows = goalRows(goals, [], null, [], [], true)
    expect(rows.map(({ state }) => state)).toEqual(['skipped', 'skipped', 'skipped'])
  })
  it('show what only the run counted, at its place', () => {
    const result = { bound: 2, gap: 0, proven: true, slack: 0 }
    const rows = goalRows(
      goals,
      [
        { ...result, goal: 'a', value: 2 },
        { ...result, goal: 'fewest-changes', value: 2 },
        { ...result, goal: 'b', value: 2 },
      ],
      null,
      [5, 6, 7],
    )
    expect(rows.map(({ id, before }) => [id, before])).toEqual([
      ['a', 5],
      ['fewest-changes', null],
      ['b', 6],
      ['c', 7],
    ])
    expect(rows[1]).toMatchObject({ unit: 'people', state: 'proven' })
  })
  it('look the same when they round to the same', () => {
    expect(sameFigure('thousandths', 500, 520)).toBe(true)
    expect(sameFigure('thousandths', 500, 600)).toBe(false)
    expect(sameFigure('people', 5, 6)).toBe(false)
  })
})

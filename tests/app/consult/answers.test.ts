import { describe, expect, it } from 'vitest'
import {
  alikeWorths,
  brokenByRule,
  changedGoals,
  figuresOf,
  movesOfOthers,
  questionOf,
  type AskedUnit,
} from '../../../src/app/consult/answers'
import { writePlan } from '../../../src/domain'
import type { Answer } from '../../../src/planner/worker'
import { board, planOf } from '../../board'

const goals = [
  { id: 'front-line-shortage', unit: 'thousandths' as const },
  { id: 'fewest-moves', unit: 'people' as const },
  { id: 'tie-break', unit: 'price' as const },
]

describe('what changes for the goals', () => {
  it('is told goal by goal, but for what only breaks ties', () => {
    const changes = changedGoals(goals, [
      { goal: 'front-line-shortage', now: 500, then: 1250 },
      { goal: 'fewest-moves', now: 3, then: 3 },
      { goal: 'tie-break', now: 10, then: 20 },
    ])
    expect(changes).toMatchObject([{ goal: 'front-line-shortage', worse: true }])
    expect(figuresOf(changes[0]!)).toEqual({ now: '0.5', then: '1.3', size: '0.8' })
  })
  it('never reads as nothing where it is something', () => {
    const [change] = changedGoals(goals, [{ goal: 'front-line-shortage', now: 520, then: 500 }])
    expect(change).toMatchObject({ worse: false })
    expect(figuresOf(change!)).toEqual({ now: '0.52', then: '0.50', size: '0.02' })
    expect(figuresOf({ unit: 'thousandths', now: 1060, then: 1061 }).size).toBe('0.001')
  })
  it.each([
    [1104, 1058],
    [4460, 2610],
    [0, 400],
    [1049, 951],
  ])('comes out by hand (%i to %i thousandths)', (now, then) => {
    const told = figuresOf({ unit: 'thousandths', now, then })
    const decimals = told.size.split('.')[1]!.length
    expect(Math.abs(Number(told.then) - Number(told.now)).toFixed(decimals)).toBe(told.size)
  })
})

describe('what one more would change', () => {
  const of = (post: string) => ({ kind: 'person' as const, post })
  const short = (then: number) => [{ goal: 'front-line-shortage', now: 500, then }]
  const told = (...worths: Parameters<typeof alikeWorths>[1]) =>
    alikeWorths(goals, worths).map(({ kind, ids, goals: known, changes }) => [
      kind,
      ids,
      known === null ? null : changes.map(({ then }) => then),
    ])
  it('is told once for all posts that come to exactly the same', () => {
    expect(
      told({ of: of('a'), goals: short(100) }, { of: of('b'), goals: short(101) }, { of: of('c'), goals: short(100) }),
    ).toEqual([
      ['person', ['a', 'c'], [100]],
      ['person', ['b'], [101]],
    ])
  })
  it('begins with what helps the first goals most, and ends with what changes nothing or cannot be', () => {
    const moves = (then: number) => ({ goal: 'fewest-moves', now: 3, then })
    expect(
      told(
        { of: of('full'), goals: null },
        { of: of('idle'), goals: short(500) },
        { of: { kind: 'rule', rule: 'same' }, goals: short(500) },
        { of: of('moves'), goals: [...short(500), moves(2)] },
        { of: of('some'), goals: short(400) },
        { of: of('most'), goals: [...short(0), moves(5)] },
      ),
    ).toEqual([
      ['person', ['most'], [0, 5]],
      ['person', ['some'], [400]],
      ['person', ['moves'], [2]],
      ['person', ['idle'], []],
      ['rule', ['same'], []],
      ['person', ['full'], null],
    ])
  })
})

it('names who else sits elsewhere, from where to where', () => {
  const problem = board('Office | Ann:A, Bo:A, Cy:A\nCivil/Team1 |')
  const first = writePlan(problem, planOf(problem, { Ann: 'Team1/assistant' }))
  const second = writePlan(problem, planOf(problem, { Bo: 'Team1/assistant' }))
  expect(
    movesOfOthers(problem, first, second, ['Ann']).map(({ person, from, to }) => [person, from?.id, to?.id]),
  ).toEqual([['Bo', 'Bo@Office/assistant', 'Bo@Team1/assistant']])
})

describe('a question about a unit', () => {
  it('is what if it were the other way', () => {
    const open = (kind: AskedUnit['kind']) => questionOf({ kind, unit: 'u' })
    expect(['opened', 'kept'].map((kind) => open(kind as AskedUnit['kind']))).toEqual(
      Array(2).fill({ kind: 'unit', unit: 'u', open: false }),
    )
    expect(['left-out', 'closed'].map((kind) => open(kind as AskedUnit['kind']))).toEqual(
      Array(2).fill({ kind: 'unit', unit: 'u', open: true }),
    )
  })
})

describe('a refusal', () => {
  const answer: Extract<Answer, { kind: 'forbidden' }> = {
    kind: 'forbidden',
    rules: ['headcount-ceiling', 'protected-period', 'relatives-apart'],
    broken: [
      { rule: 'headcount-ceiling', facts: { unit: 't', role: 'clerk', most: 3 } },
      { rule: 'relatives-apart', facts: { first: 'bo', second: 'ann', kinship: 'spouse', department: 'd' } },
    ],
  }
  it('has its rules with what each would break', () =>
    expect(brokenByRule(answer).map(({ rule, facts }) => [rule, facts.length])).toEqual([
      ['headcount-ceiling', 1],
      ['protected-period', 0],
      ['relatives-apart', 1],
    ]))
})

import { describe, expect, it } from 'vitest'
import { unitChoices, type Plan, type Problem } from '../../src/domain'
import { wholeUnit } from '../../src/rules/whole-unit'
import { board, broken, planOf } from '../board'
import { atPresent, expectAgreement, inPlan, type Placed } from './agrees'

describe(wholeUnit.id, () => {
  const text = `Civil/Team1 | Ann:J, Bo:J, Cy:A, Di:C
                Civil/Team2 | Ed:J, Flo:A
                Civil/New   |`
  const proposed = board(text, {
    units: { New: { status: 'proposed' } },
    posts: { 'New/judge': { least: 2 }, 'New/clerk': { least: 0 } },
  })
  const closing = board(text, { units: { Team2: { status: 'may-close' } }, posts: { 'Team2/judge': { least: 3 } } })
  const judges = { Ann: 'New/judge', Bo: 'New/judge' }

  it('is kept by a proposed team that is left out whole, or filled in each of its posts', () => {
    expect(broken('whole-unit', proposed)).toEqual([])
    expect(broken('whole-unit', proposed, { ...judges, Cy: 'New/assistant' })).toEqual([])
    expect(broken('whole-unit', proposed, { ...judges, Cy: 'New/assistant', Di: 'New/clerk' })).toEqual([])
  })
  it('is broken by one that is filled in part, post by post', () => {
    expect(broken('whole-unit', proposed, { Ann: 'New/judge' })).toEqual([
      { unit: 'New', role: 'judge', least: 2 },
      { unit: 'New', role: 'assistant', least: 1 },
    ])
    expect(broken('whole-unit', proposed, judges)).toEqual([{ unit: 'New', role: 'assistant', least: 1 }])
    // A post that takes nobody opens the unit all the same.
    expect(broken('whole-unit', proposed, { Di: 'New/clerk' })).toHaveLength(2)
  })
  it('is kept by a unit that is closed whole, or goes on with as many as it has', () => {
    expect(broken('whole-unit', closing)).toEqual([])
    expect(broken('whole-unit', closing, { Ed: 'Team1/judge', Flo: 'Team1/assistant' })).toEqual([])
    expect(broken('whole-unit', closing, { Ed: 'Team1/judge', Ann: 'Team2/judge' })).toEqual([])
  })
  it('is broken by a unit that is closed in part', () => {
    expect(broken('whole-unit', closing, { Ed: 'Team1/judge' })).toEqual([{ unit: 'Team2', role: 'judge', least: 1 }])
  })
  it('asks nothing of a team that stands for good, nor of a proposed one that has people by now', () => {
    const begun = board(text, { units: { Team2: { status: 'proposed' } } })
    expect(broken('whole-unit', board(text), { Ann: 'New/judge' })).toEqual([])
    expect(broken('whole-unit', begun, { Ed: 'Team1/judge' })).toEqual([])
  })
  it('opens a unit that may close and has nobody only as a whole', () => {
    const empty = board(text, { units: { New: { status: 'may-close' } } })
    expect(broken('whole-unit', empty, { Ann: 'New/judge' })).toHaveLength(2)
  })

  it('tells what became of each such unit, and what of its need is covered', () => {
    const both = board(text, {
      units: { New: { status: 'proposed' }, Team2: { status: 'may-close' } },
      posts: { 'New/judge': { need: 1500 }, 'Team2/assistant': { need: 800 } },
    })
    const told = (moved: Record<string, string | null>) => unitChoices(both, planOf(both, moved))
    expect(told({})).toEqual([
      { unit: 'New', becomes: 'left-out', before: 0, after: 0, need: 1500, covered: 0 },
      { unit: 'Team2', becomes: 'kept', before: 2, after: 2, need: 800, covered: 800 },
    ])
    expect(told({ Ed: 'New/judge', Flo: 'New/assistant' })).toEqual([
      { unit: 'New', becomes: 'opened', before: 0, after: 2, need: 1500, covered: 1000 },
      { unit: 'Team2', becomes: 'closed', before: 2, after: 0, need: 800, covered: 0 },
    ])
  })

  it('agrees with its predicate', () => {
    const heads = (placed: Placed[], post: string) =>
      placed.filter(({ posts }) => posts.some(({ id }) => id === post)).length
    expectAgreement(wholeUnit, (problem: Problem, plan: Plan) => {
      const [now, next] = [atPresent(problem), inPlan(problem, plan)]
      const anybody = (placed: Placed[], unit: string) =>
        placed.some(({ posts }) => posts.some((post) => post.unit === unit))
      return problem.units.every(({ id, status }) => {
        if (status === 'standing' || !anybody(next, id)) return true
        if (status === 'proposed' && anybody(now, id)) return true
        return problem.posts.every(
          (post) =>
            post.unit !== id ||
            heads(next, post.id) >= post.least ||
            (anybody(now, id) && heads(next, post.id) >= heads(now, post.id)),
        )
      })
    })
  }, 60_000)
})

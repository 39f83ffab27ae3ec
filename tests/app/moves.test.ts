import { describe, expect, it } from 'vitest'
import { movesOf, shortageOf } from '../../src/app/moves'
import { defineProblem, presentPlan, problemOf, round, withMove, writePlan } from '../../src/domain'
import { exampleCourt } from '../../src/example'
import { check, putInForce, score } from '../../src/rules'
import { smallCourt } from './small-court'

describe('a plan against the present', () => {
  const data = problemOf(exampleCourt(), round.parse({ id: 'r', name: 'r', date: '2022-01-04' }))
  const problem = defineProblem(data)
  const [goal] = putInForce(problem, { goals: ['front-line-shortage'] }).slice(-1)

  it('lacks at the front line what the first goal counts', () => {
    const before = presentPlan(problem)
    const person = problem.people.find(({ present }) => present.length === 1 && present[0]!.post.endsWith('/judge'))!
    for (const plan of [before, withMove(before, person.id, null)]) {
      const [value] = score(check(plan, [goal!]), 1)
      expect(shortageOf(data, writePlan(problem, plan))).toBe(value)
    }
    expect(shortageOf(data)).toBe(shortageOf(data, writePlan(problem, before)))
  })

  it('names who moves, from where and to where', () => {
    const small = problemOf(smallCourt(), round.parse({ id: 'r', name: 'r', date: '2026-01-04' }))
    const own = defineProblem(small)
    const plan = writePlan(own, presentPlan(own))
    expect(movesOf(small, plan)).toEqual([])
    expect(movesOf(small, { ...plan, bo: 'bo@team-1/clerk', cy: null })).toEqual([
      { person: 'bo', from: ['office/clerk'], to: ['team-1/clerk'], until: null },
      { person: 'cy', from: ['office/clerk', 'team-1/clerk'], to: [], until: null },
    ])
  })

  it('says of a temporary posting until when it is', () => {
    const decisions = [{ kind: 'pin' as const, person: 'bo', seat: 'bo@team-1/clerk', reason: '', until: '2026-06-30' }]
    const small = problemOf(smallCourt(), round.parse({ id: 'r', name: 'r', date: '2026-01-04', decisions }))
    const own = defineProblem(small)
    const plan = writePlan(own, presentPlan(own))
    const until = (seat: string | null) => movesOf(small, { ...plan, bo: seat }).map((move) => move.until)
    expect(until('bo@team-1/clerk')).toEqual(['2026-06-30'])
    expect(until('bo@civil/clerk')).toEqual([null])
    expect(until(null)).toEqual([null])
  })
})

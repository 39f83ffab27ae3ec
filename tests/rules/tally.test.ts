import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withMove, type Plan, type Problem, type Seat } from '../../src/domain'
import { check, goals, putInForce, score, Tally, type InForce, type Violation } from '../../src/rules'
import { board, planOf } from '../board'
import { anyPlan, anyProblem, anyRules, Dice } from '../planner/random'
import { arbitraryOrder, arbitraryPlan, arbitraryProblem } from '../problems'

/** Far finer than any limit tells apart. */
const even = (value: number): number => Math.round(value * 1e6)
const excesses = (violations: Iterable<Violation>) =>
  new Map([...violations].map(({ limit, excess }) => [limit, even(excess)]))

/** What a move does, found the long way: the whole book before and after. */
function difference(inForce: InForce[], before: Plan, after: Plan) {
  const was = excesses(check(before, inForce))
  const is = excesses(check(after, inForce))
  const limits = inForce.flatMap((rule) => rule.limits)
  const change = limits.map((limit) => [limit, (is.get(limit) ?? 0) - (was.get(limit) ?? 0)] as const)
  return {
    breaks: new Map(change.filter(([, worse]) => worse > 0)),
    mends: new Map(change.filter(([, worse]) => worse < 0).map(([limit, worse]) => [limit, -worse])),
  }
}

const anyMove = (problem: Problem): fc.Arbitrary<{ person: string; to: Seat | null }> =>
  fc
    .constantFrom(...problem.people)
    .chain(({ id }) => fc.record({ person: fc.constant(id), to: fc.constantFrom(null, ...problem.seatsOf(id)) }))

const arbitraryGame = arbitraryProblem({ people: 5, units: 4 }).chain((problem) =>
  fc.record({
    problem: fc.constant(problem),
    order: arbitraryOrder,
    plan: arbitraryPlan(problem),
    moves: fc.array(anyMove(problem), { minLength: 1, maxLength: 6 }),
  }),
)

describe(Tally.name, () => {
  it('equals check and score of the whole plan, move after move, and previews exactly what a move then does', () => {
    fc.assert(
      fc.property(arbitraryGame, ({ problem, order, plan, moves }) => {
        const inForce = putInForce(problem, order)
        const levels = inForce.filter(({ weight }) => typeof weight === 'object').length
        const tally = new Tally(problem, inForce, plan)
        let now = plan
        for (const { person, to } of moves) {
          const found = [...check(now, inForce)]
          expect(excesses(tally.violations())).toEqual(excesses(found))
          expect(tally.violations().map(({ rule, limit }) => [rule, limit])).toEqual(
            found.map(({ rule, limit }) => [rule, limit]),
          )
          expect(tally.score.map(even)).toEqual(score(found, levels).map(even))
          const next = withMove(now, person, to)
          const preview = tally.preview(person, to)
          const change = difference(inForce, now, next)
          expect(excesses(preview.breaks)).toEqual(change.breaks)
          expect(excesses(preview.mends)).toEqual(change.mends)
          expect(preview.score.map(even)).toEqual(score(check(next, inForce), levels).map(even))
          tally.move(person, to)
          expect(tally.plan).toEqual(next)
          now = next
        }
      }),
      { numRuns: 150 },
    )
  }, 60_000)

  it('follows limits and choices of every kind, choices made by choices among them', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const dice = new Dice(seed * 31)
      const problem = anyProblem(dice, dice.whole(1, 5), dice.whole(1, 5))
      const inForce = anyRules(dice, problem, 3)
      let now = anyPlan(dice, problem)
      const tally = new Tally(problem, inForce, now)
      for (let step = 0; step < 8; step++) {
        const found = [...check(now, inForce)]
        expect(excesses(tally.violations()), `seed ${seed}`).toEqual(excesses(found))
        expect(tally.score.map(even), `seed ${seed}`).toEqual(score(found, 3).map(even))
        const { id } = dice.pick(problem.people)
        const to = dice.pick([null, ...problem.seatsOf(id)])
        tally.move(id, to)
        now = withMove(now, id, to)
      }
    }
  })

  it('leaves a plan that was read before a move as it was', () => {
    const problem = board('Civil/Team1 | Di:A\nCivil/Team2 |')
    const tally = new Tally(problem, putInForce(problem), planOf(problem))
    const before = tally.plan
    tally.move('Di', null)
    expect(before.get('Di')?.id).toBe('Di@Team1/assistant')
    expect(tally.plan.has('Di')).toBe(false)
  })

  it('tells rules that must hold from rules that only warn', () => {
    const problem = board('Civil/Team1 | Di:A, Bo:C', { relatives: [['Di', 'Bo']] })
    const warned = putInForce(problem, { rules: [{ id: 'relatives-apart', weight: 'warn' }], goals: [goals[0].id] })
    const tally = new Tally(problem, warned, planOf(problem))
    expect(tally.broken('warn').map(({ rule }) => rule.id)).toEqual(['relatives-apart'])
    expect(tally.broken('must')).toEqual([])
  })
})

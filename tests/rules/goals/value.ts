import fc from 'fast-check'
import { expect } from 'vitest'
import type { Plan, Problem } from '../../../src/domain'
import { check, putInForce, score, type GoalId } from '../../../src/rules'
import { planOf } from '../../board'
import { arbitraryPlan, arbitraryProblem } from '../../problems'

/** What the plan costs in this goal alone. */
export function valueIn(id: GoalId, problem: Problem, plan: Plan): number {
  const inForce = putInForce(problem, { goals: [id] }).filter((rule) => rule.id === id)
  return score(check(plan, inForce), 1)[0]!
}

/** The value of the plan that the moves lead to, from the present one. */
export const valueAfter = (id: GoalId, problem: Problem, moved: Record<string, string | null> = {}): number =>
  valueIn(id, problem, planOf(problem, moved))

/** On many small problems and plans, the goal costs what the formula, written on the plan alone, says. */
export function expectValue(id: GoalId, formula: (problem: Problem, plan: Plan) => number): void {
  const different = new Set<number>()
  const cases = arbitraryProblem({ people: 5, units: 4 }).chain((problem) =>
    fc.record({ problem: fc.constant(problem), plan: arbitraryPlan(problem) }),
  )
  fc.assert(
    fc.property(cases, ({ problem, plan }) => {
      const value = formula(problem, plan)
      different.add(value)
      expect(valueIn(id, problem, plan)).toBeCloseTo(value, 6)
    }),
    { numRuns: 200 },
  )
  expect(different.size).toBeGreaterThan(2)
}

/** FTE in the post, in thousandths, counted from the people. */
export const haveIn = (problem: Problem, plan: Plan, post: string): number =>
  problem.people.reduce(
    (sum, { id, availability }) =>
      sum +
      (plan.get(id)?.parts ?? [])
        .filter((part) => part.post === post)
        .reduce((own, { share }) => own + Math.round((share / 1000) * availability), 0),
    0,
  )

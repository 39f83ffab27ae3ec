import { readPlan, unitChoices, type BrokenLimit, type PlanData, type Problem, type UnitChoice } from '../domain'
import { check, goalsInOrder, putInForce, score, type Order, type Violation } from '../rules'

/** What rules and goals themselves say of a plan. */
export interface Certificate {
  /** No must rule is broken. */
  readonly keeps: boolean
  readonly broken: readonly BrokenLimit[]
  readonly warned: readonly BrokenLimit[]
  readonly goals: readonly { readonly goal: string; readonly value: number }[]
  /** What became of the units that were for the plan to set up or to close. */
  readonly choices: readonly UnitChoice[]
}

/**
 * Asks rules and goals about a plan, whoever made it: shares no code with the model and the solver.
 * Throws UnknownSeat when the plan names a seat that the problem does not have.
 */
export function certify(problem: Problem, order: Order, plan: PlanData): Certificate {
  const chosen = readPlan(problem, plan)
  const violations = [...check(chosen, putInForce(problem, order))]
  const goals = goalsInOrder(order).map(({ id }) => id)
  const values = score(violations, goals.length)
  const write = (weight: 'must' | 'warn'): BrokenLimit[] =>
    violations
      .filter(({ rule }: Violation) => rule.weight === weight)
      .map(({ rule, limit, excess }) => ({ rule: rule.id, facts: limit.facts, excess }))
  const broken = write('must')
  return {
    keeps: broken.length === 0,
    broken,
    warned: write('warn'),
    goals: goals.map((goal, level) => ({ goal, value: values[level]! })),
    choices: unitChoices(problem, chosen),
  }
}

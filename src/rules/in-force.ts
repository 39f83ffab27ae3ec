import { factsKey, type Exception, type PlanData, type Problem, type Round, type RuleSetting } from '../domain'
import { goals, rules } from './book'
import { fewestChanges } from './goals/fewest-changes'
import { loosened, type Goal, type InForce, type Limit, type Parameters, type Rule } from './rule'

/** What a round says of rules and goals; what it leaves out stands as the rule itself says. */
export interface Order {
  readonly rules?: readonly RuleSetting[]
  /** Ids of goals, first things first; none means the default order. */
  readonly goals?: readonly string[]
  /** What goals after this one may take of it, in its own unit (thousandths of an FTE, points, people), by goal. */
  readonly slack?: Readonly<Record<string, number>>
  /** A plan at hand that is to change as little as can be, once the goals about need are met. */
  readonly keep?: PlanData
}

/** What the round says of rules and goals, and nothing else of it. */
export const orderOf = ({ rules, goals, slack }: Round): Order => ({ rules, goals, slack })

/** The rule's own parameters, with those of the round where they are of the same kind. */
export function parametersOf(rule: Rule, setting: RuleSetting | undefined): Parameters {
  const own = Object.entries(rule.parameters).map(([key, value]) => {
    const given = setting?.parameters?.[key]
    const same = Array.isArray(value)
      ? Array.isArray(given) && given.every((entry) => typeof entry === 'string')
      : typeof given === typeof value
    return [key, same ? given : value] as const
  })
  return Object.fromEntries(own) as Parameters
}

/**
 * The goals of the book that a round has, in order. One unknown to this version is the caller's error: routes refuse it
 * first.
 */
function chosenGoals({ goals: ids = [] }: Order): Goal[] {
  if (ids.length === 0) return [...goals]
  return ids.map((id) => {
    const goal = goals.find((each) => each.id === id)
    if (goal === undefined) throw new Error(`There is no goal ${id}.`)
    return goal
  })
}

/** The goals in order; where a plan is to be kept, changes to it count right after the last goal about need. */
export function goalsInOrder(order: Order): Goal[] {
  const chosen = chosenGoals(order)
  if (order.keep === undefined) return chosen
  const needs = chosen.findLastIndex(({ unit }) => unit === 'thousandths')
  return chosen.toSpliced(needs + 1, 0, fewestChanges(order.keep))
}

/**
 * A must rule where the round makes exceptions: a limit that is one holds as far as it is not let off, and what lies
 * beyond that is pointed out. Where the facts have changed since, there is no exception any more.
 */
function excepted(id: string, limits: readonly Limit[], exceptions: readonly Exception[]): InForce[] {
  const known = new Map(exceptions.map(({ facts, by }) => [factsKey(facts), by]))
  const by = (limit: Limit): number => known.get(factsKey(limit.facts)) ?? 0
  return [
    { id, weight: 'must', limits: limits.map((limit) => (by(limit) === 0 ? limit : loosened(limit, by(limit)))) },
    { id, weight: 'warn', limits: limits.filter((limit) => by(limit) > 0) },
  ]
}

/** Writes out every rule and goal for this problem, once: planner, board and words read the same limits. */
export const putInForce = (problem: Problem, order: Order = {}): InForce[] => touchedUp([], problem, order)

/**
 * The same after a human touch, where the problem and the order differ from those before in decisions and the plan to
 * be kept alone: rules are written out anew, goals, which know of no decision, only where there is a new one.
 */
export function touchedUp(before: readonly InForce[], problem: Problem, order: Order): InForce[] {
  const known = new Map(before.map((each) => [each.id, each]))
  const aims = goalsInOrder(order).map((goal, level): InForce => {
    const same = known.get(goal.id)
    return same === undefined ? aim(goal, level, problem, order) : { ...same, weight: { level, price: 1 } }
  })
  return [...lawsOf(problem, order), ...aims]
}

function lawsOf(problem: Problem, order: Order): InForce[] {
  const settings = new Map(order.rules?.map((setting) => [setting.id, setting]))
  return rules.flatMap((rule: Rule): InForce[] => {
    const setting = settings.get(rule.id)
    const weight = setting?.weight ?? rule.weight
    if (weight === 'off') return []
    const limits = [...rule.limits(problem, parametersOf(rule, setting))]
    if (weight === 'must' && setting?.exceptions?.length) return excepted(rule.id, limits, setting.exceptions)
    return [{ id: rule.id, weight, limits, ...(rule.byHand && { byHand: true }) }]
  })
}

const aim = (goal: Goal, level: number, problem: Problem, { slack }: Order): InForce => ({
  id: goal.id,
  weight: { level, price: 1 },
  limits: [...goal.limits(problem)],
  slack: slack?.[goal.id] ?? 0,
  breaksTies: goal.unit === 'price',
})

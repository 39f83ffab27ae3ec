import type { Highs } from 'highs'
import { writePlan, type Problem, type Repair } from '../domain'
import { check, personIn, type Choice, type InForce, type Limit } from '../rules'
import { grainOf } from './curve'
import { leaving } from './kept-with'
import { near, type Search } from './search'
import { searchFor } from './solve'
import { settleNext } from './stage'
import type { Watch } from './watch'

/** A limit that is missed by one as soon as the other is missed at all: a choice tells whether it is. */
function missed(limit: Limit, id: string): Limit[] {
  const { seats, counts, choices = [], atLeast = -Infinity, atMost = Infinity } = limit
  const never: Limit = { seats: [], atLeast: 1, facts: {} }
  if (atLeast > atMost + near) return [never]
  const grain = grainOf([...(counts ?? [1]), ...choices.map(({ count }) => count)]) || 1
  const found = (side: string, sign: 1 | -1, beyond: number): Limit => {
    const choice: Choice = {
      id: `${id} ${side}`,
      seats,
      counts: seats.map((_, i) => sign * (counts?.[i] ?? 1)),
      choices: choices.map((each) => ({ ...each, count: sign * each.count })),
      atLeast: (Math.floor(beyond / grain + near) + 1) * grain,
    }
    return { seats: [], choices: [{ choice, count: 1 }], atMost: 0, facts: {} }
  }
  return [
    ...(atMost < Infinity ? [found('over', 1, atMost)] : []),
    ...(atLeast > -Infinity ? [found('under', -1, -atLeast)] : []),
  ]
}

/**
 * The cheapest plan that breaks no other rules than these: fewest limits broken, then fewest people who leave their
 * seat, then least excess. Null where it costs more than `dearest`. All other rules stay as they are in the model.
 */
export async function cheapestRepair(
  highs: Highs,
  problem: Problem,
  laws: readonly InForce[],
  relaxed: readonly InForce[],
  watch: Watch,
  dearest: Repair | null,
): Promise<Repair | null> {
  const limits = relaxed.flatMap((law) => law.limits)
  const inForce: InForce[] = [
    ...laws.filter((law) => !relaxed.includes(law)),
    {
      id: 'limits',
      weight: { level: 0, price: 1 },
      limits: limits.flatMap((limit, i) => missed(limit, `missed ${i}`)),
    },
    leaving(problem, 1),
    ...limits.map((limit): InForce => ({
      id: 'excess',
      weight: { level: 2, price: 1 / personIn(limit) },
      limits: [limit],
    })),
  ]
  const search = searchFor(highs, problem, inForce, watch)
  const most = dearest === null ? [] : [dearest.limits.length, dearest.people, dearest.excess]
  let level: number | undefined
  while ((level = search.level) !== undefined) {
    if (!(await settleNext(search))) throw new Error('The rules left do not hold together.')
    const value = search.best!.values[level]!
    const bound = most[level] ?? Infinity
    if (value > bound + near) return null
    if (value < bound - near) most.length = 0
  }
  return confirmed(problem, laws, relaxed, search)
}

/** What the rules themselves say of the plan; the model's word is not enough. */
function confirmed(problem: Problem, laws: readonly InForce[], relaxed: readonly InForce[], search: Search): Repair {
  const { plan, values } = search.best!
  const violations = [...check(plan, laws)]
  const repair: Repair = {
    rules: relaxed.map(({ id }) => id).sort(),
    limits: violations.map(({ rule, limit, excess }) => ({ rule: rule.id, facts: limit.facts, excess })),
    people: [...check(plan, [leaving(problem, 0)])].length,
    excess: violations.reduce((sum, { limit, excess }) => sum + excess / personIn(limit), 0),
    plan: writePlan(problem, plan),
  }
  const told = [repair.limits.length, repair.people, repair.excess]
  if (told.some((value, level) => Math.abs(value - values[level]!) > near * Math.max(1, value)))
    throw new Error(`The model counts ${values.join(', ')} for a repair, the rules ${told.join(', ')}.`)
  if (violations.some(({ rule }) => !relaxed.includes(rule))) throw new Error('A repair breaks a rule that it keeps.')
  return repair
}

/** Fewer rules, then fewer limits, then fewer people, then less excess; alike in all, by name. */
export function compareRepairs(a: Repair, b: Repair): number {
  const cost = ({ rules, limits, people, excess }: Repair): number[] => [rules.length, limits.length, people, excess]
  const [left, right] = [cost(a), cost(b)]
  const at = left.findIndex((value, i) => Math.abs(value - right[i]!) > near)
  return at >= 0 ? left[at]! - right[at]! : a.rules.join() < b.rules.join() ? -1 : 1
}

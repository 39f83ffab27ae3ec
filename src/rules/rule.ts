import type { Facts, Plan, Problem, Seat } from '../domain'

/** A sum over a plan: what its seats count, and what the choices do that it makes. */
export interface Sum {
  readonly seats: readonly Seat[]
  /** What each seat counts, in whole numbers, beside `seats`; each counts one where this is left out. */
  readonly counts?: readonly number[]
  /** Choices stand in the sum like seats. */
  readonly choices?: readonly { readonly choice: Choice; readonly count: number }[]
}

/**
 * A named decision to which the plan itself is the answer (a team is opened, a panel has five judges): taken when its
 * sum is at least so much. The planner holds it to that, so a rule need not.
 */
export interface Choice extends Sum {
  /** The same in every plan of the problem, and no other choice's. */
  readonly id: string
  readonly atLeast: number
}

/**
 * One plain statement about seats: of these, at least so much and at most so much may be taken. The planner
 * reads it as a row of the model, the board as a check, the reader as a sentence.
 */
export interface Limit<F extends Facts = Facts> extends Sum {
  readonly atLeast?: number
  readonly atMost?: number
  /** What the sentence is made of. */
  readonly facts: F
}

/** It must hold; it is only pointed out; or each unit of excess costs so much at that level of the goals. */
export type Weight = 'must' | 'warn' | { readonly level: number; readonly price: number }

/**
 * Defaults of a rule's parameters; a round may set others of the same kind. A list called `roles` holds roles, any other
 * codes of qualifications.
 */
export type Parameters = Readonly<Record<string, number | boolean | readonly string[]>>

export interface Rule<Id extends string = string, F extends Facts = Facts, P extends Parameters = Parameters> {
  /** Permanent: file name, settings and texts refer to it. */
  readonly id: Id
  /** The regulation, as courts cite it. */
  readonly source: string
  /** How the rule weighs unless a round says otherwise. */
  readonly weight: 'must' | 'warn' | 'off'
  readonly parameters: P
  /** It says what people decided in this round; each of its limits is about one person. */
  readonly byHand?: true
  limits(problem: Problem, parameters: P): Iterable<Limit<F>>
}

/** A goal is a rule whose excess is paid for: the planner makes it as small as can be, at its place in the order. */
export interface Goal<Id extends string = string, F extends Facts = Facts> {
  readonly id: Id
  /** What one unit of excess is: thousandths of an FTE, points, people, or the published tie-break price. */
  readonly unit: 'thousandths' | 'points' | 'people' | 'price'
  limits(problem: Problem): Iterable<Limit<F>>
}

export const defineRule = <const Id extends string, F extends Facts, P extends Parameters>(
  rule: Rule<Id, F, P>,
): Rule<Id, F, P> => rule
export const defineGoal = <const Id extends string, F extends Facts>(goal: Goal<Id, F>): Goal<Id, F> => goal

/** A rule or goal as this problem has it: its weight settled and its limits written out, once. */
export interface InForce {
  readonly id: string
  readonly weight: Weight
  readonly limits: readonly Limit[]
  /** What goals after this one may take of it, in its own unit; nothing where left out. */
  readonly slack?: number
  /** A goal that only chooses between plans which are otherwise alike. */
  readonly breaksTies?: boolean
  /** What was decided by hand: each limit is about one person. */
  readonly byHand?: boolean
}

export interface Violation {
  readonly rule: InForce
  readonly limit: Limit
  readonly excess: number
}

/** A limit is broken when its excess is over this; planner, board and checker share it. */
export const tolerance = 1e-6

/** How far a sum lies outside the limit. */
export const excessOf = ({ atLeast = -Infinity, atMost = Infinity }: Limit, sum: number): number =>
  Math.max(0, sum - atMost, atLeast - sum)

/** Most that one seat counts: what one person is worth in this limit. */
export const personIn = ({ counts }: Limit): number =>
  counts?.reduce((most, count) => Math.max(most, Math.abs(count)), 0) || 1

/** The limit with its bounds wider by so much. */
export const loosened = ({ atLeast = -Infinity, atMost = Infinity, ...limit }: Limit, by: number): Limit => ({
  ...limit,
  ...(atLeast > -Infinity && { atLeast: atLeast - by }),
  ...(atMost < Infinity && { atMost: atMost + by }),
})

/** Whether a choice is taken where its sum is so much. */
export const isTaken = ({ atLeast }: Choice, sum: number): boolean => sum >= atLeast - tolerance

/** What the plan's seats count in the limit, and the choices that they make. */
export function sumOf({ seats, counts, choices }: Sum, plan: Plan): number {
  let sum = 0
  for (const { choice, count } of choices ?? []) if (isTaken(choice, sumOf(choice, plan))) sum += count
  for (let i = 0; i < seats.length; i++) {
    const seat = seats[i]!
    if (plan.get(seat.person.id) === seat) sum += counts === undefined ? 1 : counts[i]!
  }
  return sum
}

/** What the plan breaks, rule by rule. */
export function* check(plan: Plan, inForce: Iterable<InForce>): Generator<Violation> {
  for (const rule of inForce)
    for (const limit of rule.limits) {
      const excess = excessOf(limit, sumOf(limit, plan))
      if (excess > tolerance) yield { rule, limit, excess }
    }
}

/** What the plan costs at each level of the goals: the numbers that the planner minimises and the board shows. */
export function score(violations: Iterable<Violation>, levels: number): number[] {
  const cost = new Array<number>(levels).fill(0)
  for (const { rule, excess } of violations)
    if (typeof rule.weight === 'object') cost[rule.weight.level]! += rule.weight.price * excess
  return cost
}

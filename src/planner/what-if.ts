import type { Highs } from 'highs'
import {
  exchanged,
  movesBetween,
  withMove,
  writePlan,
  type BrokenLimit,
  type Plan,
  type PlanData,
  type Problem,
  type Seat,
} from '../domain'
import { check, score, tolerance, type InForce, type Limit, type Violation } from '../rules'
import { forbidden } from './activities'
import { limitsOf } from './clash'
import { goalsOf, type Aspired } from './goals'
import { keptWith } from './kept-with'
import { modelOf, type Model } from './model'
import { Search, type Bounds } from './search'
import { settleAll } from './solve'
import { Together } from './together'
import { nullWhenStopped, type Watch } from './watch'

/** What a goal comes to in the plan at hand and in another, in the goal's own unit. */
export interface Difference {
  readonly goal: string
  readonly now: number
  readonly then: number
}

/** Another plan beside the one at hand. */
export interface Variant {
  readonly goals: readonly Difference[]
  readonly plan: PlanData
  /** People who sit elsewhere than in the plan at hand. */
  readonly changed: readonly string[]
}

/** What a question came to. */
export type Answer =
  /** The best plan with that seat, proven goal after goal: its price is `then - now`, first goals first. */
  | ({ readonly kind: 'price' } & Variant)
  /** No plan has it: these rules forbid it together, and any one of them left out they no longer do. */
  | {
      readonly kind: 'forbidden'
      readonly rules: readonly string[]
      /**
       * What of these rules: of a move, what it breaks when everybody else stays as planned (may be empty); of a unit,
       * what cannot hold together with it.
       */
      readonly broken: readonly Pick<BrokenLimit, 'rule' | 'facts'>[]
    }
  | { readonly kind: 'stopped' }

/** What is asked for, as a rule beside those of the round. */
const givenId = 'given'
const given = (wanted: Limit): InForce => ({ id: givenId, weight: 'must', limits: [wanted] })
const namesOf = (laws: readonly InForce[]): string[] => laws.map(({ id }) => id).sort()
const refusal = (laws: readonly InForce[], broken: readonly Violation[]): Answer => ({
  kind: 'forbidden',
  rules: namesOf(laws),
  broken: broken.map(({ rule, limit }) => ({ rule: rule.id, facts: limit.facts })),
})

/** A plan at hand and the model it came from, built once for many questions. */
export class WhatIf {
  readonly goals: readonly Aspired[]
  readonly model: Model
  /** What the plan at hand comes to, level by level. */
  readonly now: readonly number[]
  private readonly laws: readonly InForce[]

  constructor(
    private readonly highs: Highs,
    readonly problem: Problem,
    readonly inForce: readonly InForce[],
    readonly plan: Plan,
  ) {
    this.goals = goalsOf(inForce)
    this.model = modelOf(problem, inForce, this.goals.length)
    this.now = score(check(plan, inForce), this.goals.length)
    this.laws = inForce.filter(({ weight }) => weight === 'must')
  }

  /**
   * What it would cost if the person took this seat, everybody else replanned: the price of an objection, of "why not
   * there", and with somebody else's new seat of "why not her".
   */
  async taking(seat: Seat, watch: Watch): Promise<Answer> {
    const alone = this.laws.find((law) => forbidden(this.problem, [law])[seat.index] === 1)
    if (alone !== undefined) return this.refused(seat, [alone])
    const wanted: Limit = { seats: [seat], atLeast: 1, facts: {} }
    const search = this.search({ laws: [given(wanted)] }, watch)
    search.offer(withMove(this.plan, seat.person.id, seat))
    const status = await settleAll(search)
    if (status === 'proven') return { kind: 'price', ...this.variant(search.best!.plan, search.best!.values) }
    if (status === 'stopped') return { kind: 'stopped' }
    const rules = await this.clashing(wanted, watch)
    return rules === null ? { kind: 'stopped' } : this.refused(seat, rules)
  }

  /**
   * What it would cost if two people had each other's seats and nobody else moved, or the rules that it breaks; what the
   * plan at hand breaks already does not count. Null where they have no two seats to exchange.
   */
  exchanging(first: string, second: string): Answer | null {
    const plan = exchanged(this.problem, this.plan, first, second)
    if (plan === null) return null
    const already = new Map([...check(this.plan, this.laws)].map(({ limit, excess }) => [limit, excess]))
    const broken = [...check(plan, this.laws)].filter(
      ({ limit, excess }) => excess > (already.get(limit) ?? 0) + tolerance,
    )
    if (broken.length > 0) return refusal([...new Set(broken.map(({ rule }) => rule))], broken)
    return { kind: 'price', ...this.variant(plan, score(check(plan, this.inForce), this.goals.length)) }
  }

  /**
   * What it would cost if the unit were open, or closed, everybody replanned: "why is it not set up", "why does it not
   * close". Where no plan has it, the rules that forbid it together, and what of them.
   */
  async having(unit: string, open: boolean, watch: Watch): Promise<Answer> {
    const seats = this.problem.seatsInUnit(unit)
    const wanted: Limit = { seats, ...(open ? { atLeast: 1 } : { atMost: 0 }), facts: {} }
    const model = modelOf(this.problem, [...this.inForce, given(wanted)], this.goals.length)
    const search = new Search(this.highs, model, this.goals, watch)
    const status = await settleAll(search)
    if (status === 'proven') return { kind: 'price', ...this.variant(search.best!.plan, search.best!.values) }
    if (status === 'stopped') return { kind: 'stopped' }
    const laws = await this.clashing(wanted, watch)
    if (laws === null) return { kind: 'stopped' }
    const { limits, narrowed } = await limitsOf(this.highs, this.problem, [...laws, given(wanted)], watch)
    if (!narrowed) return { kind: 'stopped' }
    const others = limits.filter((law) => law.id !== givenId)
    const broken = others.map((law) => ({ rule: law.id, facts: law.limits[0]!.facts }))
    return { kind: 'forbidden', rules: namesOf(laws), broken }
  }

  search(bounds: Bounds, watch: Watch): Search {
    return new Search(this.highs, this.model, this.goals, watch, bounds)
  }

  variant(plan: Plan, values: readonly number[]): Variant {
    return {
      goals: this.goals.map(({ id }, level) => ({ goal: id, now: this.now[level]!, then: values[level]! })),
      plan: writePlan(this.problem, plan),
      changed: movesBetween(this.problem, this.plan, plan).map(({ person }) => person),
    }
  }

  private clashing(wanted: Limit, watch: Watch): Promise<readonly InForce[] | null> {
    const rules = new Together(this.laws, (asked) =>
      keptWith(this.highs, this.problem, [...asked, given(wanted)], this.laws, watch),
    )
    return rules.smallest().catch(nullWhenStopped)
  }

  private refused(seat: Seat, laws: readonly InForce[]): Answer {
    return refusal(laws, [...check(withMove(this.plan, seat.person.id, seat), laws)])
  }
}

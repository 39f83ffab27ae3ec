import type { Highs } from 'highs'
import { movesBetween, presentPlan, readPlan, type Plan, type Problem, type Seat } from '../domain'
import type { InForce } from '../rules'
import type { Watch } from './watch'
import { WhatIf, type Variant } from './what-if'
import { settleAll } from './solve'

/** How different other plans must be, and what they may cost. */
export interface Taste {
  /** Of the moves of every plan before it, at least this share is not made: 0 to 1. */
  readonly share: number
  /** Most that a goal may be worse than in the plan at hand, in its own unit; goals left out are free. */
  readonly loss: Readonly<Record<string, number>>
  /** Plans asked for beside the one at hand. */
  readonly count: number
}

/** Of these moves, so many at most are made again. */
const elsewhere = (moved: readonly Seat[], share: number): InForce => ({
  id: 'elsewhere',
  weight: 'must',
  limits: [{ seats: moved, atMost: Math.floor((1 - share) * moved.length + 1e-9), facts: {} }],
})

/**
 * Other good plans: each the best for the goals in order among those that leave out the share of the moves of every plan
 * before it and stay within the losses. Fewer than asked for where there are no more; `done` is false where the clock
 * or a hand ended it before that was known. A plan that moves nobody has no other.
 */
export async function otherPlans(
  highs: Highs,
  problem: Problem,
  inForce: readonly InForce[],
  plan: Plan,
  { share, loss, count }: Taste,
  watch: Watch,
): Promise<{ readonly variants: readonly Variant[]; readonly done: boolean }> {
  const variants: Variant[] = []
  const laws: InForce[] = []
  let latest = plan
  while (variants.length < count) {
    const moved = movesBetween(problem, presentPlan(problem), latest).flatMap(({ to }) => (to === null ? [] : [to]))
    if (moved.length === 0) break
    laws.push(elsewhere(moved, share))
    const asked = new WhatIf(highs, problem, [...inForce, ...laws], plan)
    const most = asked.goals.flatMap(({ id }, level): [number, number][] =>
      loss[id] === undefined ? [] : [[level, asked.now[level]! + loss[id]]],
    )
    const search = asked.search({ most: new Map(most) }, watch)
    const status = await settleAll(search)
    if (status === 'stopped') return { variants, done: false }
    if (status === 'clash') break
    const { best } = search
    const variant = asked.variant(best!.plan, best!.values)
    variants.push(variant)
    latest = readPlan(problem, variant.plan)
  }
  return { variants, done: true }
}

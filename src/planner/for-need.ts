import type { Highs } from 'highs'
import { defineProblem, readPlan, writePlan } from '../domain'
import { check, putInForce, score, type Order } from '../rules'
import { solve } from './solve'
import { Stopped, type Watch } from './watch'
import type { Variant, WhatIf } from './what-if'

/** What posts need instead, in thousandths of an FTE; posts left out need what they need. */
export type NeedByPost = Readonly<Record<string, number>>

/**
 * The best plan for the same rules and goals if posts needed so much, beside the plan at hand: its goals are told at
 * the need of today, as those of other plans are. Null where no plan keeps the rules; throws Stopped where the clock
 * or a hand ended it before it was proven.
 */
export async function planForNeed(
  highs: Highs,
  whatIf: WhatIf,
  order: Order,
  need: NeedByPost,
  watch: Watch,
): Promise<Variant | null> {
  const { problem, inForce, plan, goals } = whatIf
  const needing = defineProblem({
    ...problem,
    posts: problem.posts.map((post) => ({ ...post, need: need[post.id] ?? post.need })),
  })
  const start = readPlan(needing, writePlan(problem, plan))
  const { search, status } = await solve(highs, needing, putInForce(needing, order), watch, [start])
  if (status === 'stopped') throw new Stopped()
  if (status === 'clash') return null
  const best = readPlan(problem, writePlan(needing, search.best!.plan))
  return whatIf.variant(best, score(check(best, inForce), goals.length))
}

import type { Highs } from 'highs'
import { presentPlan, type Plan, type Problem } from '../domain'
import { check, type InForce } from '../rules'
import { forbidden } from './activities'
import { searchFor } from './solve'
import { settleNext } from './stage'
import type { Watch } from './watch'

/** People who leave the seat that they have now. */
export const leaving = (problem: Problem, level: number): InForce => ({
  id: 'leaving',
  weight: { level, price: 1 },
  limits: problem.people.flatMap(({ id }) => {
    const seat = problem.presentSeat(id)
    return seat === undefined ? [] : [{ seats: [seat], atLeast: 1, facts: {} }]
  }),
})

/** Everybody stays, but whoever may not: they take the first of their seats that is not forbidden by itself, or none. */
function stayingWhoMay(problem: Problem, asked: readonly InForce[]): Plan {
  const dead = forbidden(problem, asked)
  const plan = new Map(presentPlan(problem))
  for (const [person, { index }] of plan) {
    if (dead[index] === 0) continue
    const open = problem.seatsOf(person).find((seat) => dead[seat.index] === 0)
    if (open === undefined) plan.delete(person)
    else plan.set(person, open)
  }
  return plan
}

/** A plan that keeps what is asked and moves few people; null if there is none. */
export async function planKeeping(
  highs: Highs,
  problem: Problem,
  asked: readonly InForce[],
  watch: Watch,
): Promise<Plan | null> {
  const staying = stayingWhoMay(problem, asked)
  if (check(staying, asked).next().done) return staying
  const search = searchFor(highs, problem, [...asked, leaving(problem, 0)], watch)
  return (await settleNext(search)) ? search.best!.plan : null
}

/** What of all this the plan keeps. */
export function keptBy(plan: Plan, all: readonly InForce[]): Set<InForce> {
  const broken = new Set([...check(plan, all)].map(({ rule }) => rule))
  return new Set(all.filter((each) => !broken.has(each)))
}

/** What of all this a plan keeps that keeps what is asked and moves few people. Null if there is none. */
export async function keptWith(
  highs: Highs,
  problem: Problem,
  asked: readonly InForce[],
  all: readonly InForce[],
  watch: Watch,
): Promise<ReadonlySet<InForce>[] | null> {
  const plan = await planKeeping(highs, problem, asked, watch)
  return plan && [keptBy(plan, all)]
}

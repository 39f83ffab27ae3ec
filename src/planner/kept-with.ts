import type { Highs } from 'highs'
import type { Problem } from '../domain'
import { check, type InForce } from '../rules'
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

/** What of all this a plan keeps that keeps what is asked; of such plans one that moves few people. Null if there is none. */
export async function keptWith(
  highs: Highs,
  problem: Problem,
  asked: readonly InForce[],
  all: readonly InForce[],
  watch: Watch,
): Promise<Set<InForce> | null> {
  const search = searchFor(highs, problem, [...asked, leaving(problem, 0)], watch)
  if (!(await settleNext(search))) return null
  const broken = new Set([...check(search.best!.plan, all)].map(({ rule }) => rule))
  return new Set(all.filter((each) => !broken.has(each)))
}

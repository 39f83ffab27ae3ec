import type { Highs } from 'highs'
import { presentPlan, type Plan, type Problem } from '../domain'
import type { InForce } from '../rules'
import { goalsOf } from './goals'
import { Grounds, type Ground } from './grounds'
import { modelOf, type Model } from './model'
import { Search } from './search'
import { settleNext } from './stage'
import { hasTwin } from './tie'
import { Stopped, type Watch } from './watch'

export interface Solution {
  readonly search: Search
  /** `clash`: no plan keeps every must rule. */
  readonly status: 'proven' | 'stopped' | 'clash'
  /** Another plan has the same values; null where the clock ended before that was known. */
  readonly tie: boolean | null
}

function twin(search: Search): boolean | null {
  try {
    return hasTwin(search)
  } catch (error) {
    if (error instanceof Stopped) return null
    throw error
  }
}

/** The model of all but what was decided by hand: it serves however that changes. */
export const lastingModel = (problem: Problem, inForce: readonly InForce[]): Model =>
  modelOf(
    problem,
    inForce.filter(({ byHand }) => !byHand),
    goalsOf(inForce).length,
  )

/** What was decided by hand and must hold: no part of the lasting model. */
export const lawsByHand = (inForce: readonly InForce[]): InForce[] =>
  inForce.filter(({ byHand, weight }) => byHand && weight === 'must')

/** Goal after goal: makes each as small as it can be while those before it keep their values. */
export async function solve(
  highs: Highs,
  problem: Problem,
  inForce: readonly InForce[],
  watch: Watch,
  starts: readonly Plan[] = [],
  model = lastingModel(problem, inForce),
  grounds = new Grounds(),
): Promise<Solution> {
  const laws = lawsByHand(inForce)
  const from = async (ground?: Ground): Promise<{ search: Search; status: Solution['status'] }> => {
    const search = new Search(highs, model, goalsOf(inForce), watch, { laws, ground, bases: grounds.bases })
    for (const plan of [presentPlan(problem), ...starts]) search.offer(plan)
    return { search, status: await settleAll(search, grounds) }
  }
  const ground = grounds.under(model.costs, laws)
  const soon = ground && (await from(ground))
  const { search, status } = soon?.search.best ? soon : await from()
  return { search, status, tie: status === 'proven' ? twin(search) : status === 'clash' ? false : null }
}

/** A search that has begun from everybody staying. */
export function searchFor(highs: Highs, problem: Problem, inForce: readonly InForce[], watch: Watch): Search {
  const goals = goalsOf(inForce)
  const search = new Search(highs, modelOf(problem, inForce, goals.length), goals, watch)
  search.offer(presentPlan(problem))
  return search
}

/** Settles every goal that is not behind yet. `clash`: no plan keeps every must rule and the bounds of the search. */
export async function settleAll(search: Search, grounds?: Grounds): Promise<Solution['status']> {
  try {
    while (search.level !== undefined) if (!(await settleNext(search, grounds))) return 'clash'
    return 'proven'
  } catch (error) {
    if (error instanceof Stopped) return 'stopped'
    throw error
  }
}

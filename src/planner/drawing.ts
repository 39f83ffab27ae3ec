import { defineProblem, type Problem, type ProblemData } from '../domain'
import { putInForce, touchedUp, type InForce, type Order } from '../rules'
import { goalsOf } from './goals'
import { Grounds } from './grounds'
import { withGoals, type Model } from './model'
import { isSame, sameLimit } from './same-limit'
import { lastingModel } from './solve'

/** A problem written out, with its rules and goals and their model. */
export interface Drawn {
  readonly problem: Problem
  readonly inForce: readonly InForce[]
  readonly model: Model
  /** What runs on this model have proven. */
  readonly grounds: Grounds
}

/**
 * Problems drawn one after the other: where the next differs from the last in nothing but what was decided by hand and
 * the plan to be kept, and no other rule says anything else for that, the model serves again, and what was proven on it. That is planning again
 * after a human touch.
 */
export class Drawing {
  private last: (Drawn & { readonly key: string }) | null = null

  draw(data: ProblemData, order: Order): Drawn {
    const { decisions, ...given } = data
    const standing: Order = { ...order, keep: undefined }
    const key = JSON.stringify([given, standing])
    if (this.last?.key !== key) this.begin(key, defineProblem(data), standing)
    const problem = { ...this.last!.problem, decisions }
    const inForce = touchedUp(this.last!.inForce, problem, order)
    if (!this.serves(inForce)) this.begin(key, problem, standing)
    const { model, grounds, inForce: before } = this.last!
    return { problem, inForce, grounds, model: withGoals(model, goalsOf(before), inForce) }
  }

  private begin(key: string, problem: Problem, order: Order): void {
    const inForce = putInForce(problem, order)
    this.last = { key, problem, inForce, model: lastingModel(problem, inForce), grounds: new Grounds() }
  }

  private serves(inForce: readonly InForce[]): boolean {
    const isLasting = ({ weight, byHand }: InForce): boolean => weight === 'must' && !byHand
    const before = this.last!.inForce.filter(isLasting)
    const now = inForce.filter(isLasting)
    return isSame(before, now, (one, other) => isSame(one.limits, other.limits, sameLimit))
  }
}

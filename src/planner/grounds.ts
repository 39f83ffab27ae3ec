import type { InForce } from '../rules'
import { Bases } from './basis'
import type { Face } from './face'
import { isOfNumbers } from './numbers'
import type { Row } from './row'
import { sameLimit } from './same-limit'
import { near, type Behind, type Search } from './search'

/** Goals that were proven for all plans which keep these laws, and where such plans lie that have the proven values. */
export interface Ground {
  readonly laws: readonly InForce[]
  readonly behind: readonly Behind[]
  readonly face: Face
  readonly rows: readonly Row[]
}

const everyLimit = (laws: readonly InForce[]) => laws.flatMap(({ limits }) => limits)

/**
 * What earlier runs on the same model have proven. Whoever asks for more than they did has fewer plans to choose from:
 * none of these is better, and those that are as good lie where the ground says. So where one of them keeps what is
 * asked for besides, the goals of the ground need no proof any more.
 */
export class Grounds {
  private known: Ground[] = []
  /** Where their relaxations ended. */
  readonly bases = new Bases()

  /**
   * Keeps what a run has learnt when its goals about numbers are behind: the first run, which asked for least, and the
   * last. Nothing where a goal may give some of its value away: with fewer plans to choose from it may have less to give,
   * and then leaves more to the goals after it.
   */
  learn({ model, level, behind, rows, face, laws, ground }: Search): void {
    if (ground !== undefined || level === undefined || isOfNumbers(model, level)) return
    const isFixed = ({ level: done, value, most }: Behind): boolean => isOfNumbers(model, done) && most <= value + near
    if (behind.length === 0 || !behind.every(isFixed)) return
    this.known = [...this.known.slice(0, 1), { laws, behind: [...behind], face: face.copy(), rows: [...rows] }]
  }

  /** The ground that a run for these costs under these laws may begin from. */
  under(costs: readonly Float64Array[], laws: readonly InForce[]): Ground | undefined {
    const asked = everyLimit(laws)
    return this.known.findLast(
      ({ laws: before, behind, face }) =>
        behind.every(({ level }) => face.model.costs[level] === costs[level]) &&
        everyLimit(before).every((limit) => asked.some((each) => sameLimit(each, limit))),
    )
  }
}

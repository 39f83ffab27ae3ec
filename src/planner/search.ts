import type { Highs } from 'highs'
import type { GoalResult, Plan } from '../domain'
import { Face } from './face'
import type { Model } from './model'
import { isInside, planAt, pointOf, valuesAt } from './point'
import { leeway, type Aim, type Tie } from './question'
import { Solver } from './solver'
import type { Watch } from './watch'

/** A plan that keeps every must rule, where it lies in the model, and what it costs at each level. */
export interface Found {
  readonly plan: Plan
  readonly point: Float64Array
  readonly values: readonly number[]
}

/** Values closer than this are the same. */
export const near = 1e-6

/** The first level that differs decides; below zero when `a` is the better. */
export function compare(a: readonly number[], b: readonly number[], levels = a.length): number {
  for (let level = 0; level < levels; level++) if (Math.abs(a[level]! - b[level]!) > near) return a[level]! - b[level]!
  return 0
}

/** What a run knows so far: the best plan, the proven goals, and the face where better plans may still lie. */
export class Search {
  best: Found | null = null
  /** Goals behind, proven. */
  readonly proven: GoalResult[] = []
  readonly face: Face
  /** Goals behind that the face alone does not hold at their values. */
  readonly ties: Tie[] = []
  readonly solver: Solver
  /** Best bound of the goal in work. */
  private bound: number

  constructor(
    highs: Highs,
    readonly model: Model,
    readonly goals: readonly string[],
    readonly watch: Watch,
  ) {
    this.face = new Face(model)
    this.bound = model.floors[0] ?? 0
    this.solver = new Solver(highs, {
      left: () => watch.left(),
      stopped: () => watch.stopped(),
      improving: (point) => this.offerPoint(point),
    })
  }

  /** Where the plan lies, if it keeps every must rule; it becomes the best so far if none was better. */
  offer(plan: Plan): Found | null {
    const point = pointOf(this.model, plan)
    if (point === null || !isInside(this.model, point)) return null
    const found = { plan, point, values: valuesAt(this.model, point) }
    if (this.best === null || compare(found.values, this.best.values) < 0) {
      this.best = found
      this.tell()
    }
    return found
  }

  offerPoint(point: Float64Array): Found | null {
    const plan = planAt(this.model, point)
    return plan === null ? null : this.offer(plan)
  }

  aimAt(level: number): Aim {
    const { costs, offsets, grains } = this.model
    return { cost: costs[level]!, offset: offsets[level]!, grain: grains[level]! }
  }

  /** From now on a row holds the proven goal at its value. */
  tie(level: number): void {
    if (this.ties.some((tie) => tie.level === level)) throw new Error(`${this.goals[level]} does not hold its value.`)
    const { cost, offset } = this.aimAt(level)
    const sum = this.proven[level]!.value - offset
    this.ties.push({ level, cost, lower: sum - leeway, upper: sum + leeway })
  }

  /** The face alone holds these goals now. */
  untie(levels: readonly number[]): void {
    const others = this.ties.filter(({ level }) => level === null || !levels.includes(level))
    this.ties.splice(0, Infinity, ...others)
  }

  /** A higher bound for the goal in work. */
  raise(bound: number): void {
    if (bound > this.bound + near) {
      this.bound = bound
      this.tell()
    }
  }

  /** The goal in work is proven at the best plan's value. */
  settle(): void {
    const level = this.proven.length
    const value = this.best!.values[level]!
    this.proven.push({ goal: this.goals[level]!, value, bound: value, gap: 0, proven: true })
    this.bound = this.model.floors[level + 1] ?? 0
    this.tell(true)
  }

  /** Every goal with its value in the best plan and what is known of its bound. */
  results(): GoalResult[] {
    return this.goals.map((goal, level) => {
      if (level < this.proven.length) return this.proven[level]!
      const value = this.best!.values[level]!
      const bound = Math.min(value, level === this.proven.length ? this.bound : this.model.floors[level]!)
      return { goal, value, bound, gap: value - bound, proven: false }
    })
  }

  private tell(always = false): void {
    const goals = this.best === null ? this.proven : this.results().slice(0, this.proven.length + 1)
    this.watch.tell(this.goals[this.proven.length] ?? null, goals, this.best?.plan ?? null, always)
  }
}

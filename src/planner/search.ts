import type { Highs } from 'highs'
import type { GoalResult, Plan } from '../domain'
import { check, excessOf, tolerance, type InForce, type Limit } from '../rules'
import { Bases } from './basis'
import { Face } from './face'
import { roomOf, stepsOf, type Aspired } from './goals'
import type { Ground } from './grounds'
import type { Model } from './model'
import { isInside, planAt, pointOf, valuesAt } from './point'
import { leeway, type Aim } from './question'
import { termsOf, type Row } from './row'
import { Solver, type Hooks } from './solver'
import type { Watch } from './watch'

/** A plan that keeps every must rule, where it lies in the model, and what it costs at each level. */
export interface Found {
  readonly plan: Plan
  readonly point: Float64Array
  readonly values: readonly number[]
}

/** Values closer than this are the same. */
export const near = 1e-6

/** A goal that is proven: no plan has less than `value`, and none with more than `most` is looked at any more. */
export interface Behind {
  readonly level: number
  readonly value: number
  /** The value and what later goals may take of it. */
  readonly most: number
}

/** What a run is held to beside the model. */
export interface Bounds {
  /** Must rules that are no part of the model, each limit about one person. */
  readonly laws?: readonly InForce[]
  /** Most that goals may cost, by level; none where left out. */
  readonly most?: ReadonlyMap<number, number>
  /** Goals that need no proof any more, where a plan inside keeps the rest; if none does, a `clash` says only that. */
  readonly ground?: Ground | undefined
  /** Where relaxations ended in other searches on the model. */
  readonly bases?: Bases
}

/** What a run knows so far: the best plan, the proven goals, and the face where better plans may still lie. */
export class Search {
  best: Found | null = null
  /** Steps that are done; a goal that gives way to later ones is in two of them (`stepsOf` in goals.ts). */
  readonly behind: Behind[]
  /** Levels in the order in which they are settled. */
  readonly steps: readonly number[]
  readonly face: Face
  /** Rows beside the face: goals behind that it alone does not hold at their values, and what all its plans keep. */
  readonly rows: Row[]
  readonly solver: Solver
  /** No plan can keep the model's rules and the bounds. */
  impossible: boolean
  /** Best bound of the goal in work. */
  private bound = 0

  constructor(
    highs: Highs,
    readonly model: Model,
    readonly goals: readonly Aspired[],
    readonly watch: Watch,
    private readonly bounds: Bounds = {},
  ) {
    const { ground } = bounds
    this.face = new Face(model, ground?.face)
    this.behind = [...(ground?.behind ?? [])]
    this.rows = [...(ground?.rows ?? [])]
    this.steps = stepsOf(goals)
    this.impossible = model.impossible
    this.begin()
    this.hold()
    const hooks: Hooks = {
      left: () => watch.left(),
      stopped: () => watch.stopped(),
      improving: (point) => this.offerPoint(point),
    }
    this.solver = new Solver(highs, hooks, bounds.bases ?? new Bases())
  }

  /** Where the plan lies, if it keeps every must rule; it becomes the best so far if none was better. */
  offer(plan: Plan): Found | null {
    const point = pointOf(this.model, plan)
    if (point === null || !isInside(this.model, point)) return null
    const found = { plan, point, values: valuesAt(this.model, point) }
    if (!this.isWithin(found)) return null
    const isBetter =
      this.best === null ? this.lost(found.values) === undefined : this.compare(found.values, this.best.values) < 0
    if (isBetter) {
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

  get laws(): readonly InForce[] {
    return this.bounds.laws ?? []
  }

  get ground(): Ground | undefined {
    return this.bounds.ground
  }

  /** The level in work; undefined when all are behind. */
  get level(): number | undefined {
    return this.steps[this.behind.length]
  }

  /** The first step behind that a plan with these values does not keep; undefined when it keeps them all. */
  lost(values: readonly number[]): Behind | undefined {
    return this.behind.find(({ level, most }) => values[level]! > most + near)
  }

  /** From now on a row holds the proven goal where it is. False when one did already. */
  tie({ level, most }: Behind): boolean {
    const { cost, offset } = this.aimAt(level)
    const row = { level, ...termsOf(cost), lower: -Infinity, upper: most - offset + leeway }
    const known = this.rows.findIndex((tie) => tie.level === level)
    if (known >= 0 && this.rows[known]!.upper <= row.upper) return false
    this.rows.splice(known < 0 ? this.rows.length : known, 1, row)
    return true
  }

  /** A plan slipped from a goal behind: a row holds it there from now on. */
  tieLost(lost: Behind): void {
    if (!this.tie(lost)) throw new Error(`${this.goals[lost.level]!.id} does not hold its value.`)
  }

  /** The face alone holds these goals now. */
  untie(levels: readonly number[]): void {
    const others = this.rows.filter(({ level }) => level === null || !levels.includes(level))
    this.rows.splice(0, Infinity, ...others)
  }

  /** A higher bound for the goal in work. */
  raise(bound: number): void {
    if (bound > this.bound + near) {
      this.bound = bound
      this.tell()
    }
  }

  /** The goal in work is proven at the best plan's value. */
  settle(): Behind {
    const level = this.level!
    const value = this.best!.values[level]!
    const again = this.behind.some((step) => step.level === level)
    const step = { level, value, most: value + (again ? 0 : roomOf(this.goals, level)) }
    this.behind.push(step)
    this.begin()
    this.tell(true)
    return step
  }

  /** Every goal with its value in the best plan and what is known of its bound. */
  results(): GoalResult[] {
    return this.goals.map(({ id: goal }, level) => {
      const value = this.best!.values[level]!
      const proven = this.behind.find((step) => step.level === level)
      const least = proven?.value ?? (level === this.level ? this.bound : this.model.floors[level]!)
      const bound = Math.min(value, least)
      return {
        goal,
        value,
        bound,
        gap: value - bound,
        proven: proven !== undefined,
        slack: roomOf(this.goals, level),
      }
    })
  }

  /** The first step that differs decides; below zero when `a` is the better. What a goal may give away does not count. */
  private compare(a: readonly number[], b: readonly number[]): number {
    for (const [step, level] of this.steps.entries()) {
      const least = this.behind[step]?.most ?? -Infinity
      const difference = Math.max(least, a[level]!) - Math.max(least, b[level]!)
      if (Math.abs(difference) > near) return difference
    }
    return 0
  }

  /** Draws the bounds into the face and beside it. */
  private hold(): void {
    const { most = new Map<number, number>() } = this.bounds
    const columns = new Map<string, number[]>()
    this.model.seats.forEach(({ person: { id } }, j) => columns.set(id, [...(columns.get(id) ?? []), j]))
    for (const { limits } of this.laws)
      for (const limit of limits) this.close(limit, columns.get(limit.seats[0]?.person.id ?? '') ?? [])
    this.impossible ||= this.face.lower.some((lower, j) => lower > this.face.upper[j]!)
    for (const [level, value] of most) {
      const { cost, offset } = this.aimAt(level)
      this.rows.push({ level: null, ...termsOf(cost), lower: -Infinity, upper: value - offset + leeway })
    }
  }

  /** Closes those columns of a person that would break the limit; one of the others is taken where it asks for one. */
  private close(limit: Limit, columns: readonly number[]): void {
    const { model, face } = this
    const counts = new Map(limit.seats.map((seat, i) => [seat, limit.counts?.[i] ?? 1]))
    const keeps = (sum: number): boolean => excessOf(limit, sum) <= tolerance
    const open = columns.filter((j) => keeps(counts.get(model.seats[j]!) ?? 0))
    for (const j of columns) if (!open.includes(j)) face.upper[j] = 0
    if (keeps(0)) return
    if (open.length === 0) this.impossible = true
    else if (open.length === 1) face.lower[open[0]!] = 1
    else face.rowLower[model.groupRow[open[0]!]!] = 1
  }

  private isWithin({ plan, values }: Found): boolean {
    const { most = new Map<number, number>() } = this.bounds
    return (
      check(plan, this.laws).next().done === true && [...most].every(([level, value]) => values[level]! <= value + near)
    )
  }

  private begin(): void {
    this.bound = this.level === undefined ? 0 : this.model.floors[this.level]!
  }

  private tell(always = false): void {
    const done = Math.min(this.behind.length + 1, this.goals.length)
    const goals = this.best === null ? [] : this.results().slice(0, done)
    const { level } = this
    this.watch.tell(level === undefined ? null : this.goals[level]!.id, goals, this.best?.plan ?? null, always)
  }
}

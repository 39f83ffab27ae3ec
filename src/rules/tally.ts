import { withMove, type Plan, type Problem, type Seat } from '../domain'
import { excessOf, isTaken, tolerance, type Choice, type InForce, type Limit, type Sum, type Violation } from './rule'

/** What one move would do. In `breaks` and `mends`, `excess` is by how much a limit gets worse or better. */
export interface Preview {
  readonly breaks: readonly Violation[]
  readonly mends: readonly Violation[]
  /** The score after the move. */
  readonly score: readonly number[]
}

/** Limits that count the same seats alike share one sum; a choice has a sum of its own. */
interface Shared {
  readonly of: Sum
  readonly limits: { readonly rule: InForce; readonly limit: Limit }[]
  /** Place among all sums: after those of the choices in it. */
  readonly index: number
  /** Choices that this sum decides, and in which sums each of them counts. */
  readonly decides: { readonly choice: Choice; readonly sum: number; readonly count: number }[]
}

interface Row {
  readonly rule: InForce
  readonly limit: Limit
  readonly sum: number
}

/**
 * For each seat, in which sums it counts and how much: rows of `sum` and `count` from `start[seat]` to
 * `start[seat + 1]`.
 */
interface Index {
  readonly sums: readonly Shared[]
  /** Every limit, in the order of rules and limits. */
  readonly rows: readonly Row[]
  readonly start: Int32Array
  readonly sum: Int32Array
  readonly count: Float64Array
}

const indexes = new WeakMap<readonly InForce[], Index>()

/** The index of these limits, made once: a board that begins anew with another plan finds it ready. */
function indexOf(problem: Problem, inForce: readonly InForce[]): Index {
  const ready = indexes.get(inForce)
  if (ready !== undefined && ready.start.length === problem.seats.length + 1) return ready
  const sums: Shared[] = []
  const rows: Row[] = []
  const known = new Map<readonly Seat[], Shared[]>()
  const start = new Int32Array(problem.seats.length + 1)
  let terms = 0
  const sumFor = (of: Sum): Shared => {
    const alike = known.get(of.seats) ?? []
    known.set(of.seats, alike)
    const ready = alike.find((sum) => sum.of.counts === of.counts && sum.of.choices === of.choices)
    if (ready !== undefined) return ready
    const inner = (of.choices ?? []).map(({ choice, count }) => ({ choice, count, sum: sumFor(choice) }))
    const sum: Shared = { of, limits: [], index: sums.length, decides: [] }
    alike.push(sum)
    sums.push(sum)
    terms += of.seats.length
    for (const seat of of.seats) start[seat.index + 1]!++
    for (const { choice, count, sum: own } of inner) own.decides.push({ choice, sum: sum.index, count })
    return sum
  }
  for (const rule of inForce)
    for (const limit of rule.limits) {
      const sum = sumFor(limit)
      sum.limits.push({ rule, limit })
      rows.push({ rule, limit, sum: sum.index })
    }
  for (let seat = 0; seat < problem.seats.length; seat++) start[seat + 1]! += start[seat]!
  const next = start.slice()
  const index: Index = { sums, rows, start, sum: new Int32Array(terms), count: new Float64Array(terms) }
  for (const {
    of: { seats, counts },
    index: place,
  } of sums)
    for (let i = 0; i < seats.length; i++) {
      const at = next[seats[i]!.index]!++
      index.sum[at] = place
      index.count[at] = counts === undefined ? 1 : counts[i]!
    }
  indexes.set(inForce, index)
  return index
}

/** Tenths of a need are not always whole: without this, a move taken back would leave a score that differs by dust. */
const settled = (cost: readonly number[]): number[] => cost.map((each) => Math.round(each * 1e6) / 1e6 + 0)

/**
 * Rules and goals kept beside a plan that changes move by move: the board's engine. Everything it answers equals
 * `check` and `score` of the whole plan; it looks only at the limits in which the moved person's seats count.
 */
export class Tally {
  readonly #index: Index
  readonly #sums: Float64Array
  #plan: Plan
  #score: readonly number[]

  constructor(problem: Problem, inForce: readonly InForce[], plan: Plan) {
    this.#index = indexOf(problem, inForce)
    this.#sums = new Float64Array(this.#index.sums.length)
    this.#plan = new Map(plan)
    for (const seat of plan.values()) this.#add(seat, 1, (sum, count) => (this.#sums[sum]! += count))
    for (const { decides, index } of this.#index.sums)
      for (const { choice, sum, count } of decides) if (isTaken(choice, this.#sums[index]!)) this.#sums[sum]! += count
    const levels = inForce.reduce(
      (most, { weight }) => (typeof weight === 'object' ? Math.max(most, weight.level + 1) : most),
      0,
    )
    const cost = new Array<number>(levels).fill(0)
    for (const { rule, excess } of this.violations())
      if (typeof rule.weight === 'object') cost[rule.weight.level]! += rule.weight.price * excess
    this.#score = settled(cost)
  }

  /** The plan as it stands; a move replaces it, so that it may be kept as it was. */
  get plan(): Plan {
    return this.#plan
  }

  /** What the plan costs at each level of the goals. */
  get score(): readonly number[] {
    return this.#score
  }

  /** What the plan breaks, goals included, in the order of rules and limits. */
  violations(): Violation[] {
    return this.#index.rows.flatMap(({ rule, limit, sum }) => {
      const excess = excessOf(limit, this.#sums[sum]!)
      return excess > tolerance ? [{ rule, limit, excess }] : []
    })
  }

  /** What the plan breaks of the rules that must hold, or of those that only warn. */
  broken(weight: 'must' | 'warn'): Violation[] {
    return this.violations().filter(({ rule }) => rule.weight === weight)
  }

  /** What would become of rules and goals if the person went there; null is the bench. */
  preview(person: string, to: Seat | null): Preview {
    const breaks: Violation[] = []
    const mends: Violation[] = []
    const cost = [...this.#score]
    for (const [place, delta] of this.#change(person, to)) {
      const before = this.#sums[place]!
      for (const { rule, limit } of this.#index.sums[place]!.limits) {
        const worse = excessOf(limit, before + delta) - excessOf(limit, before)
        if (Math.abs(worse) <= tolerance) continue
        if (worse > 0) breaks.push({ rule, limit, excess: worse })
        else mends.push({ rule, limit, excess: -worse })
        if (typeof rule.weight === 'object') cost[rule.weight.level]! += rule.weight.price * worse
      }
    }
    return { breaks, mends, score: settled(cost) }
  }

  /** Moves the person; null is the bench. */
  move(person: string, to: Seat | null): void {
    if ((this.#plan.get(person) ?? null) === to) return
    this.#score = this.preview(person, to).score
    for (const [place, delta] of this.#change(person, to)) this.#sums[place]! += delta
    this.#plan = withMove(this.#plan, person, to)
  }

  /** By how much each sum changes if the person went there. */
  #change(person: string, to: Seat | null): Map<number, number> {
    const change = new Map<number, number>()
    const from = this.#plan.get(person) ?? null
    if (from === to) return change
    // Sums that decide choices, in rising order: what they change comes after them.
    const deciding: number[] = []
    const add = (place: number, count: number): void => {
      const before = change.get(place)
      change.set(place, (before ?? 0) + count)
      if (before !== undefined || this.#index.sums[place]!.decides.length === 0) return
      const at = deciding.findIndex((other) => other > place)
      deciding.splice(at < 0 ? deciding.length : at, 0, place)
    }
    if (from !== null) this.#add(from, -1, add)
    if (to !== null) this.#add(to, 1, add)
    for (const place of deciding) {
      const [sum, delta] = [this.#sums[place]!, change.get(place)!]
      for (const { choice, sum: other, count } of this.#index.sums[place]!.decides) {
        const more = Number(isTaken(choice, sum + delta)) - Number(isTaken(choice, sum))
        if (more !== 0) add(other, more * count)
      }
    }
    for (const [place, delta] of change) if (delta === 0) change.delete(place)
    return change
  }

  #add(seat: Seat, sign: 1 | -1, to: (sum: number, count: number) => void): void {
    const { start, sum, count } = this.#index
    for (let at = start[seat.index]!; at < start[seat.index + 1]!; at++) to(sum[at]!, sign * count[at]!)
  }
}

import type { Problem, Seat } from '../domain'
import { excessOf, type Choice, type InForce, type Limit } from '../rules'
import { activitiesOf, type Activity } from './activities'
import { layChoice } from './choice'
import type { Aspired } from './goals'
import { curveOf, grainOf, isStraight, slopesOf, trimmed, type Curve } from './curve'
import { Draft, type Matrix } from './draft'

/** A curve in the model: one column for each of its points, from `first` on, of which the plan's sum is a mixture. */
export interface DrawnCurve {
  readonly points: readonly number[]
  readonly plain: number
  /** Row that ties the points to the sum of the seats. */
  readonly row: number
  readonly first: number
  /** The seats and choices of the sum, and what each counts in units. */
  readonly columns: Int32Array
  readonly counts: Float64Array
}

/**
 * The problem as HiGHS reads it: seats first, then choices, one 0/1 column each, then columns for the points of curves. A plan costs
 * `offsets[level] + costs[level] · x` at each level.
 */
export interface Model extends Matrix {
  readonly seats: readonly Seat[]
  readonly choices: readonly Choice[]
  /** Columns that are 0 or 1 in every plan: seats and choices. The others belong to curves. */
  readonly whole: number
  readonly offsets: readonly number[]
  /** Values of whole plans are the offset plus a multiple of this; zero where none is known. */
  readonly grains: readonly number[]
  /** No plan costs less at the level: each sum at its cheapest, whatever the others do. */
  readonly floors: readonly number[]
  readonly curves: readonly DrawnCurve[]
  /**
   * The row that holds a column and others of its kind to one together: the seats of a person to one at most, the points
   * of a curve to a mixture. Each counts one there. -1 where there is no such row.
   */
  readonly groupRow: Int32Array
  /** Some must limit cannot be kept by any plan, whatever the others say. */
  readonly impossible: boolean
}

/** Builds the model: seats become columns, limits become rows, prices become costs. Knows no rule by name. */
export function modelOf(problem: Problem, inForce: readonly InForce[], levels: number): Model {
  const { seats, choices, all } = activitiesOf(problem, inForce)
  const whole = seats.length + choices.length
  const personIndex = new Map(problem.people.map(({ id }, index) => [id, index]))
  // A choice depends on itself alone, as a person does.
  const personOf = Int32Array.from({ length: whole }, (_, j) =>
    j < seats.length ? personIndex.get(seats[j]!.person.id)! : problem.people.length + j,
  )
  const draft = new Draft(levels)
  const offsets = new Array<number>(levels).fill(0)
  const floors = new Array<number>(levels).fill(0)
  const slopes: number[][] = []
  const curves: DrawnCurve[] = []
  const groups: (readonly [columns: Iterable<number>, row: number])[] = []
  let impossible = false
  for (let j = 0; j < whole; j++) draft.column(1)
  for (const activity of all) {
    const curve = curveOf(activity, personOf, levels)
    if (curve === null) {
      impossible = true
      continue
    }
    for (let level = 0; level < levels; level++) floors[level]! += Math.min(...curve.costs.map((cost) => cost[level]!))
    if (isStraight(curve)) {
      const row = layOnSeats(draft, activity, curve, offsets)
      if (activity.ofPerson) groups.push([activity.columns, row])
    } else {
      const { drawn, columns, mixture } = layCurve(draft, activity, curve, offsets)
      curves.push(drawn)
      groups.push([columns, mixture])
      slopes.push(...slopesOf(curve))
    }
  }
  choices.forEach(({ choice, decides }, k) => layChoice(draft, choice, decides, seats.length + k, personOf))
  const matrix = draft.write()
  const groupRow = new Int32Array(matrix.columns).fill(-1)
  for (const [columns, row] of groups) for (const column of columns) groupRow[column] = row
  return {
    ...matrix,
    seats,
    choices: choices.map(({ choice }) => choice),
    whole,
    offsets,
    floors,
    curves,
    groupRow,
    impossible,
    grains: matrix.costs.map((cost, level) =>
      grainOf([...cost.subarray(0, whole), ...slopes.map((slope) => slope[level]!)]),
    ),
  }
}

/** The sum of seats in units as a row, if its bounds ask for one (else -1); the straight cost goes onto the seats. */
function layOnSeats(draft: Draft, activity: Activity, curve: Curve, offsets: number[]): number {
  const { unit, points, costs, lower, upper } = curve
  const slope = slopesOf(curve)[0]
  for (let level = 0; level < offsets.length; level++) {
    const each = slope?.[level] ?? 0
    offsets[level]! += costs[0]![level]! - each * points[0]!
    if (each !== 0)
      activity.columns.forEach((column, i) => draft.addCost(column, level, (each * activity.counts[i]!) / unit))
  }
  if (lower === -Infinity && upper === Infinity && !activity.ofPerson) return -1
  const row = draft.row(lower, activity.ofPerson ? Math.min(upper, 1) : upper, isWhole(activity, unit))
  activity.columns.forEach((column, i) => draft.put(row, column, activity.counts[i]! / unit))
  return row
}

const isWhole = ({ counts }: Activity, unit: number): boolean => counts.every((count) => Number.isInteger(count / unit))

/** The sum of seats as a mixture of the curve's points; sums off the plain ones need a seat that is not plain. */
function layCurve(draft: Draft, activity: Activity, whole: Curve, offsets: number[]) {
  const { curve, openBelow, openAbove } = trimmed(whole)
  const { unit, plain, points, costs } = curve
  const start = costs[0]!
  start.forEach((cost, level) => (offsets[level]! += cost))
  const columns = costs.map((cost) =>
    draft.column(
      1,
      cost.map((each, level) => each - start[level]!),
    ),
  )
  const mixture = draft.row(1, 1, true)
  const row = draft.row(openBelow ? -Infinity : 0, openAbove ? Infinity : 0, isWhole(activity, unit))
  activity.columns.forEach((column, i) => draft.put(row, column, activity.counts[i]! / unit))
  columns.forEach((column, i) => {
    draft.put(mixture, column, 1)
    if (points[i] !== 0) draft.put(row, column, -points[i]!)
  })
  if (points.some((point) => point % plain !== 0)) {
    const odd = draft.row(-Infinity, 0, false)
    columns.forEach((column, i) => points[i]! % plain !== 0 && draft.put(odd, column, 1))
    activity.columns.forEach((column, i) => (activity.counts[i]! / unit) % plain !== 0 && draft.put(odd, column, -1))
  }
  const counts = activity.counts.map((count) => count / unit)
  const drawn: DrawnCurve = { points, plain, row, first: columns[0]!, columns: activity.columns, counts }
  return { drawn, columns, mixture }
}

/**
 * The same model with these goals in order. What it has not is written out anew and is about one person a limit, so that
 * its cost lies on the seats.
 */
export function withGoals(model: Model, had: readonly Aspired[], inForce: readonly InForce[]): Model {
  const levels = inForce
    .flatMap(({ id, weight, limits }) => (typeof weight === 'object' ? [{ id, limits, ...weight }] : []))
    .map(({ id, limits, price }) => {
      const at = had.findIndex((goal) => goal.id === id)
      if (at < 0) return straight(model, limits, price)
      return {
        cost: model.costs[at]!,
        offset: model.offsets[at]!,
        grain: model.grains[at]!,
        floor: model.floors[at]!,
      }
    })
  return {
    ...model,
    costs: levels.map(({ cost }) => cost),
    offsets: levels.map(({ offset }) => offset),
    grains: levels.map(({ grain }) => grain),
    floors: levels.map(({ floor }) => floor),
  }
}

/** A goal of which each limit is about one person, who takes one of the seats or none. */
function straight({ seats, columns }: Model, limits: readonly Limit[], price: number) {
  const columnOf = new Map(seats.map((seat, j) => [seat, j]))
  const cost = new Float64Array(columns)
  let offset = 0
  for (const limit of limits) {
    const none = excessOf(limit, 0)
    offset += price * none
    limit.seats.forEach((seat, i) => {
      const j = columnOf.get(seat)
      if (j !== undefined) cost[j]! += price * (excessOf(limit, limit.counts?.[i] ?? 1) - none)
    })
  }
  return { cost, offset, grain: grainOf(cost), floor: 0 }
}

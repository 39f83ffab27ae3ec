import type { Plan, Problem, Seat } from '../domain'
import type { InForce } from '../rules'
import { activitiesOf } from './activities'
import { grainOf, stepsOf, type Steps } from './steps'

/**
 * The problem as HiGHS reads it: seats first, one 0/1 column each, then columns for steps of cost. Minimise
 * `offset[level] + cost[level] · x` for the level in work.
 */
export interface Model {
  readonly seats: readonly Seat[]
  readonly columns: number
  readonly rows: number
  readonly lower: Float64Array
  readonly upper: Float64Array
  readonly rowLower: Float64Array
  readonly rowUpper: Float64Array
  /** Column by column: `starts` has one entry more than there are columns. */
  readonly starts: Int32Array
  readonly indices: Int32Array
  readonly values: Float64Array
  readonly costs: readonly Float64Array[]
  readonly offsets: readonly number[]
  /** Whole-number step of each level: its value is `offset` plus a multiple of this. Zero where none is known. */
  readonly grains: readonly number[]
  /** No plan costs less at the level: each sum at its cheapest, whatever the others do. */
  readonly floors: readonly number[]
  /** Which columns make up for a row's sum below and above its free stretch, nearest first. */
  readonly fills: readonly {
    readonly row: number
    readonly below: readonly number[]
    readonly above: readonly number[]
  }[]
  /** Row values of whole plans are multiples of one; false where counts were no whole numbers. */
  readonly rowIsWhole: readonly boolean[]
  /** Some must limit cannot be kept by any plan, whatever the others say. */
  readonly impossible: boolean
}

interface Column {
  readonly cost: readonly number[]
  readonly upper: number
  readonly row: number
  readonly value: number
}

/** The step that costs nothing on the seats themselves, or least: the others hang on columns of their own. */
const flattest = ({ steps }: Steps): number => {
  const steep = steps.map(({ slope }) => slope.reduce((sum, each) => sum + Math.abs(each), 0))
  return steep.indexOf(Math.min(...steep))
}

/** Builds the model: seats become columns, limits become rows, prices become costs. Knows no rule by name. */
export function modelOf(problem: Problem, inForce: readonly InForce[], levels: number): Model {
  const { seats, all } = activitiesOf(problem, inForce)
  const personIndex = new Map(problem.people.map(({ id }, index) => [id, index]))
  const personOf = Int32Array.from(seats, (seat) => personIndex.get(seat.person.id)!)
  const seatCosts = Array.from({ length: levels }, () => new Float64Array(seats.length))
  const offsets = new Array<number>(levels).fill(0)
  const floors = new Array<number>(levels).fill(0)
  const extra: Column[] = []
  const fills: { row: number; below: number[]; above: number[] }[] = []
  const rows: { lower: number; upper: number; whole: boolean; columns: Int32Array; counts: Float64Array }[] = []
  let impossible = false

  for (const activity of all) {
    const drawn = stepsOf(activity, personOf, levels)
    if (drawn === null) {
      impossible = true
      continue
    }
    const { steps, start, unit, lower, upper } = drawn
    const base = flattest(drawn)
    const { from, to, slope } = steps[base]!
    const counts = activity.counts.map((count) => count / unit)
    for (let level = 0; level < levels; level++) {
      let [atBase, at, lowest] = [start[level]!, start[level]!, start[level]!]
      steps.forEach((step, i) => {
        at += step.slope[level]! * (step.to - step.from)
        lowest = Math.min(lowest, at)
        if (i < base) atBase = at
      })
      floors[level]! += lowest
      offsets[level]! += atBase - slope[level]! * from
      if (slope[level] !== 0)
        counts.forEach((count, i) => (seatCosts[level]![activity.columns[i]!]! += slope[level]! * count))
    }
    const rowLower = base > 0 || lower > -Infinity ? from : -Infinity
    const rowUpper = base < steps.length - 1 || upper < Infinity || activity.ofPerson ? to : Infinity
    if (rowLower === -Infinity && rowUpper === Infinity) continue
    const below: number[] = []
    const above: number[] = []
    steps.forEach((step, i) => {
      if (i === base) return
      if (i < base) below.unshift(seats.length + extra.length)
      else above.push(seats.length + extra.length)
      const sign = i < base ? 1 : -1
      const cost = step.slope.map((each, level) => sign * (slope[level]! - each))
      extra.push({ cost, upper: step.to - step.from, row: rows.length, value: sign })
    })
    if (steps.length > 1) fills.push({ row: rows.length, below, above })
    rows.push({
      lower: rowLower,
      upper: rowUpper,
      whole: counts.every((count) => Number.isInteger(count)),
      columns: activity.columns,
      counts,
    })
  }

  const columns = seats.length + extra.length
  const starts = new Int32Array(columns + 1)
  for (const row of rows) for (const column of row.columns) starts[column + 1]!++
  for (let j = seats.length; j < columns; j++) starts[j + 1] = 1
  for (let j = 0; j < columns; j++) starts[j + 1]! += starts[j]!
  const indices = new Int32Array(starts[columns]!)
  const values = new Float64Array(starts[columns]!)
  const next = starts.slice()
  rows.forEach((row, i) =>
    row.columns.forEach((column, k) => {
      const at = next[column]!++
      indices[at] = i
      values[at] = row.counts[k]!
    }),
  )
  const upper = new Float64Array(columns).fill(1)
  const costs = seatCosts.map((cost) => {
    const whole = new Float64Array(columns)
    whole.set(cost)
    return whole
  })
  extra.forEach((column, k) => {
    const j = seats.length + k
    indices[starts[j]!] = column.row
    values[starts[j]!] = column.value
    upper[j] = column.upper
    column.cost.forEach((cost, level) => (costs[level]![j] = cost))
  })
  return {
    seats,
    columns,
    rows: rows.length,
    lower: new Float64Array(columns),
    upper,
    rowLower: Float64Array.from(rows, (row) => row.lower),
    rowUpper: Float64Array.from(rows, (row) => row.upper),
    starts,
    indices,
    values,
    costs,
    offsets,
    grains: costs.map((cost) => {
      const broken = extra.some(({ row }, k) => !rows[row]!.whole && cost[seats.length + k] !== 0)
      return broken ? 0 : grainOf(cost)
    }),
    floors,
    fills,
    rowIsWhole: rows.map((row) => row.whole),
    impossible,
  }
}

/** The plan that a point of the model stands for; null where a seat is neither taken nor free. */
export function planAt(model: Model, point: ArrayLike<number>): Plan | null {
  const plan = new Map<string, Seat>()
  for (let j = 0; j < model.seats.length; j++) {
    const value = point[j]!
    if (value < 1e-5) continue
    if (value < 1 - 1e-5) return null
    const seat = model.seats[j]!
    if (plan.has(seat.person.id)) return null
    plan.set(seat.person.id, seat)
  }
  return plan
}

/** Where the plan lies in the model; null when it takes a seat that a must rule forbids outright. */
export function pointOf(model: Model, plan: Plan): Float64Array | null {
  const point = new Float64Array(model.columns)
  let seated = 0
  model.seats.forEach((seat, j) => {
    if (plan.get(seat.person.id) !== seat) return
    point[j] = 1
    seated++
  })
  if (seated < plan.size) return null
  const sums = rowSums(model, point)
  const pour = (columns: readonly number[], amount: number): void => {
    for (const j of columns) {
      point[j] = Math.max(0, Math.min(model.upper[j]!, amount))
      amount -= point[j]!
    }
  }
  for (const { row, below, above } of model.fills) {
    pour(below, model.rowLower[row]! - sums[row]!)
    pour(above, sums[row]! - model.rowUpper[row]!)
  }
  return point
}

export function rowSums(model: Model, point: Float64Array): Float64Array {
  const sums = new Float64Array(model.rows)
  for (let j = 0; j < model.columns; j++)
    if (point[j] !== 0)
      for (let k = model.starts[j]!; k < model.starts[j + 1]!; k++)
        sums[model.indices[k]!]! += model.values[k]! * point[j]!
  return sums
}

/** Whether the point keeps every row of the model. */
export function isInside(model: Model, point: Float64Array): boolean {
  return (
    !model.impossible &&
    rowSums(model, point).every((sum, i) => sum >= model.rowLower[i]! - 1e-6 && sum <= model.rowUpper[i]! + 1e-6)
  )
}

/** What the point costs, level by level. */
export const valuesAt = (model: Model, point: Float64Array): number[] =>
  model.costs.map((cost, level) => {
    let value = model.offsets[level]!
    for (let j = 0; j < model.columns; j++) value += cost[j]! * point[j]!
    return Math.round(value * 1e6) / 1e6
  })

import { tolerance } from '../rules'
import type { Activity, Priced } from './activities'

/** Greatest common divisor of whole thousandths of the values; zero where they are not such multiples or all zero. */
export function grainOf(values: Iterable<number>): number {
  let divisor = 0
  for (const value of values) {
    const whole = Math.round(value * 1000)
    if (Math.abs(value * 1000 - whole) > 1e-6) return 0
    for (let a = Math.abs(whole), b = divisor; ;) {
      if (b === 0) {
        divisor = a
        break
      }
      ;[a, b] = [b, a % b]
    }
  }
  return divisor / 1000
}

/**
 * What an activity costs, level by level, as straight steps between the sums that whole seats can give: `from` and
 * `to` in units, `slope` per unit and level (rising from step to step, as the cost is convex).
 */
export interface Steps {
  /** What all counts are multiples of. */
  readonly unit: number
  readonly steps: readonly { readonly from: number; readonly to: number; readonly slope: readonly number[] }[]
  /** Cost at the start of the first step, per level. */
  readonly start: readonly number[]
  /** Hard bounds in units; infinite where the sum cannot leave them anyway. */
  readonly lower: number
  readonly upper: number
}

const costAt = (priced: readonly Priced[], levels: number, sum: number): number[] => {
  const cost = new Array<number>(levels).fill(0)
  for (const { level, price, atLeast, atMost } of priced)
    cost[level]! += price * Math.max(0, atLeast - sum, sum - atMost)
  return cost
}

/**
 * Reads an activity as steps. Between two sums that whole seats can give, the cost is drawn straight: no plan lies
 * there, and the linear relaxation becomes as tight as it can be. Null when no plan can keep its hard bounds.
 * `persons` tells whose seat a column is: of one person, at most one seat counts.
 */
export function stepsOf(activity: Activity, personOf: Int32Array, levels: number): Steps | null {
  const { columns, counts, priced } = activity
  const grain = grainOf(counts)
  const unit = grain === 0 ? 1 : grain
  let [least, most] = [0, 0]
  for (let i = 0; i < columns.length;) {
    const person = personOf[columns[i]!]
    let [low, high] = [0, 0]
    for (; i < columns.length && personOf[columns[i]!] === person; i++) {
      low = Math.min(low, counts[i]! / unit)
      high = Math.max(high, counts[i]! / unit)
    }
    least += low
    most += high
  }
  const whole = (value: number, up: boolean): number =>
    grain === 0 || !Number.isFinite(value) ? value : up ? Math.ceil(value - tolerance) : Math.floor(value + tolerance)
  const lower = whole((activity.atLeast - tolerance) / unit, true)
  const upper = whole((activity.atMost + tolerance) / unit, false)
  const from = Math.max(least, lower)
  const to = Math.min(most, upper)
  if (from > to + tolerance) return null
  const kinks = new Set([from, Math.max(from, to)])
  for (const { atLeast, atMost } of priced)
    for (const bound of [atLeast / unit, atMost / unit, ...(atLeast > atMost ? [(atLeast + atMost) / 2 / unit] : [])])
      for (const point of [whole(bound, false), whole(bound, true)]) if (point > from && point < to) kinks.add(point)
  const points = [...kinks].sort((a, b) => a - b)
  const cost = points.map((point) => costAt(priced, levels, point * unit))
  const steps: { from: number; to: number; slope: number[] }[] = []
  for (let i = 1; i < points.length; i++) {
    const slope = cost[i]!.map((value, level) => (value - cost[i - 1]![level]!) / (points[i]! - points[i - 1]!))
    const last = steps.at(-1)
    if (last !== undefined && slope.every((value, level) => Math.abs(value - last.slope[level]!) < 1e-9))
      last.to = points[i]!
    else steps.push({ from: points[i - 1]!, to: points[i]!, slope })
  }
  if (steps.length === 0) steps.push({ from, to, slope: new Array<number>(levels).fill(0) })
  return {
    unit,
    steps,
    start: cost[0]!,
    lower: lower > least ? lower : -Infinity,
    upper: upper < most ? upper : Infinity,
  }
}

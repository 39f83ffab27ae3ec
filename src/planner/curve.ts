import { tolerance } from '../rules'
import type { Activity, Priced } from './activities'

/** Greatest common divisor of the values, in whole thousandths; zero where they are no such multiples or all zero. */
export function grainOf(values: Iterable<number>): number {
  let divisor = 0
  for (const value of values) {
    const whole = Math.round(value * 1000)
    if (Math.abs(value * 1000 - whole) > 1e-6) return 0
    for (let [a, b] = [Math.abs(whole), divisor]; ; [a, b] = [b, a % b])
      if (b === 0) {
        divisor = a
        break
      }
  }
  return divisor / 1000
}

/**
 * What the sum of an activity costs: a convex curve through the sums that whole seats can give, in units. Between
 * its points it is drawn straight, as no plan lies there; so the linear relaxation is as tight as it can be.
 */
export interface Curve {
  /** What all counts are multiples of. */
  readonly unit: number
  /** What most seats count, in units: sums that are no multiple of it need one of the other seats. */
  readonly plain: number
  /** Rising; the first and the last are the ends of what can be reached. */
  readonly points: readonly number[]
  /** Cost at each point, level by level. */
  readonly costs: readonly (readonly number[])[]
  /** Bounds that must hold, in units; infinite where the sum cannot leave them anyway. */
  readonly lower: number
  readonly upper: number
}

function costAt(priced: readonly Priced[], levels: number, sum: number): number[] {
  const cost = new Array<number>(levels).fill(0)
  for (const { level, price, atLeast, atMost } of priced)
    cost[level]! += price * Math.max(0, atLeast - sum, sum - atMost)
  return cost
}

/** Least and most that the sum can be when each person takes one seat at most. */
export function reach({ columns, counts }: Activity, personOf: Int32Array): [number, number] {
  let [least, most] = [0, 0]
  for (let i = 0; i < columns.length;) {
    const person = personOf[columns[i]!]
    let [low, high] = [0, 0]
    for (; i < columns.length && personOf[columns[i]!] === person; i++) {
      low = Math.min(low, counts[i]!)
      high = Math.max(high, counts[i]!)
    }
    least += low
    most += high
  }
  return [least, most]
}

/** The count that most seats have, if it is the largest too; else the unit. */
function plainOf(counts: Float64Array, unit: number): number {
  const times = new Map<number, number>()
  for (const count of counts) times.set(Math.abs(count), (times.get(Math.abs(count)) ?? 0) + 1)
  let [plain, most] = [unit, 0]
  for (const [count, often] of times)
    if (often > most || (often === most && count > plain)) [plain, most] = [count, often]
  return Math.round(plain / unit)
}

/** Where the cost bends, and the ends of the range. */
function* bends(priced: readonly Priced[]): Generator<number> {
  for (const { atLeast, atMost } of priced) {
    yield atLeast
    yield atMost
    if (atLeast > atMost) yield (atLeast + atMost) / 2
  }
}

/** Reads an activity as a curve; null when no plan can keep its bounds. `personOf` tells whose seat a column is. */
export function curveOf(activity: Activity, personOf: Int32Array, levels: number): Curve | null {
  const grain = grainOf(activity.counts)
  const unit = grain === 0 ? 1 : grain
  const plain = grain === 0 ? 1 : plainOf(activity.counts, unit)
  const down = (value: number, step = 1): number => (grain === 0 ? value : Math.floor(value / step + tolerance) * step)
  const up = (value: number, step = 1): number => (grain === 0 ? value : Math.ceil(value / step - tolerance) * step)
  const [least, most] = reach(activity, personOf).map((value) => value / unit) as [number, number]
  const lower = Number.isFinite(activity.atLeast) ? up((activity.atLeast - tolerance) / unit) : -Infinity
  const upper = Number.isFinite(activity.atMost) ? down((activity.atMost + tolerance) / unit) : Infinity
  const from = Math.max(least, lower)
  const to = Math.min(most, upper)
  if (from > to + tolerance) return null
  const points = new Set([from, Math.max(from, to)])
  const around = (value: number): void => {
    for (const point of [down(value), up(value), down(value, plain), up(value, plain)])
      if (point > from && point < to) points.add(point)
  }
  if (activity.priced.length > 0) {
    for (const bend of bends(activity.priced)) if (Number.isFinite(bend)) around(bend / unit)
    if (plain > 1) [up(from, plain), down(to, plain)].forEach(around)
  }
  const rising = [...points].sort((a, b) => a - b)
  return {
    unit,
    plain,
    points: rising,
    costs: rising.map((point) => costAt(activity.priced, levels, point * unit)),
    lower: lower > least ? lower : -Infinity,
    upper: upper < most ? upper : Infinity,
  }
}

const slopesBetween = ({ points, costs }: Curve, i: number): number[] =>
  costs[i]!.map((cost, level) => (cost - costs[i - 1]![level]!) / (points[i]! - points[i - 1]!))

/** Slope of each stretch per unit, level by level. */
export const slopesOf = (curve: Curve): number[][] => curve.points.slice(1).map((_, i) => slopesBetween(curve, i + 1))

const alike = (a: readonly number[], b: readonly number[]): boolean =>
  a.every((value, level) => Math.abs(value - b[level]!) < 1e-9)

/** One slope all along: the cost can stand on the seats themselves. */
export const isStraight = (curve: Curve): boolean => {
  const slopes = slopesOf(curve)
  return slopes.every((slope) => alike(slope, slopes[0]!))
}

export interface Trimmed {
  readonly curve: Curve
  /** The ends of the curve stand for all that lies beyond them at the same cost. */
  readonly openBelow: boolean
  readonly openAbove: boolean
}

const isFlat = (slope: readonly number[]): boolean => slope.every((value) => Math.abs(value) < 1e-9)

/** The curve without its flat ends, which cost nothing more however far the sum goes. */
export function trimmed(curve: Curve): Trimmed {
  const slopes = slopesOf(curve)
  const openBelow = curve.lower === -Infinity && isFlat(slopes[0]!)
  const openAbove = curve.upper === Infinity && isFlat(slopes.at(-1)!)
  let [first, last] = [0, curve.points.length - 1]
  const plain = (i: number): boolean => curve.points[i]! % curve.plain === 0
  if (openBelow) while (first + 1 < last && isFlat(slopes[first]!) && isFlat(slopes[first + 1]!)) first++
  if (openAbove) while (last - 1 > first && isFlat(slopes[last - 1]!) && isFlat(slopes[last - 2]!)) last--
  while (openBelow && first + 1 < last && isFlat(slopes[first]!) && plain(first + 1)) first++
  while (openAbove && last - 1 > first && isFlat(slopes[last - 1]!) && plain(last - 1)) last--
  const points = curve.points.slice(first, last + 1)
  return { curve: { ...curve, points, costs: curve.costs.slice(first, last + 1) }, openBelow, openAbove }
}

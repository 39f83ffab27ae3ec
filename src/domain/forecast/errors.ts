import { mean, probit, quantileSorted } from 'simple-statistics'
import type { Trial } from './rolling-origin'

/**
 * Errors to be drawn from, in units of the square root of the expected count: counts scatter by it (Poisson), so one
 * sample serves busy and quiet months alike. A whole error is one of `common` (how far a future as a whole is off)
 * plus one of `own` (how far each month is off besides).
 */
export interface ForecastErrors {
  /**
   * From the method's own trials; or, where the history is too short for them, from chance alone: then they are at
   * least so large.
   */
  readonly basis: 'rolling-origins' | 'chance'
  /** Different months that were forecast in the trials. */
  readonly months: number
  /** Whole errors, ascending. */
  readonly all: readonly number[]
  readonly common: readonly number[]
  readonly own: readonly number[]
}

/** By how much one unit of error moves a month of so many expected cases. */
export const spreadOf = (expected: number): number => Math.sqrt(Math.max(expected, 1))

/** A year of different months, and half a year in one trial, tell of the method and not of a season. */
const leastMonths = 12
const leastSteps = 6

/** Gathers the errors of a method's trials. */
export function errorsOf(trials: readonly Trial[]): ForecastErrors {
  const months = new Set(trials.flatMap(({ errors }) => errors.map(({ month }) => month))).size
  if (months < leastMonths) return byChance(months)
  const paths = trials.map(({ errors }) => errors.map((e) => (e.actual - e.expected) / spreadOf(e.expected)))
  const long = paths.filter(({ length }) => length >= leastSteps)
  const all = paths.flat().toSorted((a, b) => a - b)
  if (long.length === 0) return { basis: 'rolling-origins', months, all, common: [0], own: all }
  const own = long.flatMap((path) => path.map((error) => error - mean(path)))
  return { basis: 'rolling-origins', months, all, common: long.map((path) => mean(path)), own }
}

/** With a single year both the shape and the month to come are counts by chance: the square root of two. */
function byChance(months: number): ForecastErrors {
  const all = Array.from({ length: 99 }, (_, i) => Math.SQRT2 * probit((i + 1) / 100))
  return { basis: 'chance', months, all, common: [0], own: all }
}

/**
 * The two ends between which a new error lies with the probability `level`; widened for small samples, as in conformal
 * prediction.
 */
export function edgesOf({ all }: ForecastErrors, level: number): { readonly low: number; readonly high: number } {
  const upper = Math.min(1, (((1 + level) / 2) * (all.length + 1)) / all.length)
  const sorted = [...all]
  return { low: Math.min(0, quantileSorted(sorted, 1 - upper)), high: Math.max(0, quantileSorted(sorted, upper)) }
}

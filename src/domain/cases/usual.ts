import { median, medianAbsoluteDeviation } from 'simple-statistics'
import type { Interval } from '../interval'

/** Fewer figures than this do not tell what is usual. */
const enough = 6
/** A median absolute deviation as a standard deviation, for figures that spread normally. */
const asDeviation = 1.4826

/**
 * Where a count of a series may lie and still be no surprise: within six robust deviations of the median and within
 * three times of it, so that neither a quiet series nor a Spring Festival month is suspected. A count spreads at
 * least as the root of its mean. Null where the series is too short to tell.
 */
export function usualRange(counts: readonly number[]): Interval | null {
  if (counts.length < enough) return null
  const values = [...counts]
  const middle = median(values)
  const spread = 6 * Math.max(asDeviation * medianAbsoluteDeviation(values), Math.sqrt(Math.max(middle, 1)))
  return { low: Math.max(0, Math.min(middle / 3, middle - spread)), high: Math.max(3 * middle, middle + spread) }
}

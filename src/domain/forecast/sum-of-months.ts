// Loads simple-statistics: import this file by its path, from a worker or the server, never from the page.
import { fanOf } from '../backlog/fan'
import type { FilingsForecast } from './filings'

/** Cases of all months together: expected, and the ends between which four of five futures lie. */
export interface SumOfMonths {
  readonly expected: number
  readonly low: number
  readonly high: number
}

/**
 * The sum of the months to come, in the futures that the fan of a stock draws: a stock from which nothing ever leaves
 * holds all that is filed. Bad months seldom come together, so the band is narrower than those of the months added up.
 */
export function sumOfMonths({ months, errors }: Pick<FilingsForecast, 'months' | 'errors'>): SumOfMonths {
  const expected = months.reduce((sum, month) => sum + month.expected, 0)
  const last = fanOf({ stock: 0, months: months.map((month) => ({ ...month, capacity: 0 })), errors }).at(-1)
  return { expected, low: Math.min(expected, last?.p10 ?? 0), high: Math.max(expected, last?.p90 ?? 0) }
}

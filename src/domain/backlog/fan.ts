// Loads simple-statistics: import this file by its path, from a worker or the server, never from the page.
import { quantileSorted } from 'simple-statistics'
import type { CalendarMonth } from '../calendar'
import { spreadOf, type ForecastErrors } from '../forecast/errors'
import { randomFrom } from '../random'

export interface FanRequest {
  /** Pending before the first month. */
  readonly stock: number
  readonly months: readonly { readonly month: CalendarMonth; readonly expected: number; readonly capacity: number }[]
  readonly errors: Pick<ForecastErrors, 'common' | 'own'>
  /** @default 1000 */
  readonly futures?: number
  /** The same seed gives the same futures. @default 1 */
  readonly seed?: number
}

/** Of the pending stock at the end of a month: one in ten futures lies below p10, half below p50. */
export interface FanMonth {
  readonly month: CalendarMonth
  readonly p10: number
  readonly p25: number
  readonly p50: number
  readonly p75: number
  readonly p90: number
}

/**
 * The stock in many futures. In each, filings are off by an error drawn for the whole future and one drawn for every
 * month, from errors that the forecast made in the past; filings never fall below 0. Futures drawn with one seed have
 * the same filings whatever the capacity, so two plans compared with it differ by the plan alone.
 */
export function fanOf({ stock, months, errors, futures = 1000, seed = 1 }: FanRequest): FanMonth[] {
  const random = randomFrom(seed)
  const draw = (sample: readonly number[]): number =>
    sample.length === 0 ? 0 : sample[Math.floor(random() * sample.length)]!
  const spreads = months.map(({ expected }) => spreadOf(expected))
  const pending = months.map(() => new Float64Array(futures))
  for (let future = 0; future < futures; future++) {
    const common = draw(errors.common)
    let left = stock
    for (let i = 0; i < months.length; i++) {
      const { expected, capacity } = months[i]!
      const filed = Math.max(0, expected + (common + draw(errors.own)) * spreads[i]!)
      left = Math.max(0, left + filed - capacity)
      pending[i]![future] = left
    }
  }
  return months.map(({ month }, i) => {
    const sorted = Array.from(pending[i]!.sort())
    const at = (share: number): number => (sorted.length === 0 ? stock : quantileSorted(sorted, share))
    return { month, p10: at(0.1), p25: at(0.25), p50: at(0.5), p75: at(0.75), p90: at(0.9) }
  })
}

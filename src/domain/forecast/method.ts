import type { CalendarMonth } from '../calendar'
import { usableMonths, type History } from './history'
import { expectedIn, fitShape, type Fit } from './shape'

export type MethodId = 'seasonal-mean' | 'seasonal-ets' | 'seasonal-naive'

/** Below a whole year no season can be told from chance. */
export const leastMonths = 12

/** What a method may look at: the series up to some month, and its shape. */
export interface Past extends Fit {
  readonly history: History
}

/** Null where fewer than twelve months count. */
export const pastOf = (history: History): Past | null =>
  usableMonths(history) < leastMonths ? null : { ...fitShape(history), history }

/** A way to tell the months to come from the past. */
export interface Forecaster {
  readonly id: MethodId
  /** Fewest months from the first to the last that it can work on. */
  readonly least: number
  /** One expected count for each of the months, which follow the past without a gap; null where the method fails. */
  readonly expect: (past: Past, months: readonly CalendarMonth[]) => readonly number[] | null
}

/**
 * The mean of the last three years (since the last level shift) x the seasonal shape: what courts accept (CNJ, NCSC).
 */
export const seasonalMean: Forecaster = {
  id: 'seasonal-mean',
  least: leastMonths,
  expect: (past, months) => months.map((month) => expectedIn(past, month)),
}

/** The same month a year ago: what every other method is measured by. */
export const seasonalNaive: Forecaster = {
  id: 'seasonal-naive',
  least: 12,
  expect: ({ cleaned }, months) => {
    const year = cleaned.slice(-12)
    return year.length < 12 ? null : months.map((_, i) => year[i % 12]!)
  },
}

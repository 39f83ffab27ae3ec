import { z } from 'zod'
import { addToMonth, calendarMonth, monthsBetween, monthsFrom, type CalendarMonth } from '../calendar'

/** Counts by whole month, in any order; a month that is missing or null was not reported. */
export type MonthlySeries = Readonly<Record<CalendarMonth, number | null>>

/**
 * What a person knows of a month: `outlier`, a month that says nothing about others (a batch of like cases, a
 * lockdown); `level-shift`, the first month of a lasting new level (a new law, another venue).
 */
export const monthMark = z.enum(['outlier', 'level-shift'])
export type MonthMark = z.infer<typeof monthMark>
export type MonthMarks = Readonly<Record<CalendarMonth, MonthMark>>

/** What a person puts in place of the computed count of a month, and why. */
export const forecastOverride = z.object({
  month: calendarMonth,
  value: z.number().min(0),
  reason: z.string().trim().min(1).max(500),
})
export type ForecastOverride = z.infer<typeof forecastOverride>

/** Five years: older months say little about the next one. */
const longestHistory = 60

/** Every month from the first reported one to the last, in order. */
export interface History {
  readonly months: readonly CalendarMonth[]
  /** Null: not reported, or marked as an outlier. */
  readonly counts: readonly (number | null)[]
  /** Places of the first months of new levels, ascending. */
  readonly shifts: readonly number[]
}

const isCount = (value: number | null | undefined): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0

/** Puts a series in order: at most its last five years, gaps filled with null, outliers taken out. */
export function historyOf(series: MonthlySeries, marks: MonthMarks = {}): History {
  const reported = Object.keys(series)
    .filter((month) => isCount(series[month]))
    .toSorted()
  const last = reported.at(-1)
  if (last === undefined) return { months: [], counts: [], shifts: [] }
  const earliest = addToMonth(last, 1 - longestHistory)
  const first = reported.find((month) => month >= earliest) ?? last
  const months = monthsFrom(first, monthsBetween(first, last) + 1)
  return {
    months,
    counts: months.map((month) => (marks[month] !== 'outlier' && isCount(series[month]) ? series[month] : null)),
    shifts: months.flatMap((month, at) => (marks[month] === 'level-shift' ? [at] : [])),
  }
}

/** What was known after so many months. */
export const upTo = ({ months, counts, shifts }: History, length: number): History => ({
  months: months.slice(0, length),
  counts: counts.slice(0, length),
  shifts: shifts.filter((at) => at < length),
})

/** Months that count: reported and no outlier. */
export const usableMonths = ({ counts }: History): number => counts.filter((count) => count !== null).length

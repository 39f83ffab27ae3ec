// Loads simple-statistics and chinese-days: import this file by its path, from a worker or the server, never from the
// page.
import { addToMonth, monthsFrom, type CalendarMonth } from '../calendar'
import type { Why } from '../why'
import { chooseMethod, takesPart, type Choice } from './choose'
import { edgesOf, errorsOf, spreadOf, type ForecastErrors } from './errors'
import { historyOf, usableMonths, type ForecastOverride, type MonthlySeries, type MonthMarks } from './history'
import { leastMonths, pastOf, seasonalMean, seasonalNaive, type Forecaster, type MethodId } from './method'
import { compareMethods, rollingOrigins, type MethodTest } from './rolling-origin'

export interface FilingsRequest {
  /** Newly filed cases by whole month: leave out the month that still runs. */
  readonly series: MonthlySeries
  readonly marks?: MonthMarks
  readonly overrides?: readonly ForecastOverride[]
  /** Months to forecast, from the one after the last reported. @default 12 */
  readonly horizon?: number
  /** Share of futures that the band is to hold. @default 0.8 */
  readonly level?: number
  /** `seasonalEts(MSTL)` where its WebAssembly is ready. */
  readonly ets?: Forecaster
}

/** A month to come. Unrounded; `low <= expected <= high`, never below 0. */
export interface ForecastMonth {
  readonly month: CalendarMonth
  readonly expected: number
  readonly low: number
  readonly high: number
  /** What the method alone gives. */
  readonly computed: number
  /** Why a person put another value in its place; null where nobody did. */
  readonly reason: string | null
}

export interface FilingsForecast {
  readonly why: null
  readonly method: MethodId
  readonly choice: Choice
  readonly level: number
  readonly months: readonly ForecastMonth[]
  readonly tests: readonly MethodTest[]
  readonly errors: ForecastErrors
  /** What it was made from: first and last month, how many of them count, and since when the level holds. */
  readonly history: {
    readonly from: CalendarMonth
    readonly until: CalendarMonth
    readonly usable: number
    readonly levelSince: CalendarMonth | null
  }
}

export type FilingsResult =
  FilingsForecast | { readonly why: Why<'forecast-history-short' | 'forecast-nothing-reported'> }

/**
 * Filings by month with a band. An overridden month takes the person's value and the band moves with it: knowing
 * better is not knowing for certain.
 */
export function forecastFilings(request: FilingsRequest): FilingsResult {
  const { series, marks, overrides = [], horizon = 12, level = 0.8, ets } = request
  const history = historyOf(series, marks)
  const last = history.months.at(-1)
  if (last === undefined) return { why: { code: 'forecast-nothing-reported', facts: {} } }
  const past = pastOf(history)
  const usable = usableMonths(history)
  if (past === null) return { why: { code: 'forecast-history-short', facts: { months: usable, needed: leastMonths } } }

  const months = monthsFrom(addToMonth(last, 1), horizon)
  const byEts = takesPart(history, ets) ? ets.expect(past, months) : null
  const methods = [seasonalMean, seasonalNaive, ...(ets === undefined || byEts === null ? [] : [ets])]
  const trials = rollingOrigins(history, methods)
  const tests = compareMethods(history, trials)
  const { method, choice } = chooseMethod(history, ets, tests)
  const foreseen = method === 'seasonal-ets' && byEts !== null ? byEts : seasonalMean.expect(past, months)!
  const errors = errorsOf(trials.get(method)!)
  const edges = edgesOf(errors, level)
  return {
    why: null,
    method,
    choice,
    level,
    months: months.map((month, i) => {
      const override = overrides.findLast((each) => each.month === month)
      const expected = override?.value ?? foreseen[i]!
      const spread = spreadOf(expected)
      return {
        month,
        expected,
        low: Math.max(0, expected + edges.low * spread),
        high: expected + edges.high * spread,
        computed: foreseen[i]!,
        reason: override?.reason ?? null,
      }
    }),
    tests,
    errors,
    history: {
      from: history.months[0]!,
      until: last,
      usable,
      levelSince: history.months[history.shifts.at(-1) ?? -1] ?? null,
    },
  }
}

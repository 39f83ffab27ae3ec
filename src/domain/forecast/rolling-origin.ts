import { mean } from 'simple-statistics'
import type { CalendarMonth } from '../calendar'
import { computed, notComputed, type Computed } from '../why'
import { upTo, type History } from './history'
import { leastMonths, pastOf, type Forecaster, type MethodId } from './method'

/** One forecast of the past: made with what was known up to a month, compared with what came. */
export interface Trial {
  /** Months that were known. */
  readonly known: number
  readonly errors: readonly { readonly month: CalendarMonth; readonly expected: number; readonly actual: number }[]
}

/** How many months ahead each trial looks, and how many origins are tried: every month of the last two years. */
const stepsAhead = 12
const mostOrigins = 24

/**
 * Makes each method forecast from every month of the last two years with what was known then. A month that was not
 * reported or is an outlier is no target, and no target lies beyond a marked level shift: nobody could have known.
 */
export function rollingOrigins(history: History, methods: readonly Forecaster[]): Map<MethodId, Trial[]> {
  const trials = new Map<MethodId, Trial[]>(methods.map(({ id }) => [id, []]))
  const end = history.months.length
  for (let known = Math.max(leastMonths, end - mostOrigins); known < end; known++) {
    const past = pastOf(upTo(history, known))
    if (past === null) continue
    const until = Math.min(end, known + stepsAhead, history.shifts.find((at) => at >= known) ?? end)
    const months = history.months.slice(known, until)
    for (const method of methods) {
      const expected = months.length === 0 || known < method.least ? null : method.expect(past, months)
      if (expected === null) continue
      const errors = months.flatMap((month, i) => {
        const actual = history.counts[known + i]!
        return actual === null ? [] : [{ month, expected: expected[i]!, actual }]
      })
      if (errors.length > 0) trials.get(method.id)!.push({ known, errors })
    }
  }
  return trials
}

/** How far a method was off, over the origins that all methods compared have in common. */
export interface MethodTest {
  readonly method: MethodId
  readonly origins: number
  readonly forecasts: number
  /** Mean absolute error, in cases a month. */
  readonly mae: Computed<number, 'forecast-untested'>
  /** The same in units of what "as a year ago" is off on average; below 1 is better than that. */
  readonly mase: Computed<number, 'forecast-untested' | 'forecast-no-scale'>
}

/** Compares the methods on equal terms: the same origins and, within them, the same months. */
export function compareMethods(history: History, trials: ReadonlyMap<MethodId, readonly Trial[]>): MethodTest[] {
  const tried = [...trials.values()].filter((list) => list.length > 0)
  const shared = (tried[0] ?? [])
    .map(({ known }) => known)
    .filter((origin) => tried.every((list) => list.some(({ known }) => known === origin)))
  const scale = naiveScale(history)
  return [...trials].map(([method, list]) => {
    const errors = list.filter(({ known }) => shared.includes(known)).flatMap(({ errors: of }) => of)
    const untested = notComputed('forecast-untested', { months: history.months.length, needed: leastMonths + 1 })
    if (errors.length === 0) return { method, origins: 0, forecasts: 0, mae: untested, mase: untested }
    const mae = mean(errors.map(({ expected, actual }) => Math.abs(actual - expected)))
    const mase = scale === null ? notComputed('forecast-no-scale') : computed(mae / scale)
    return { method, origins: shared.length, forecasts: errors.length, mae: computed(mae), mase }
  })
}

/**
 * What "as a year ago" is off on average over the whole series (the scale of MASE, Hyndman and Koehler), not across
 * a level shift; null where no two years can be compared or they never differ.
 */
export function naiveScale({ counts, shifts }: History): number | null {
  const changes = counts.flatMap((count, i) => {
    const before = counts[i - 12] ?? null
    const shifted = shifts.some((at) => at > i - 12 && at <= i)
    return count === null || before === null || shifted ? [] : [Math.abs(count - before)]
  })
  const scale = changes.length === 0 ? 0 : mean(changes)
  return scale > 0 ? scale : null
}

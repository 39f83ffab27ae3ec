import type { CaseDay } from './case-days'
import type { DayFlow } from './day-flow'

/**
 * A figure of a span of days and what it was counted from. `value` is unrounded; null where it cannot be computed, and
 * then `why` is a code of `errors`.
 */
export interface DayFigure {
  readonly unit: 'percent' | 'days'
  readonly value: number | null
  readonly why: 'nothing-reported' | 'nothing-to-divide-by' | null
  readonly numerator: number
  readonly denominator: number
  readonly rows: readonly CaseDay[]
}

function figure(unit: DayFigure['unit'], numerator: number, denominator: number, rows: readonly CaseDay[]): DayFigure {
  const why = rows.length === 0 ? 'nothing-reported' : denominator <= 0 ? 'nothing-to-divide-by' : null
  const value = why === null ? ((unit === 'percent' ? 100 : 1) * numerator) / denominator : null
  return { unit, value, why, numerator, denominator, rows }
}

/** Enforcement closing rate (执结率): closed / accepted, of enforcement cases. */
export const enforcementClosingRate = ({ closed, accepted, rows }: DayFlow) => figure('percent', closed, accepted, rows)

/** Full-enforcement rate (执行完毕率): fully enforced / closed. */
export const fullEnforcementRate = ({ full, closed, rows }: DayFlow) => figure('percent', full, closed, rows)

/** Mean days from filing to full enforcement. */
export const daysToFullEnforcement = ({ full, fullDays, rows }: DayFlow) => figure('days', fullDays, full, rows)

/** What was closed in part of a period, of all that was closed in it. */
export const shareOfClosed = (part: DayFlow, whole: DayFlow) => figure('percent', part.closed, whole.closed, whole.rows)

import { addToMonth, type CalendarMonth } from '../calendar'
import type { Court } from '../court'
import { monthsIn, monthsUntil, type Period } from '../period'
import type { Why } from '../why'
import type { IndicatorDefinition } from './definition'
import { figuresIndex } from './figures-index'
import { measure } from './measure'
import type { Scope } from './scope'
import type { WhyNot } from './sums'

/** One point of a course: the figure of the `window` months that end with the month. */
export interface TrendPoint {
  readonly month: CalendarMonth
  readonly value: number | null
  readonly why: Why<WhyNot> | null
}

/** The course of an indicator over the months of a period, oldest first; each point over so many months. */
export const trendOf = (
  court: Court,
  definition: IndicatorDefinition,
  scope: Scope,
  period: Period,
  window = 1,
): TrendPoint[] =>
  monthsIn(period).map((month) => {
    const { value, why } = measure(court, definition, scope, monthsUntil(month, window))
    return { month, value, why }
  })

export interface Range {
  readonly low: number | null
  readonly high: number | null
}

/** Where a figure lies against a range; never against another court or team. */
export type Place = 'below' | 'within' | 'above'

export const placeOf = (value: number, { low, high }: Range): Place =>
  low !== null && value < low ? 'below' : high !== null && value > high ? 'above' : 'within'

const monthsBack = 36
const fewest = 12

/**
 * The usual range of a scope's own past: lowest and highest value over periods of the same length that ended in the
 * three years before, as far as the caseload goes back; null with less than a year of them.
 */
export function ownRange(
  court: Court,
  definition: IndicatorDefinition,
  scope: Scope,
  { from, until }: Period,
): { readonly low: number; readonly high: number } | null {
  const { first } = figuresIndex(court).told
  const length = monthsIn({ from, until }).length
  if (first === null || length === 0) return null
  const past: number[] = []
  for (let back = 1; back <= monthsBack; back++) {
    const window = monthsUntil(addToMonth(until, -back), length)
    if (window.from < first) break
    const { value } = measure(court, definition, scope, window)
    if (value !== null) past.push(value)
  }
  return past.length < fewest ? null : { low: Math.min(...past), high: Math.max(...past) }
}

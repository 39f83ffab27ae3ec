import { addToMonth, monthsIn, monthsUntil, shifted, type CalendarMonth, type Period } from '../../domain'

export const periodKinds = ['month', 'quarter', 'year', 'twelve', 'range'] as const
export type PeriodKind = (typeof periodKinds)[number]

/** The earlier of two months. */
const earlier = (a: CalendarMonth, b: CalendarMonth): CalendarMonth => (a < b ? a : b)

/**
 * The period of a kind that holds the month given. A quarter or a year that is not over ends with the last month of the
 * caseload, so that it is compared with the same months of another year. `from` counts for a range alone.
 */
export function periodOf(kind: PeriodKind, at: CalendarMonth, from: CalendarMonth, last: CalendarMonth): Period {
  const whole = (start: CalendarMonth, months: number): Period => {
    const end = addToMonth(start, months - 1)
    return { from: start, until: last >= start ? earlier(end, last) : end }
  }
  switch (kind) {
    case 'month':
      return { from: at, until: at }
    case 'quarter':
      return whole(addToMonth(at, -((Number(at.slice(5)) - 1) % 3)), 3)
    case 'year':
      return whole(`${at.slice(0, 4)}-01`, 12)
    case 'twelve':
      return monthsUntil(at, 12)
    case 'range':
      return from <= at ? { from, until: at } : { from: at, until: from }
  }
}

/** What a period is compared with: the same months a year earlier, or as many months that end with the one given. */
export const againstOf = (period: Period, month: CalendarMonth | null): Period =>
  month === null ? shifted(period, -12) : monthsUntil(month, monthsIn(period).length)

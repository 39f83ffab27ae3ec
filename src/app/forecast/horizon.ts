import { addToMonth, monthOf, monthsBetween, type CalendarDate, type CalendarMonth } from '../../domain'

/** How far a page looks ahead: to December, or so many months. */
export const horizons = ['december', '12', '24'] as const
export type Horizon = (typeof horizons)[number]

/** The last month that is told, for figures of the date. In December itself it is the next one's. */
export function lastMonthOf(horizon: Horizon, date: CalendarDate): CalendarMonth {
  const first = monthOf(date)
  if (horizon !== 'december') return addToMonth(first, Number(horizon) - 1)
  const december = `${first.slice(0, 4)}-12`
  return monthsBetween(first, december) > 0 ? december : addToMonth(december, 12)
}

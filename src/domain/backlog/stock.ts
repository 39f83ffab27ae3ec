import type { CalendarMonth } from '../calendar'

/** What comes in and what could go out in a month, in cases. */
export interface MonthFlow {
  readonly month: CalendarMonth
  readonly filed: number
  readonly capacity: number
}

export interface ProjectedMonth extends MonthFlow {
  readonly carried: number
  readonly closed: number
  readonly pending: number
}

/**
 * The stock of cases month by month, from what is pending before the first: closed = min(carried + filed, capacity),
 * pending = carried + filed - closed.
 */
export function projectStock(stock: number, months: readonly MonthFlow[]): ProjectedMonth[] {
  let pending = stock
  return months.map((flow) => {
    const carried = pending
    const closed = Math.min(carried + flow.filed, flow.capacity)
    pending = Math.max(0, carried + flow.filed - closed)
    return { ...flow, carried, closed, pending }
  })
}

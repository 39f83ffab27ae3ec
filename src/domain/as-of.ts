import { addToMonth, dateOf, firstDayOf, type CalendarDate } from './calendar'
import { toldOf } from './cases/told'

/**
 * The date the court's figures hold for: today, or, where the caseload ends earlier, the first day after the last month
 * that all its teams have; an example from another year is then shown as it stood.
 */
export function asOf(court: Parameters<typeof toldOf>[0], today: CalendarDate = dateOf(new Date())): CalendarDate {
  const last = toldOf(court).wholeUntil()
  if (last === null) return today
  const after = firstDayOf(addToMonth(last, 1))
  return after < today ? after : today
}

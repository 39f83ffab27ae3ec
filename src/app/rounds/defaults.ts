import { addDays, addMonths, format, getDay, startOfMonth } from 'date-fns'
import { dateOf, suggestedRoundDate, type CalendarDate, type Court } from '../../domain'

/** Statutory holidays with a fixed date, month-day: a round does not begin on one. */
const holidays = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07'])

/** The first Monday of next month that is not a fixed holiday: a round begins with a week and a month. */
export function firstMondayOfNextMonth(today: Date): CalendarDate {
  let day = startOfMonth(addMonths(today, 1))
  while (getDay(day) !== 1 || holidays.has(format(day, 'MM-dd'))) day = addDays(day, 1)
  return dateOf(day)
}

/** Date of a new round: where a fictional court's figures end, else in time for real people to prepare. */
export const defaultDate = (court: Pick<Court, 'example' | 'caseload'>, today: Date): CalendarDate =>
  court.example ? suggestedRoundDate(court, dateOf(today)) : firstMondayOfNextMonth(today)

/** The lowest number that no round of the court bears in its name yet. */
export function nextNumber(names: readonly string[]): number {
  const taken = new Set(names.flatMap((name) => [...name.matchAll(/\d+/g)].map(([digits]) => Number(digits))))
  let number = 1
  while (taken.has(number)) number++
  return number
}

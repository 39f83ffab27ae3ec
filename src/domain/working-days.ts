// The package's own functions are a day off west of Greenwich; its table of days is plain data. Not for the first page.
import table from 'chinese-days/dist/chinese-days.json'
import { addDays, isWeekend } from 'date-fns'
import { dateOf, dayOf, type CalendarDate } from './calendar'
import { eachDate, type Days } from './cases/day-flow'
import { computed, notComputed, type Computed } from './why'

const holidays = new Set(Object.keys(table.holidays))
const makeUpDays = new Set(Object.keys(table.workdays))
const years = new Set([...holidays].map((date) => date.slice(0, 4)))

/** Whether courts work on the day: no weekend unless made a working day, no public holiday (国务院放假安排). */
export const isWorkingDay = (date: CalendarDate): boolean =>
  makeUpDays.has(date) || (!isWeekend(dayOf(date)) && !holidays.has(date))

/**
 * Whether the holidays of the date's year are known; they are announced one year at a time. Else only weekends are
 * free.
 */
export const holidaysKnown = (date: CalendarDate): boolean => years.has(date.slice(0, 4))

/** The last of so many working days after a day; where holidays are not known yet, only weekends are free. */
export function afterWorkingDays(from: CalendarDate, days: number): CalendarDate {
  let date = from
  for (let left = days; left > 0;) {
    date = dateOf(addDays(dayOf(date), 1))
    if (isWorkingDay(date)) left--
  }
  return date
}

export const workingDaysIn = (days: Days): number => eachDate(days).filter(isWorkingDay).length

/** Working days of a year; where its holidays are not known the answer is why, as weekends alone would be too few. */
export const workingDaysOf = (year: number): Computed<number, 'calendar-unknown'> =>
  holidaysKnown(`${year}-01-01`)
    ? computed(workingDaysIn({ from: `${year}-01-01`, until: `${year}-12-31` }))
    : notComputed('calendar-unknown', { year })

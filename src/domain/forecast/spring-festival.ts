// chinese-days is a script to Node and a module to the browser's build: only its default export is the same in both.
import chineseDays from 'chinese-days'
import { addDays, eachDayOfInterval, isWeekend } from 'date-fns'
import { dateOf, dayOf, lastDayOf, firstDayOf, type CalendarDate } from '../calendar'

/** The first day of the lunar year 1900, from which the calendar's months are counted. */
const firstNewYear = '1900-01-31'
const years = { from: 1901, until: 2100 }

/**
 * First day of the lunar year; null in years that the calendar does not reach. The lengths of the lunar months are
 * the package's. Its own conversion is not used: it is a day off in time zones west of Greenwich.
 */
export function springFestivalOf(year: number): CalendarDate | null {
  if (year < years.from || year > years.until) return null
  let days = 0
  for (let lunar = years.from - 1; lunar < year; lunar++) {
    for (let month = 1; month <= 12; month++) days += chineseDays.monthDays(lunar, month)
    days += chineseDays.getYearLeapMonth(lunar).days
  }
  return dateOf(addDays(dayOf(firstNewYear), days))
}

/**
 * From the eve to the seventh day, as the holiday has been since the reform of 2024 (全国年节及纪念日放假办法 with make-up days).
 */
const daysOff = { before: 1, after: 6 }

const known = new Map<number, readonly [number, number]>()

/**
 * Working days of January and of February: Monday to Friday, less New Year's Day and Spring Festival. Make-up days
 * are left out on purpose: they are announced one year at a time, and past and coming years must be counted alike.
 */
export function workingDaysAround(year: number): readonly [january: number, february: number] {
  const counted = known.get(year) ?? countDays(year)
  known.set(year, counted)
  return counted
}

function countDays(year: number): readonly [number, number] {
  const festival = springFestivalOf(year)
  const off = new Set([`${year}-01-01`])
  if (festival !== null)
    for (let day = -daysOff.before; day <= daysOff.after; day++) off.add(dateOf(addDays(dayOf(festival), day)))
  const count = (month: string): number =>
    eachDayOfInterval({ start: dayOf(firstDayOf(month)), end: dayOf(lastDayOf(month)) }).filter(
      (day) => !isWeekend(day) && !off.has(dateOf(day)),
    ).length
  const name = String(year).padStart(4, '0')
  return [count(`${name}-01`), count(`${name}-02`)]
}

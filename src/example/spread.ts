import { eachDayOfInterval, isWeekend } from 'date-fns'
import { dateOf, dayOf, type CalendarDate } from '../domain'

/** A number of 0 to 1 that depends on the keys alone: the same example court on every machine. */
export function fleck(...keys: (string | number)[]): number {
  let hash = 2166136261
  for (const mark of keys.join(' ')) hash = Math.imul(hash ^ mark.charCodeAt(0), 16777619)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32
}

/** Splits a whole number by weights into whole numbers that add up to it; largest remainders get what is over. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  const exact = weights.map((weight) => (total * weight) / sum)
  const parts = exact.map(Math.floor)
  const over = total - parts.reduce((a, b) => a + b, 0)
  const order = exact.map((value, i) => ({ i, rest: value - Math.floor(value) })).toSorted((a, b) => b.rest - a.rest)
  for (const { i } of order.slice(0, over)) parts[i]!++
  return parts
}

/** Each entry as many times as its count says, evenly mixed. */
export const interleave = <T>(entries: readonly (readonly [T, number])[]): T[] =>
  entries
    .flatMap(([entry, count]) => Array.from({ length: count }, (_, k) => ({ entry, at: (k + 0.5) / count })))
    .toSorted((a, b) => a.at - b.at)
    .map(({ entry }) => entry)

const holidays: readonly (readonly [CalendarDate, CalendarDate])[] = [
  ['2020-06-25', '2020-06-27'],
  ['2020-10-01', '2020-10-08'],
  ['2021-01-01', '2021-01-03'],
  ['2021-02-11', '2021-02-17'],
  ['2021-04-03', '2021-04-05'],
  ['2021-05-01', '2021-05-05'],
  ['2021-06-12', '2021-06-14'],
  ['2021-09-19', '2021-09-21'],
  ['2021-10-01', '2021-10-07'],
]

/** Working days of a span, without weekends and public holidays. */
export const workingDays = (from: CalendarDate, until: CalendarDate): CalendarDate[] =>
  eachDayOfInterval({ start: dayOf(from), end: dayOf(until) })
    .filter((day) => !isWeekend(day))
    .map(dateOf)
    .filter((date) => !holidays.some(([first, last]) => first <= date && date <= last))

/** So many dates among the working days of a span, in order, busier where `weight` is higher. */
export function datesIn(
  from: CalendarDate,
  until: CalendarDate,
  count: number,
  weight: (date: CalendarDate) => number = () => 1,
): CalendarDate[] {
  const days = workingDays(from, until)
  const counts = apportion(
    count,
    days.map((date) => weight(date) * (0.7 + 0.6 * fleck('day', date))),
  )
  return days.flatMap((date, i) => Array.from({ length: counts[i]! }, () => date))
}

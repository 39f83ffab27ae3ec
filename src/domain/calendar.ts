import { addDays, addMonths, differenceInCalendarMonths, format, isValid, parse, parseISO, subDays } from 'date-fns'
import { z } from 'zod'

/** Calendar dates and months are text, so that no time zone can ever shift them. */
const isCalendar = (text: string, pattern: string): boolean => {
  if (known.has(text)) return true
  const read = parse(text, pattern, new Date(2000, 0, 1))
  const right = isValid(read) && format(read, pattern) === text
  if (right) known.add(text)
  return right
}
/** A court holds thousands of dates, few of them different. */
const known = new Set<string>()

/** A day of the calendar, `2026-11-22`; compares in order as text. */
export const calendarDate = z
  .string()
  .refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isCalendar(text, 'yyyy-MM-dd'), { error: 'date-impossible' })
  .meta({ format: 'date' })
export type CalendarDate = string

/** A month of the calendar, `2026-11`. */
export const calendarMonth = z
  .string()
  .refine((text) => /^\d{4}-\d{2}$/.test(text) && isCalendar(text, 'yyyy-MM'), { error: 'month-impossible' })
  .meta({ pattern: '^\\d{4}-\\d{2}$' })
export type CalendarMonth = string

/** Reads a calendar date as local midnight, the only form date-fns counts whole days and months in. */
export const dayOf = (date: CalendarDate): Date => parseISO(date)

export const dateOf = (day: Date): CalendarDate => format(day, 'yyyy-MM-dd')

/** A span of calendar days, both ends inside; open where `until` is null. */
export interface Span {
  readonly from: CalendarDate
  readonly until: CalendarDate | null
}

export const covers = ({ from, until }: Span, date: CalendarDate): boolean =>
  from <= date && (until === null || date <= until)

/** Spans that overlap or follow each other without a day between, as one. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const span of spans.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = joined.at(-1)
    if (last === undefined || (last.until !== null && span.from > dateOf(addDays(dayOf(last.until), 1))))
      joined.push({ from: span.from, until: span.until })
    else if (last.until !== null && (span.until === null || span.until > last.until))
      joined[joined.length - 1] = { from: last.from, until: span.until }
  }
  return joined
}

export const monthOf = (date: CalendarDate): CalendarMonth => date.slice(0, 7)

/** The month that lies so many months later (or, below zero, earlier). */
export const addToMonth = (month: CalendarMonth, months: number): CalendarMonth =>
  monthOf(dateOf(addMonths(dayOf(`${month}-01`), months)))

/** How many months later the second month lies; below zero where it lies earlier. */
export const monthsBetween = (from: CalendarMonth, to: CalendarMonth): number =>
  differenceInCalendarMonths(dayOf(firstDayOf(to)), dayOf(firstDayOf(from)))

/** So many months in a row, the first one given. */
export const monthsFrom = (first: CalendarMonth, count: number): CalendarMonth[] =>
  Array.from({ length: count }, (_, i) => addToMonth(first, i))

export const firstDayOf = (month: CalendarMonth): CalendarDate => `${month}-01`

export const lastDayOf = (month: CalendarMonth): CalendarDate =>
  dateOf(subDays(dayOf(firstDayOf(addToMonth(month, 1))), 1))

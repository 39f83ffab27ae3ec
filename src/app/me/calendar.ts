import { addDays } from 'date-fns'
import ical, { ICalCalendarMethod } from 'ical-generator'
import { dateOf, dayOf, type CalendarDate } from '../../domain'

/** A day that a calendar program keeps: what is on it, in words, and an id that stays when the day is another. */
export interface CalendarEntry {
  readonly id: string
  readonly date: CalendarDate
  readonly summary: string
  readonly description: string
}

/** The package writes a moment by its day in UTC, wherever it runs. */
const moment = (date: CalendarDate): Date => new Date(`${date}T00:00:00Z`)

/** A calendar file (iCalendar, RFC 5545) of whole days; the same entry given again takes the place of the old one. */
export function calendarFile(name: string, entries: readonly CalendarEntry[]): string {
  const calendar = ical({ name, prodId: '//Frontline//Assignments//EN', method: ICalCalendarMethod.PUBLISH })
  for (const { id, date, summary, description } of entries)
    calendar.createEvent({
      id: `${id}@frontline.invalid`,
      start: moment(date),
      end: moment(dateOf(addDays(dayOf(date), 1))),
      allDay: true,
      summary,
      description,
    })
  return calendar.toString()
}

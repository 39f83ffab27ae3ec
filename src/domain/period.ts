import { differenceInCalendarMonths } from 'date-fns'
import { addToMonth, dayOf, firstDayOf, lastDayOf, type CalendarMonth } from './calendar'
import { daysIn } from './have'

/** Whole months, both ends inside. */
export interface Period {
  readonly from: CalendarMonth
  readonly until: CalendarMonth
}

/** Every month of the period, in order. */
export const monthsIn = ({ from, until }: Period): CalendarMonth[] =>
  from > until
    ? []
    : Array.from(
        { length: differenceInCalendarMonths(dayOf(firstDayOf(until)), dayOf(firstDayOf(from))) + 1 },
        (_, at) => addToMonth(from, at),
      )

export const daysInMonth = (month: CalendarMonth): number =>
  daysIn({ from: firstDayOf(month), until: lastDayOf(month) })

/** So many months that end with the one given. */
export const monthsUntil = (until: CalendarMonth, months: number): Period => ({
  from: addToMonth(until, 1 - months),
  until,
})

/** The same months so many years (or, by months, so long) earlier. */
export const shifted = ({ from, until }: Period, months: number): Period => ({
  from: addToMonth(from, months),
  until: addToMonth(until, months),
})

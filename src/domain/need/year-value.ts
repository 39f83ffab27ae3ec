import { addYears } from 'date-fns'
import { dateOf, dayOf, type CalendarDate } from '../calendar'
import type { Court } from '../court'
import { isHere } from '../have'
import type { YearValueInputs } from '../settings'
import { computed, notComputed, type Computed, type Why } from '../why'

/** Year values in use elsewhere, in minutes (domain notes R2, R15, R17); Texas type is 215 days x 6 hours. */
export const yearValuePresets: Readonly<Record<Exclude<YearValueInputs['source'], 'calendar'>, number>> = {
  indiana: 80_640,
  nrw: 99_900,
  'schleswig-holstein': 101_326,
  texas: 215 * 6 * 60,
}

/** Where to begin in a Chinese court: eight hours a day, ten days of leave, a quarter not for cases. */
export const defaultYearValue = { source: 'calendar', hoursPerDay: 8, leaveDays: 10, nonCaseShare: 0.25 } as const

/** Annual leave by years of service (职工带薪年休假条例): none in the first year, then 5, 10 and 15 days. */
export const leaveDaysAfter = (years: number): number => (years < 1 ? 0 : years < 10 ? 5 : years < 20 ? 10 : 15)

/** Leave by service, with the people it is the mean of. */
export interface LeaveSum {
  readonly date: CalendarDate
  readonly people: readonly { readonly person: string; readonly days: number }[]
  readonly mean: number
}

/** The steps from working days to minutes for cases, none of them rounded. */
export interface YearValue {
  readonly minutes: number
  readonly steps: {
    readonly workingDays: number
    readonly byHand: boolean
    readonly leaveDays: number
    /** Null where the days of leave were given. */
    readonly leave: LeaveSum | null
    readonly days: number
    readonly minutesPerDay: number
    readonly nonCaseShare: number
  } | null
}
type Code = 'calendar-unknown' | 'nobody-of-role' | 'no-days-left'

/**
 * Year value of a role in minutes: (working days - annual leave) x minutes a day x (1 - share not for cases), or a
 * preset, which has no steps. `workingDays` counts those of a year (`workingDaysOf`); days given by hand go before it.
 * Service is counted from joining this court, which is all that is known of it.
 */
export function yearValueOf(
  inputs: YearValueInputs,
  court: Pick<Court, 'people'>,
  workingDays: (year: number) => Computed<number, 'calendar-unknown'>,
): Computed<YearValue, Code> {
  if (inputs.source !== 'calendar') return computed({ minutes: yearValuePresets[inputs.source], steps: null })
  const { role, year, hoursPerDay, nonCaseShare } = inputs
  const counted: Computed<number, 'calendar-unknown'> =
    inputs.workingDays === null ? workingDays(year!) : computed(inputs.workingDays)
  if (counted.value === null) return counted
  const leave = inputs.leaveDays === null ? leaveByService(court, role, inputs.date ?? `${year!}-01-01`) : null
  if (leave !== null && 'code' in leave) return { value: null, why: leave }
  const leaveDays = leave?.mean ?? inputs.leaveDays!
  const days = counted.value - leaveDays
  if (days <= 0) return notComputed('no-days-left', { days: counted.value, leave: leaveDays })
  const minutesPerDay = hoursPerDay * 60
  const byHand = inputs.workingDays !== null
  return computed({
    minutes: days * minutesPerDay * (1 - nonCaseShare),
    steps: { workingDays: counted.value, byHand, leaveDays, leave, days, minutesPerDay, nonCaseShare },
  })
}

function leaveByService(
  court: Pick<Court, 'people'>,
  role: YearValueInputs['role'],
  date: CalendarDate,
): LeaveSum | Why<'nobody-of-role'> {
  const people = court.people
    .filter((person) => person.role === role && isHere(person, date))
    .map(({ id, joined }) => ({ person: id, days: leaveDaysAfter(yearsSince(joined, date)) }))
  if (people.length === 0) return { code: 'nobody-of-role', facts: { role, date } }
  return { date, people, mean: people.reduce((sum, { days }) => sum + days, 0) / people.length }
}

/** Whole years of service; those of somebody who joined on 29 February are full on 28 February. */
function yearsSince(joined: CalendarDate, date: CalendarDate): number {
  let years = Number(date.slice(0, 4)) - Number(joined.slice(0, 4))
  if (dateOf(addYears(dayOf(joined), years)) > date) years--
  return years
}

import { eachDayOfInterval } from 'date-fns'
import { dateOf, dayOf, firstDayOf, monthOf, type CalendarDate } from '../calendar'
import type { CaseDay, CaseDays } from './case-days'

/** Calendar days, both ends inside. */
export interface Days {
  readonly from: CalendarDate
  readonly until: CalendarDate
}

/** The days of some teams alone. */
export const ofTeams = (counted: CaseDays, teams: ReadonlySet<string>): CaseDays => ({
  stock: counted.stock.filter(({ team }) => teams.has(team)),
  days: counted.days.filter(({ team }) => teams.has(team)),
})

/** What came and went in a span of days, and the days it was counted from. */
export interface DayFlow extends Days {
  readonly carried: number
  readonly filed: number
  /** Carried over and filed. */
  readonly accepted: number
  readonly closed: number
  readonly full: number
  readonly fullDays: number
  readonly rows: readonly CaseDay[]
}

const sum = (rows: readonly CaseDay[], field: 'filed' | 'closed' | 'full' | 'fullDays'): number =>
  rows.reduce((total, row) => total + row[field], 0)

/** Adds up the days of a span, which must lie within what was counted. */
export function flowOfDays(counted: CaseDays, { from, until }: Days): DayFlow {
  const before = counted.days.filter(({ date }) => date < from)
  const rows = counted.days.filter(({ date }) => from <= date && date <= until)
  const pending = counted.stock.reduce((total, each) => total + each.pending, 0)
  const carried = pending + sum(before, 'filed') - sum(before, 'closed')
  const filed = sum(rows, 'filed')
  return {
    from,
    until,
    carried,
    filed,
    accepted: carried + filed,
    closed: sum(rows, 'closed'),
    full: sum(rows, 'full'),
    fullDays: sum(rows, 'fullDays'),
    rows,
  }
}

/** The same, cumulated to the end of each day of the span. */
export function courseOfDays(counted: CaseDays, { from, until }: Days): Omit<DayFlow, 'rows'>[] {
  const { carried } = flowOfDays(counted, { from, until: '' })
  const byDate = new Map<CalendarDate, CaseDay[]>()
  for (const row of counted.days) byDate.set(row.date, [...(byDate.get(row.date) ?? []), row])
  const so = { filed: 0, closed: 0, full: 0, fullDays: 0 }
  return eachDate({ from, until }).map((date) => {
    const rows = byDate.get(date) ?? []
    for (const field of ['filed', 'closed', 'full', 'fullDays'] as const) so[field] += sum(rows, field)
    return { from, until: date, carried, accepted: carried + so.filed, ...so }
  })
}

/** Every day of a span; none where it ends before it begins. */
export const eachDate = ({ from, until }: Days): CalendarDate[] =>
  until < from ? [] : eachDayOfInterval({ start: dayOf(from), end: dayOf(until) }).map(dateOf)

/** The first of January of the date's year: closing rates count from there. */
export const yearTo = (until: CalendarDate): Days => ({ from: `${until.slice(0, 4)}-01-01`, until })

/**
 * The first day that the list can speak of: it holds the cases that were open since, and of what was closed earlier it
 * says nothing. Taken as the first day of the month of its first closing; null without any.
 */
export function listBegins({ days }: CaseDays): CalendarDate | null {
  const first = days.find(({ closed }) => closed > 0)
  return first === undefined ? null : firstDayOf(monthOf(first.date))
}

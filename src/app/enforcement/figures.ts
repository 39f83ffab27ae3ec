import { addDays, endOfMonth, subDays, subMonths, subYears } from 'date-fns'
import {
  campaignBy,
  dateOf,
  dayOf,
  daysToFullEnforcement,
  enforcementClosingRate,
  flowOfDays,
  fullEnforcementRate,
  listBegins,
  shareOfClosed,
  teamsOf,
  yearTo,
  type CalendarDate,
  type Campaign,
  type CaseDays,
  type Court,
  type DayFigure,
  type DayFlow,
  type Days,
} from '../../domain'

export const dayBefore = (date: CalendarDate): CalendarDate => dateOf(subDays(dayOf(date), 1))
export const dayAfter = (date: CalendarDate): CalendarDate => dateOf(addDays(dayOf(date), 1))
export const yearBefore = (date: CalendarDate): CalendarDate => dateOf(subYears(dayOf(date), 1))

/** What must be counted for the figures of a day: its year and the year before. */
export const spanFor = (date: CalendarDate): Days => ({
  from: `${yearBefore(date).slice(0, 4)}-01-01`,
  until: `${date.slice(0, 4)}-12-31`,
})

/** The last day up to the date on which a case was closed: figures of later days would only repeat it. */
export const lastClosing = ({ days }: CaseDays, date: CalendarDate): CalendarDate | undefined =>
  days.findLast((day) => day.closed > 0 && day.date <= date)?.date

/** The campaign of enforcement that a day belongs to, or that was the last before it in the same year. */
export function campaignOf(court: Court, teams: ReadonlySet<string>, date: CalendarDate): Campaign | undefined {
  const concerned = court.campaigns.filter(
    (each) => each.from.slice(0, 4) === date.slice(0, 4) && [...teamsOf(each, court)].some((team) => teams.has(team)),
  )
  return campaignBy(concerned, date)
}

/** The day that figures are held against: the day before the campaign, else the end of the month before. */
export const beforeOf = (date: CalendarDate, campaign: Campaign | undefined): CalendarDate =>
  campaign !== undefined && campaign.from < date
    ? dayBefore(campaign.from)
    : dateOf(endOfMonth(subMonths(dayOf(date), 1)))

export type FigureId = 'closing-rate' | 'full-rate' | 'mean-days' | 'closed'

/** One figure of the year so far: on the day, on the day before the campaign, and on the same day a year earlier. */
export interface Beside {
  readonly id: FigureId
  readonly flow: DayFlow
  readonly now: DayFigure
  /** Null where the figure is of the time since then. */
  readonly before: DayFigure | null
  /** Null where the list does not reach back so far. */
  readonly lastYear: DayFigure | null
}

/** Figures of enforcement on a day, each beside an earlier day and the same period of last year. */
export function enforcementOn(counted: CaseDays, date: CalendarDate, before: CalendarDate) {
  const begins = listBegins(counted)
  const then = yearBefore(date)
  const reaches = begins !== null && begins <= yearTo(then).from
  const year = (until: CalendarDate): DayFlow => flowOfDays(counted, yearTo(until))
  /** Closed since the earlier day, as far as it lies in the same year. */
  const since = (from: CalendarDate, until: CalendarDate): DayFlow =>
    flowOfDays(counted, { from: from > yearTo(until).from ? from : yearTo(until).from, until })
  const part = since(dayAfter(before), date)
  const rate = (id: FigureId, figure: (flow: DayFlow) => DayFigure): Beside => ({
    id,
    flow: year(date),
    now: figure(year(date)),
    before: figure(year(before)),
    lastYear: reaches ? figure(year(then)) : null,
  })
  const figures: Beside[] = [
    rate('closing-rate', enforcementClosingRate),
    rate('full-rate', fullEnforcementRate),
    rate('mean-days', daysToFullEnforcement),
    {
      id: 'closed',
      flow: part,
      now: shareOfClosed(part, year(date)),
      before: null,
      lastYear: reaches ? shareOfClosed(since(yearBefore(dayAfter(before)), then), year(then)) : null,
    },
  ]
  return { figures, part }
}

import { addDays, endOfMonth, subDays, subMonths, subYears } from 'date-fns'
import {
  campaignBy,
  dateOf,
  dayOf,
  definitionOn,
  flowOfDays,
  listBegins,
  measureDays,
  shareOfClosed,
  teamsOf,
  yearTo,
  type BuiltInId,
  type CalendarDate,
  type Campaign,
  type CaseDays,
  type Court,
  type DayFigure,
  type Days,
  type IndicatorDefinition,
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

/** The figures of the year so far, and the indicators that say how each is computed. */
export const indicators = {
  'closing-rate': 'enforcement-closing-rate',
  'full-rate': 'full-enforcement-rate',
  'mean-days': 'days-to-full-enforcement',
} as const satisfies Record<string, BuiltInId>
export type RateId = keyof typeof indicators
export type FigureId = RateId | 'closed'

/** How a figure is computed: as the court defines its indicator on the day, for other days too, so that they compare. */
export const definitionOf = (court: Court, id: RateId, date: CalendarDate): IndicatorDefinition =>
  definitionOn(court, indicators[id], date)!

/** One figure of the year so far: on the day, on the day before the campaign, and on the same day a year earlier. */
export interface Beside {
  readonly id: FigureId
  /** How it is computed; null where it is no indicator. */
  readonly definition: IndicatorDefinition | null
  readonly now: DayFigure
  /** Null where the figure is of the time since then. */
  readonly before: DayFigure | null
  /** Null where the list does not reach back so far. */
  readonly lastYear: DayFigure | null
}

/** Figures of enforcement on a day, each beside an earlier day and the same period of last year. */
export function enforcementOn(court: Court, counted: CaseDays, date: CalendarDate, before: CalendarDate): Beside[] {
  const begins = listBegins(counted)
  const then = yearBefore(date)
  const reaches = begins !== null && begins <= yearTo(then).from
  const rate = (id: RateId): Beside => {
    const definition = definitionOf(court, id, date)
    const year = (until: CalendarDate) => measureDays(court, definition, counted, yearTo(until))
    return { id, definition, now: year(date), before: year(before), lastYear: reaches ? year(then) : null }
  }
  /** Closed since the earlier day, as far as it lies in the same year. */
  const since = (from: CalendarDate, until: CalendarDate): DayFigure => {
    const year = yearTo(until)
    return shareOfClosed(
      flowOfDays(counted, { from: from > year.from ? from : year.from, until }),
      flowOfDays(counted, year),
    )
  }
  const first = dayAfter(before)
  const closed: Beside = {
    id: 'closed',
    definition: null,
    now: since(first, date),
    before: null,
    lastYear: reaches ? since(yearBefore(first), then) : null,
  }
  return [rate('closing-rate'), rate('full-rate'), rate('mean-days'), closed]
}

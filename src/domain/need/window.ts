import { addToMonth, firstDayOf, lastDayOf, monthOf, type CalendarDate } from '../calendar'
import { toldOf } from '../cases/told'
import type { Court } from '../court'
import type { NeedWindow } from './sum'

const threeYears = 36

/**
 * The whole months before the date whose filings count: the last `filingsMonths`, or three years. Where the caseload
 * ends earlier they end with the last month that all teams have: a month nobody told of yet has no cases to count.
 */
export function needWindow(
  { caseload, posts, assignments, settings }: Pick<Court, 'settings' | 'caseload' | 'posts' | 'assignments'>,
  date: CalendarDate,
  kind: NeedWindow['kind'] = settings.filingsWindow,
): NeedWindow {
  const months = kind === 'three-year-mean' ? threeYears : settings.filingsMonths
  const before = addToMonth(monthOf(date), -1)
  const whole = toldOf({ caseload, posts, assignments }).wholeUntil()
  const until = whole !== null && whole < before ? whole : before
  const from = addToMonth(until, 1 - months)
  const reported = monthsTold(caseload, from, until).size
  return { kind, from, until, months, reported, counted: kind === 'three-year-mean' ? reported : months }
}

const monthsTold = (caseload: Court['caseload'], from: string, until: string): Set<string> =>
  new Set(caseload.map(({ month }) => month).filter((month) => month >= from && month <= until))

/**
 * The window as it holds for each team. A month that the team misses does not count; and in the mean of three years a
 * team that is younger is estimated from the months there are since its first one (CNJ 219/2016, art. 6 §1).
 */
export function windowsOfTeams(
  court: Pick<Court, 'caseload' | 'posts' | 'assignments'>,
  window: NeedWindow,
): (team: string) => NeedWindow {
  const { since, misses } = toldOf(court)
  const told = [...monthsTold(court.caseload, window.from, window.until)]
  const known = new Map<string, NeedWindow>()
  const ownOf = (team: string): NeedWindow => {
    const missed = told.filter((month) => misses(team, month)).length
    if (window.kind === 'last-months')
      return missed === 0 ? window : { ...window, reported: window.reported - missed, counted: window.counted - missed }
    const first = since(team) ?? '~'
    const months = told.filter((month) => month >= first).length - missed
    return { ...window, reported: months, counted: months }
  }
  return (team) => {
    const found = known.get(team) ?? ownOf(team)
    known.set(team, found)
    return found
  }
}

/** A count of the window brought to twelve months; nothing where no month was told. */
export const yearly = (count: number, { counted }: NeedWindow): number => (counted === 0 ? 0 : (count * 12) / counted)

/** What rows of the window add up to, by team and case type. */
export function countIn(
  caseload: Court['caseload'],
  window: NeedWindow,
  field: 'filed' | 'closed',
): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>()
  for (const row of caseload) {
    if (row.month < window.from || row.month > window.until) continue
    const ofTeam = counts.get(row.team) ?? new Map<string, number>()
    counts.set(row.team, ofTeam.set(row.caseType, (ofTeam.get(row.caseType) ?? 0) + row[field]))
  }
  return counts
}

export const total = (counts: ReadonlyMap<string, number> = new Map()): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0)

/** Teams that hear cases: all but those of administrative departments. */
export function hearingTeams(court: Pick<Court, 'departments' | 'teams'>): ReadonlySet<string> {
  const administrative = new Set(court.departments.filter(({ kind }) => kind === 'administrative').map(({ id }) => id))
  return new Set(court.teams.filter(({ department }) => !administrative.has(department)).map(({ id }) => id))
}

/** First and last day of a window. */
export const daysOf = ({
  from,
  until,
}: Pick<NeedWindow, 'from' | 'until'>): { from: CalendarDate; until: CalendarDate } => ({
  from: firstDayOf(from),
  until: lastDayOf(until),
})

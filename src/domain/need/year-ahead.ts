// Loads simple-statistics: import this file by its path, from a worker or the server, never from the page.
import { addToMonth, monthOf, type CalendarDate, type CalendarMonth } from '../calendar'
import type { Court } from '../court'
import { scopesAbove, teamsWithin } from '../forecast/by-hand'
import type { FilingsResult } from '../forecast/filings'
import { sumOfMonths, type SumOfMonths } from '../forecast/sum-of-months'
import type { PostId } from '../unit'
import { computed, notComputed, type Computed } from '../why'
import { needOf } from './need'
import { countIn, hearingTeams, needWindow, total, windowsOfTeams, yearly } from './window'

/** Filings of a team in the year to come; `high` is their 90th percentile. */
export interface TeamYear extends SumOfMonths {
  readonly team: string
  /** What the need of today counts: filings of its window, brought to a year. */
  readonly filed: number
  /** Whose history tells: the team's own, or where that is too short its department's, or the court's (null). */
  readonly history: string | null
}

/** What posts would need if every team's filings of the year to come reached their 90th percentile. */
export interface YearAhead {
  readonly from: CalendarMonth
  readonly until: CalendarMonth
  readonly teams: readonly TeamYear[]
  /** By post, in FTE; null where it cannot be computed today either. */
  readonly need: Readonly<Record<PostId, number | null>>
}

/** A forecast of a unit (null: the court) up to and with a month. */
export type ForecastOf = (unit: string | null, until: CalendarMonth) => FilingsResult

/**
 * Need at the 90th percentile of forecast filings, for the twelve months that begin with the date's own.
 *
 * The percentile is that of the year's _sum_, from the same futures as the fan of a stock: twelve months at their own
 * 90th percentile would be a year that hardly ever comes. It is taken team by team, as each must live with its own
 * year. The mix of case types is that of the window, as weights, year values and fixed FTE stay what they are: so the
 * filings of a team are stretched by `high / filed`, and need is computed from them as ever.
 */
export function yearAhead(court: Court, date: CalendarDate, forecastOf: ForecastOf): Computed<YearAhead> {
  // That mode shares out the people who are there: no filings make it more.
  if (court.settings.needMode === 'pro-rata') return notComputed('need-shares-people')
  const from = monthOf(date)
  const until = addToMonth(from, 11)
  const window = needWindow(court, date)
  const windowOf = windowsOfTeams(court, window)
  const counts = countIn(court.caseload, window, 'filed')
  const filedBy = (teams: readonly string[]): number =>
    teams.reduce((sum, team) => sum + yearly(total(counts.get(team)), windowOf(team)), 0)

  const known = new Map<string | null, { year: SumOfMonths; filed: number } | null>()
  function yearOf(unit: string | null): { year: SumOfMonths; filed: number } | null {
    const found = known.get(unit)
    if (found !== undefined) return found
    const forecast = forecastOf(unit, until)
    const filed = filedBy(teamsWithin(court, unit))
    const made =
      forecast.why !== null || filed === 0
        ? null
        : { year: sumOfMonths({ ...forecast, months: forecast.months.filter(({ month }) => month >= from) }), filed }
    known.set(unit, made)
    return made
  }

  const hearing = hearingTeams(court)
  const teams: TeamYear[] = []
  for (const { id: team } of court.teams) {
    const filed = filedBy([team])
    if (!hearing.has(team) || filed === 0) continue
    const history = scopesAbove(court, team).find((unit) => yearOf(unit) !== null)
    if (history === undefined) return { value: null, why: whyNot(forecastOf(null, until)) }
    const { year, filed: ofHistory } = yearOf(history)!
    const part = filed / ofHistory
    teams.push({ team, filed, history, expected: year.expected * part, low: year.low * part, high: year.high * part })
  }
  if (teams.length === 0) return notComputed('forecast-nothing-reported')
  const stretch = new Map(teams.map(({ team, filed, high }) => [team, high / filed]))
  const caseload = court.caseload.map((row) => ({ ...row, filed: row.filed * (stretch.get(row.team) ?? 1) }))
  const need = Object.fromEntries(needOf({ ...court, caseload }, date).map(({ post, fte }) => [post, fte]))
  return computed({ from, until, teams, need })
}

const whyNot = (forecast: FilingsResult): NonNullable<FilingsResult['why']> =>
  forecast.why ?? { code: 'forecast-nothing-reported', facts: {} }

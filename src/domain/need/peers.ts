import { median, quantile } from 'simple-statistics'
import { firstDayOf, type CalendarDate } from '../calendar'
import type { Court } from '../court'
import { daysIn } from '../have'
import type { Need, PeersSum, Productivity } from './sum'
import { countIn, daysOf, hearingTeams, needWindow, total, windowsOfTeams, yearly } from './window'
import type { NeedFor } from './by-weights'
import { fteDaysIn } from '../staff-time'
import { postId, type Team } from '../unit'

/**
 * Need without weights (CNJ 219/2016, arts 5 and 6): the yearly mean of three years' new cases / the productivity of
 * peers, which is the third quartile (or the median) of the cases that teams of the same track and category closed per
 * person of the role and year. A team without people in the post has no productivity and is nobody's peer.
 */
export function needByPeers(court: Court, date: CalendarDate): NeedFor {
  const window = needWindow(court, date, 'three-year-mean')
  const windowOf = windowsOfTeams(court, window)
  const filed = countIn(court.caseload, window, 'filed')
  const closed = countIn(court.caseload, window, 'closed')
  const days = daysOf(window)
  const startOf = startsOf(court, window.from)
  const worked = fteDaysIn(court, days, (unit) => startOf.get(unit) ?? days.from)
  const hearing = hearingTeams(court)
  const teams = new Map(court.teams.filter(({ id }) => hearing.has(id)).map((team) => [team.id, team]))

  const productivity = (unit: string, role: string): Productivity => {
    const span = daysIn({ from: startOf.get(unit) ?? days.from, until: days.until })
    const fte = (worked.get(postId({ unit, role })) ?? 0) / span
    return { closed: total(closed.get(unit)), fteYears: (fte * windowOf(unit).counted) / 12 }
  }
  const { peerReference, peerLeast } = court.settings
  return ({ unit, role, fixed }): Need => {
    const team = teams.get(unit)!
    const ratesOf = (like: (other: Team) => boolean): number[] =>
      [...teams.values()]
        .filter((other) => other.track === team.track && like(other))
        .map(({ id }) => productivity(id, role))
        .flatMap(({ closed: done, fteYears }) => (fteYears > 0 ? [done / fteYears] : []))
        .toSorted((a, b) => a - b)
    const near = ratesOf(
      (other) => other.id === unit || other.categories.some((category) => team.categories.includes(category)),
    )
    const group = near.length >= peerLeast ? 'category' : 'track'
    const rates = group === 'category' ? near : ratesOf(() => true)
    const enough = rates.length >= peerLeast
    const rate = !enough ? null : peerReference === 'median' ? median(rates) : quantile(rates, 0.75)
    const ownWindow = windowOf(unit)
    const filedAYear = yearly(total(filed.get(unit)), ownWindow)
    const own = productivity(unit, role)
    const reference = { kind: peerReference, rate }
    const sum: PeersSum = { mode: 'peers', window: ownWindow, filedAYear, own, group, rates, reference, fixed }
    const post = postId({ unit, role })
    const known = { post, unit, role, sum }
    if (filedAYear === 0) return { ...known, fte: fixed, why: null }
    if (rate === null)
      return {
        ...known,
        fte: null,
        why: { code: 'peers-too-few', facts: { role, found: rates.length, least: peerLeast } },
      }
    if (rate === 0) return { ...known, fte: null, why: { code: 'peers-closed-nothing', facts: { role } } }
    return { ...known, fte: filedAYear / rate + fixed, why: null }
  }
}

/** First day of each team in the window: that of its first month, for a team that is younger than the window. */
function startsOf(court: Court, from: string): Map<string, CalendarDate> {
  const first = new Map<string, string>()
  for (const { team, month } of court.caseload) if (month < (first.get(team) ?? '~')) first.set(team, month)
  return new Map([...first].map(([team, month]) => [team, firstDayOf(month < from ? from : month)]))
}

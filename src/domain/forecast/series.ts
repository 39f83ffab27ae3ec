import { monthOf, type CalendarDate, type CalendarMonth } from '../calendar'
import { toldOf } from '../cases/told'
import type { Court } from '../court'
import { teamsWithin } from './by-hand'

/**
 * Filed cases of a team, a department or (null) the court by whole month before the date; the running month is left
 * out, and so is a month that one of the teams misses.
 */
export function filedByMonth(
  court: Pick<Court, 'teams' | 'caseload' | 'posts' | 'assignments'>,
  unit: string | null,
  date: CalendarDate,
): Record<CalendarMonth, number> {
  const teams = teamsWithin(court, unit)
  const { misses } = toldOf(court)
  const within = new Set(teams)
  const filed: Record<CalendarMonth, number> = {}
  for (const row of court.caseload)
    if (row.month < monthOf(date) && within.has(row.team)) filed[row.month] = (filed[row.month] ?? 0) + row.filed
  return Object.fromEntries(Object.entries(filed).filter(([month]) => !teams.some((team) => misses(team, month))))
}

/** What a team has pending at the end of its last whole month before the date; null where nothing was reported. */
export function pendingBefore(
  { caseload }: Pick<Court, 'caseload'>,
  team: string,
  date: CalendarDate,
): { month: CalendarMonth; pending: number } | null {
  let last = null as { month: CalendarMonth; pending: number } | null
  for (const row of caseload) {
    if (row.team !== team || row.month >= monthOf(date) || (last !== null && row.month < last.month)) continue
    last = { month: row.month, pending: row.pending + (last?.month === row.month ? last.pending : 0) }
  }
  return last
}

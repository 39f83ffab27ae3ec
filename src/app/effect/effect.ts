import { subDays } from 'date-fns'
import {
  addToMonth,
  dateOf,
  dayOf,
  defineProblem,
  monthOf,
  monthsFrom,
  movesBetween,
  presentPlan,
  problemOf,
  readLeniently,
  shifted,
  writePlan,
  type CalendarDate,
  type CalendarMonth,
  type Court,
  type Move,
  type Period,
  type Plan,
  type PlanData,
  type Problem,
  type Round,
} from '../../domain'
import { changesByUnit, type UnitChange } from '../rounds/before-after'

/** With fewer whole months after a round nothing is told of it. */
export const fewestMonths = 3
const mostMonths = 12

/** So many whole months after a round, up to a year, and the same months a year earlier. */
export interface Windows {
  /** How many there are by now. */
  readonly months: number
  readonly after: Period
  readonly before: Period
}

/** The month in which a round begins is mixed, and left out, unless the round begins on its first day. */
export function windowsOf(date: CalendarDate, last: CalendarMonth | null): Windows {
  const first = date.endsWith('-01') ? monthOf(date) : addToMonth(monthOf(date), 1)
  const months = monthsFrom(first, mostMonths).filter((month) => last !== null && month <= last).length
  const after = { from: first, until: addToMonth(first, Math.max(months, 1) - 1) }
  return { months, after, before: shifted(after, -mostMonths) }
}

/** What a kept plan changes: against where people were the day before the round, on one need. */
export interface RoundChange {
  readonly problem: Problem
  readonly plan: Plan
  readonly moves: readonly Move[]
  readonly rows: readonly UnitChange[]
  /** People whose seat the court has no more; they are shown where they are. */
  readonly lost: number
}

export function changeOfRound(court: Court, round: Round, kept: PlanData): RoundChange {
  const problem = defineProblem(problemOf(court, round))
  // On the day of the round people may be entered already where the plan has put them.
  const eve = defineProblem(problemOf(court, { ...round, date: dateOf(subDays(dayOf(round.date), 1)) }))
  const before = readLeniently(problem, writePlan(eve, presentPlan(eve))).plan
  const { plan, lost } = readLeniently(problem, kept)
  return {
    problem,
    plan,
    moves: movesBetween(problem, before, plan),
    rows: changesByUnit(problem, plan, before),
    lost: lost.length,
  }
}

/**
 * Teams with cases that the round gave people, and those it left alone, which are what the first are compared with.
 * Teams that only gave, or changed people one for one, are neither.
 */
export function teamsOf(
  court: Pick<Court, 'teams' | 'caseload'>,
  { problem, moves, rows }: Pick<RoundChange, 'problem' | 'moves' | 'rows'>,
): { readonly staffed: readonly string[]; readonly untouched: readonly string[] } {
  const parts = moves.flatMap(({ from, to }) => [...(from?.parts ?? []), ...(to?.parts ?? [])])
  const touched = new Set(parts.map(({ post }) => problem.post.get(post)?.unit))
  const withCases = new Set(court.caseload.map(({ team }) => team))
  const teams = rows.filter(({ unit }) => withCases.has(unit.id) && court.teams.some(({ id }) => id === unit.id))
  const ids = (of: readonly UnitChange[]): string[] => of.map(({ unit }) => unit.id)
  return {
    staffed: ids(teams.filter(({ before, after }) => after.have > before.have)),
    untouched: ids(teams.filter(({ unit }) => !touched.has(unit.id))),
  }
}

/** The court as if it had these teams alone: what an indicator then measures is theirs together. */
export const onlyTeams = (court: Court, teams: readonly string[]): Court => ({
  ...court,
  teams: court.teams.filter(({ id }) => teams.includes(id)),
  caseload: court.caseload.filter(({ team }) => teams.includes(team)),
})

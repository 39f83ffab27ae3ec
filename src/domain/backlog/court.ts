import { monthOf, monthsFrom, type CalendarDate } from '../calendar'
import { toldOf } from '../cases/told'
import type { Court } from '../court'
import { haveOn } from '../have'
import { needOf } from '../need/need'
import type { Need } from '../need/sum'
import { countIn, needWindow, total, windowsOfTeams, yearly } from '../need/window'
import { movesBetween, presentPlan, type Plan } from '../plan'
import { fteIn, type Problem, type Seat } from '../problem'
import { postId } from '../unit'
import { computed, notComputed, type Computed, type Why } from '../why'
import { capacityOf, closingsMeasured, type RoleStaffing, type TeamStaffing } from './capacity'
import type { StaffChange } from './strength'

/**
 * Need and have of every team by role on the date. Closings at full staffing are the filings a month of the window
 * that the need was computed from: a team that has what it needs closes what comes in.
 */
export function teamStaffings(court: Court, date: CalendarDate): Map<string, Computed<TeamStaffing>> {
  const needs = needOf(court, date)
  const fixed = new Map(court.posts.map((post) => [postId(post), post.fixed]))
  const have = haveOn(court, date)
  const window = needWindow(court, date)
  const windowOf = windowsOfTeams(court, window)
  const filed = countIn(court.caseload, window, 'filed')
  return new Map(
    court.teams.map(({ id }) => {
      const roles = rolesOf(
        needs.filter(({ unit }) => unit === id),
        fixed,
        have,
      )
      return [
        id,
        roles.why !== null
          ? roles
          : computed({ closings: yearly(total(filed.get(id)), windowOf(id)) / 12, roles: roles.value }),
      ]
    }),
  )
}

function rolesOf(
  needs: readonly Need[],
  fixed: ReadonlyMap<string, number>,
  have: ReadonlyMap<string, number>,
): Computed<RoleStaffing[]> {
  const unknown: Why | null = needs.find(({ why }) => why !== null)?.why ?? null
  if (unknown !== null) return { value: null, why: unknown }
  return computed(
    needs.map(({ post, role, fte }) => ({
      role,
      need: fte!,
      fixed: fixed.get(post) ?? 0,
      have: have.get(post) ?? 0,
    })),
  )
}

/**
 * The same team with closings at full staffing as measured: what it closed in the window / the coverage that its
 * people gave it, month by month, against the need of today. `as` is `together` where people help each other out;
 * the staffing given is by role in any case. `haveAt` may remember what the whole court has, for many teams in a row.
 */
export function measuredStaffing(
  court: Court,
  date: CalendarDate,
  team: string,
  staffing: TeamStaffing,
  {
    as = (same) => same,
    haveAt = (day) => haveOn(court, day),
  }: {
    readonly as?: (staffing: TeamStaffing) => TeamStaffing
    readonly haveAt?: (day: CalendarDate) => ReadonlyMap<string, number>
  } = {},
): Computed<TeamStaffing> {
  const { from, months } = needWindow(court, date)
  const { misses } = toldOf(court)
  const names = monthsFrom(from, months).filter((month) => !misses(team, month))
  const closed = names.map((month) =>
    court.caseload.reduce((sum, row) => (row.team === team && row.month === month ? sum + row.closed : sum), 0),
  )
  const coverages: number[] = []
  for (const month of names) {
    const have = haveAt(`${month}-01`)
    const roles = staffing.roles.map((role) => ({
      ...role,
      have: have.get(postId({ unit: team, role: role.role })) ?? 0,
    }))
    const capacity = capacityOf(as({ closings: 1, roles }), [month])
    if (capacity.why !== null) return notComputed(capacity.why.code)
    coverages.push(capacity.value[0]!.coverage)
  }
  const closings = closingsMeasured(closed, coverages)
  return closings.why !== null ? closings : computed({ ...as(staffing), closings: closings.value })
}

/**
 * Who joins and who leaves each unit under a plan, in the month of its date. A part kept in both places is no change.
 */
export function changesOfPlan(problem: Problem, plan: Plan): Map<string, StaffChange[]> {
  const month = monthOf(problem.date)
  const changes = new Map<string, StaffChange[]>()
  for (const { from, to } of movesBetween(problem, presentPlan(problem), plan))
    for (const id of new Set([...postsOf(from), ...postsOf(to)])) {
      const { unit, role } = problem.post.get(id)!
      const thousandths = (to === null ? 0 : fteIn(to, id)) - (from === null ? 0 : fteIn(from, id))
      if (thousandths === 0) continue
      const change = {
        kind: thousandths > 0 ? 'joins' : 'leaves',
        role,
        fte: Math.abs(thousandths) / 1000,
        month,
      } as const
      changes.set(unit, [...(changes.get(unit) ?? []), change])
    }
  return changes
}

const postsOf = (seat: Seat | null): string[] => seat?.parts.map(({ post }) => post) ?? []

// Runs in a worker, beside `answers.ts`.
import {
  addToMonth,
  changesTogether,
  computed,
  handsOf,
  haveOn,
  measuredStaffing,
  monthsBetween,
  newcomersToReach,
  pendingBefore,
  projectTeam,
  staffingAfter,
  staffToClose,
  teamStaffings,
  together,
  type CalendarDate,
  type CalendarMonth,
  type Computed,
  type Court,
  type FilingsForecast,
  type FilingsResult,
  type RoleStaffing,
  type StaffChange,
  type TeamOutlook,
  type TeamProjection,
  type TeamStaffing,
} from '../../domain'
import { fanOf } from '../../domain/backlog/fan'
import type {
  Basis,
  ClosingsSum,
  Course,
  Courses,
  OutlookQuestion,
  State,
  TeamAnswer,
  TeamOutlookAnswer,
} from './questions'

/** A team's staffing by either basis; measured once a team. Where nothing can be measured the weights stand in. */
export function staffingsFor(court: Court, date: CalendarDate) {
  const byWeights = teamStaffings(court, date)
  const measured = new Map<string, Computed<TeamStaffing>>()
  const have = new Map<CalendarDate, ReadonlyMap<string, number>>()
  const haveAt = (day: CalendarDate): ReadonlyMap<string, number> => {
    const found = have.get(day) ?? haveOn(court, day)
    have.set(day, found)
    return found
  }
  return function staffingOf(
    team: string,
    wanted: Basis,
  ): { basis: Basis; byRole: TeamStaffing; staffing: Computed<TeamStaffing> } | null {
    const byRole = byWeights.get(team)
    if (byRole === undefined) return null
    if (byRole.why !== null) return { basis: 'weights', byRole: { closings: 0, roles: [] }, staffing: byRole }
    if (wanted === 'measured') {
      const found = measured.get(team) ?? measuredStaffing(court, date, team, byRole.value, { as: together, haveAt })
      measured.set(team, found)
      if (found.why === null) return { basis: 'measured', byRole: byRole.value, staffing: found }
    }
    return { basis: 'weights', byRole: byRole.value, staffing: byRole }
  }
}

/** The seed of all futures: plans that are compared meet the same filings. */
const seed = 1

/** How the closings of the first month come about, role by role: where the sum of a page is opened, and what is lacking. */
function sumOf(
  { basis, byRole, staffing }: { basis: Basis; byRole: TeamStaffing; staffing: TeamStaffing },
  changes: readonly StaffChange[],
): ClosingsSum {
  const after = staffingAfter(byRole, changes)
  const roles = byRole.roles.flatMap((role, at) => {
    if (role.need - role.fixed <= 1e-9) return []
    const counted = (of: RoleStaffing): number =>
      basis === 'measured' ? handsOf(of) - of.fixed : Math.max(0, of.have - of.fixed)
    const then = after.roles[at]!
    return [
      {
        role: role.role,
        need: role.need - role.fixed,
        have: { before: role.have - role.fixed, after: then.have - role.fixed },
        counted: { before: counted(role), after: counted(then) },
      },
    ]
  })
  return { full: staffing.closings, roles }
}

function courseOf(projection: TeamProjection, outlook: TeamOutlook, forecast: FilingsForecast): Course {
  const months = projection.months.map(({ month, filed, capacity }) => ({ month, expected: filed, capacity }))
  return { ...projection, fan: fanOf({ stock: outlook.stock, months, errors: forecast.errors, seed }) }
}

/** What was pending at the end of the last thirteen months. */
function pendingHistory({ caseload }: Court, team: string, last: CalendarMonth): TeamOutlookAnswer['history'] {
  const first = addToMonth(last, -12)
  const pending = new Map<CalendarMonth, number>()
  for (const row of caseload)
    if (row.team === team && row.month >= first && row.month <= last)
      pending.set(row.month, (pending.get(row.month) ?? 0) + row.pending)
  return [...pending]
    .map(([month, count]) => ({ month, pending: count }))
    .toSorted((a, b) => (a.month < b.month ? -1 : 1))
}

/** What was filed and closed in a month, on the average of the twelve that end with the last reported one. */
function pastYear({ caseload }: Court, team: string, last: CalendarMonth): { filed: number; closed: number } {
  const rows = caseload.filter(({ team: of, month }) => {
    const ago = of === team && month <= last ? monthsBetween(month, last) : 12
    return ago < 12
  })
  const months = Math.max(1, new Set(rows.map(({ month }) => month)).size)
  const mean = (of: 'filed' | 'closed'): number => rows.reduce((sum, row) => sum + row[of], 0) / months
  return { filed: mean('filed'), closed: mean('closed') }
}

/** What either way of telling the closings is asked: the staffing it counts, who comes and goes, and the filings. */
interface Way {
  readonly outlook: TeamOutlook
  /** Null where nobody comes or goes. */
  readonly changes: readonly StaffChange[] | null
  readonly forecast: FilingsForecast
}

/** The stock if nothing changes, and with who comes and goes; both meet the same futures. */
function coursesOf({ outlook, changes, forecast }: Way): Computed<Courses> {
  const before = projectTeam(outlook)
  if (before.why !== null) return before
  const after = changes === null ? null : projectTeam(outlook, changes)
  if (after !== null && after.why !== null) return after
  return computed({
    before: courseOf(before.value, outlook, forecast),
    after: after === null ? null : courseOf(after.value, outlook, forecast),
  })
}

/** A team's stock to come: if nothing changes, and with who comes and goes. */
export function teamAnswer(
  { court, date }: State,
  staffingOf: ReturnType<typeof staffingsFor>,
  { basis: wanted, until, extras, target }: OutlookQuestion,
  { team, forecast, changes }: { team: string; forecast: FilingsResult; changes: readonly StaffChange[] },
): TeamAnswer {
  const found = staffingOf(team, wanted)
  const stock = pendingBefore(court, team, date)
  if (forecast.why !== null) return { team, why: forecast.why }
  if (found === null || stock === null) return { team, why: { code: 'forecast-nothing-reported', facts: {} } }
  if (found.staffing.why !== null) return { team, why: found.staffing.why }

  const filed = forecast.months.filter(({ month }) => month <= until)
  const month = filed[0]!.month
  const joining = extras.filter(({ fte }) => fte > 0).map((extra) => ({ kind: 'joins', month, ...extra }) as const)
  const all = [...changes, ...joining]
  const wayOf = ({ basis, byRole }: typeof found, staffing: TeamStaffing): Way => ({
    outlook: { staffing, stock: stock.pending, filed, target: target?.pending ?? null },
    changes: all.length === 0 ? null : basis === 'measured' ? changesTogether(byRole, all) : all,
    forecast,
  })
  const by = (basis: Basis): Courses | null => {
    const own = staffingOf(team, basis)
    return own?.basis !== basis || own.staffing.why !== null ? null : coursesOf(wayOf(own, own.staffing.value)).value
  }
  const way = wayOf(found, found.staffing.value)
  const courses = coursesOf(way)
  if (courses.why !== null) return { team, why: courses.why }
  const { outlook } = way
  const coming = way.changes ?? []
  const year = filed.slice(-12)
  const inTime = target === null ? [] : filed.filter(({ month: each }) => each <= target.by)
  return {
    team,
    why: null,
    ...courses.value,
    stock: stock.pending,
    reported: stock.month,
    history: pendingHistory(court, team, stock.month),
    past: pastYear(court, team, stock.month),
    method: forecast.method,
    basis: found.basis,
    each: {
      measured: found.basis === 'measured' ? courses.value : by('measured'),
      weights: found.basis === 'weights' ? courses.value : by('weights'),
    },
    sum: sumOf({ ...found, staffing: outlook.staffing }, all),
    hold: staffToClose(
      year.reduce((sum, { expected }) => sum + expected, 0) / year.length,
      staffingAfter(outlook.staffing, coming),
    ),
    reach: target === null ? null : newcomersToReach({ ...outlook, filed: inTime }, target.pending, coming),
  }
}

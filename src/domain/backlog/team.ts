import type { CalendarMonth } from '../calendar'
import type { Role } from '../role'
import { computed, type Computed } from '../why'
import { capacityOf, staffingAfter, type MonthCapacity, type TeamStaffing } from './capacity'
import { monthsToTarget, overloadOf } from './reach'
import { projectStock, type ProjectedMonth } from './stock'
import { defaultRamp, type Ramp, type StaffChange } from './strength'

/** A team's stock and what is expected to come in; months in a row. */
export interface TeamOutlook {
  readonly staffing: TeamStaffing
  /** Pending before the first month. */
  readonly stock: number
  readonly filed: readonly { readonly month: CalendarMonth; readonly expected: number }[]
  /** The stock to come down to; null where none is set. */
  readonly target?: number | null
  readonly ramp?: Ramp
}

export interface TeamProjection {
  readonly months: readonly (ProjectedMonth & Pick<MonthCapacity, 'coverage' | 'scarcest'>)[]
  /** Months until the target; null where none is set. */
  readonly toTarget: number | 'never' | null
  /** Filed / capacity once all newcomers are worked in, filings as in the last twelve of the months. */
  readonly overload: Computed<number, 'nobody-closes'>
}

/** What becomes of a team's stock under a plan: who joins grows in along the ramp, who leaves is missed at once. */
export function projectTeam(
  { staffing, stock, filed, target = null, ramp = defaultRamp }: TeamOutlook,
  changes: readonly StaffChange[] = [],
): Computed<TeamProjection, 'capacity-unknown'> {
  const names = filed.map(({ month }) => month)
  const capacity = capacityOf(staffing, names, changes, ramp)
  if (capacity.why !== null) return capacity
  const flows = filed.map(({ month, expected }, i) => ({
    month,
    filed: expected,
    capacity: capacity.value[i]!.closings,
  }))
  const workedIn = capacityOf(staffingAfter(staffing, changes, ramp), names.slice(0, 1)).value?.[0]
  const after = { filed: yearMean(filed), capacity: workedIn?.closings ?? 0 }
  return computed({
    months: projectStock(stock, flows).map((month, i) => {
      const { coverage, scarcest } = capacity.value[i]!
      return { ...month, coverage, scarcest }
    }),
    toTarget: target === null ? null : monthsToTarget({ stock, target, months: flows }, after),
    overload: overloadOf(after.filed, after.capacity),
  })
}

/** A month's filings, on the average of the last twelve: a season must not decide what happens in the long run. */
function yearMean(filed: TeamOutlook['filed']): number {
  const year = filed.slice(-12)
  return year.reduce((sum, { expected }) => sum + expected, 0) / Math.max(1, year.length)
}

/** What a plan changes in a month: after less before, in cases; below 0 is a smaller stock or fewer closings. */
export interface MonthDifference {
  readonly month: CalendarMonth
  readonly closed: number
  readonly pending: number
  /** The role that holds the others up, before and after. */
  readonly scarcest: { readonly before: Role; readonly after: Role }
}

export interface ProjectionDifference {
  readonly months: readonly MonthDifference[]
  readonly toTarget: { readonly before: TeamProjection['toTarget']; readonly after: TeamProjection['toTarget'] }
}

/** Two projections of one team side by side, over the months that both have. */
export const differenceOf = (before: TeamProjection, after: TeamProjection): ProjectionDifference => ({
  months: before.months.slice(0, after.months.length).map((one, i) => {
    const other = after.months[i]!
    return {
      month: one.month,
      closed: other.closed - one.closed,
      pending: other.pending - one.pending,
      scarcest: { before: one.scarcest, after: other.scarcest },
    }
  }),
  toTarget: { before: before.toTarget, after: after.toTarget },
})

/**
 * What one more person of a role changes, from a month on. It may be nothing: where another role is scarcer still,
 * `scarcest` names it before and after.
 */
export function differenceOfOneMore(
  outlook: TeamOutlook,
  { role, month, fte = 1 }: { role: Role; month: CalendarMonth; fte?: number },
  changes: readonly StaffChange[] = [],
): Computed<ProjectionDifference, 'capacity-unknown'> {
  const before = projectTeam(outlook, changes)
  if (before.why !== null) return before
  const after = projectTeam(outlook, [...changes, { kind: 'joins', role, fte, month }])
  return after.why !== null ? after : computed(differenceOf(before.value, after.value))
}

import { addToMonth, type CalendarMonth } from '../calendar'
import type { Role } from '../role'
import { computed, notComputed, type Computed } from '../why'
import { defaultRamp, strengthByMonth, type Ramp, type StaffChange } from './strength'

/** Closings of one FTE in a month, from weights: year value / 12 / mean weight, all in minutes of the role. */
export const closingsFromWeight = (yearMinutes: number, meanWeight: number): Computed<number, 'capacity-unknown'> =>
  meanWeight > 0 ? computed(yearMinutes / 12 / meanWeight) : notComputed('capacity-unknown')

/**
 * Closings per month of one unit of strength, from what was: sum of closed / sum of strength over the same months.
 * Strength is FTE, or coverage where the whole team is measured. Where cases were too few to keep people busy it
 * measures the cases, not the people.
 */
export function closingsMeasured(
  closed: readonly number[],
  strength: readonly number[],
): Computed<number, 'closings-unmeasured'> {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
  return sum(strength) > 0 ? computed(sum(closed) / sum(strength)) : notComputed('closings-unmeasured')
}

/**
 * One role of a team, in FTE. `fixed` is the part of need and have that goes into work that does not scale with cases.
 */
export interface RoleStaffing {
  readonly role: Role
  readonly need: number
  readonly fixed: number
  readonly have: number
}

/** A team's roles, and what it closes in a month when every role has exactly what it needs. */
export interface TeamStaffing {
  readonly closings: number
  readonly roles: readonly RoleStaffing[]
}

/** The same team after all changes, when the last newcomer is worked in. */
export function staffingAfter(
  { closings, roles }: TeamStaffing,
  changes: readonly StaffChange[],
  ramp: Ramp = defaultRamp,
): TeamStaffing {
  const last = changes
    .map(({ month }) => month)
    .toSorted()
    .at(-1)
  if (last === undefined) return { closings, roles }
  const workedIn = [addToMonth(last, ramp.length)]
  return {
    closings,
    roles: roles.map((each) => {
      const own = changes.filter(({ role }) => role === each.role)
      return { ...each, have: strengthByMonth(each.have, own, workedIn, ramp)[0]! }
    }),
  }
}

/** What a team can close in a month. */
export interface MonthCapacity {
  readonly month: CalendarMonth
  readonly closings: number
  /** The least coverage of a role, 1 where it has just what it needs. */
  readonly coverage: number
  /** The role that holds the others up. */
  readonly scarcest: Role
}

/**
 * What a team can close, month by month. A case takes each of its roles, so the one that is scarcest against its need
 * limits the team:
 *
 *     capacity = closings at full staffing x min over roles of (have - fixed) / (need - fixed)
 *
 * Fixed work comes first; a role that no case needs limits nothing. With one role and closings from weights this is
 * FTE x year value / (12 x mean weight). Not known where no role is needed for cases.
 */
export function capacityOf(
  { closings, roles }: TeamStaffing,
  months: readonly CalendarMonth[],
  changes: readonly StaffChange[] = [],
  ramp?: Ramp,
): Computed<MonthCapacity[], 'capacity-unknown'> {
  const needed = roles.filter(({ need, fixed }) => need - fixed > 1e-9)
  if (needed.length === 0) return notComputed('capacity-unknown')
  const coverages = needed.map(({ role, need, fixed, have }) => {
    const own = changes.filter((change) => change.role === role)
    return strengthByMonth(have, own, months, ramp).map((fte) => Math.max(0, fte - fixed) / (need - fixed))
  })
  return computed(
    months.map((month, i) => {
      const coverage = Math.min(...coverages.map((role) => role[i]!))
      const scarcest = needed[coverages.findIndex((role) => role[i] === coverage)]!.role
      return { month, closings: closings * coverage, coverage, scarcest }
    }),
  )
}

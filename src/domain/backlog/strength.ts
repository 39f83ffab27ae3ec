import { monthsBetween, type CalendarMonth } from '../calendar'
import type { Role } from '../role'

/** Somebody who joins or leaves a team: so many FTE (above 0) of a role, from a month on. */
export interface StaffChange {
  readonly kind: 'joins' | 'leaves'
  readonly role: Role
  readonly fte: number
  readonly month: CalendarMonth
}

/**
 * What share of an experienced person a newcomer counts, by months since the move: the first month goes into the
 * hand-over; the last share holds from then on. A planning assumption, to be set by each court.
 */
export type Ramp = readonly number[]
export const defaultRamp: Ramp = [0, 0.5, 0.5, 0.75, 0.75, 1]

/** The share after so many whole months; before the move none, and an empty ramp means at once. */
export const shareAfter = (ramp: Ramp, months: number): number => (months < 0 ? 0 : (ramp[months] ?? ramp.at(-1) ?? 1))

/**
 * FTE of one role at work in each month. `have` is without the people of `changes`, unless they leave. Who joins
 * grows into the work along the ramp; who leaves is missed at once, in the whole month of the move. Never below 0.
 */
export function strengthByMonth(
  have: number,
  changes: readonly Omit<StaffChange, 'role'>[],
  months: readonly CalendarMonth[],
  ramp: Ramp = defaultRamp,
): number[] {
  const first = months[0]
  if (first === undefined) return []
  const strength = months.map(() => have)
  for (const { kind, fte, month } of changes) {
    const start = monthsBetween(month, first)
    for (let i = 0; i < strength.length; i++)
      strength[i]! += kind === 'joins' ? fte * shareAfter(ramp, start + i) : start + i < 0 ? 0 : -fte
  }
  return strength.map((fte) => Math.max(0, fte))
}

import type { CalendarMonth } from '../calendar'
import type { Role } from '../role'
import { computed, notComputed, type Computed } from '../why'
import { staffingAfter } from './capacity'
import { staffToClose } from './reach'
import { defaultRamp, shareAfter, type StaffChange } from './strength'
import { projectTeam, type TeamOutlook } from './team'

/** Halvings of the range in which the answer lies: to a thousandth of a person and far below. */
const halvings = 40

/**
 * Newcomers by role, in FTE, who must join in the first of the outlook's months so that the stock at the end of its
 * last one is no higher than the target, beside the changes that come anyway; the ramp is counted in, so they are more
 * than experienced people would be. Found by halving: more closings asked for never leave a larger stock. Empty where
 * nobody is needed.
 */
export function newcomersToReach(
  outlook: TeamOutlook,
  target: number,
  changes: readonly StaffChange[] = [],
): Computed<{ role: Role; fte: number }[], 'capacity-unknown' | 'nobody-closes' | 'newcomers-too-late'> {
  const { staffing, filed, ramp = defaultRamp } = outlook
  const first = filed[0]?.month
  const worked = filed.reduce((sum, _, i) => sum + shareAfter(ramp, i), 0)
  const there = staffingAfter(staffing, changes, ramp)
  const join = (closings: number): { role: Role; fte: number }[] =>
    (staffToClose(closings, there).value ?? [])
      .map(({ role, more }) => ({ role, fte: (more * filed.length) / worked }))
      .filter(({ fte }) => fte > 0)
  const left = (newcomers: { role: Role; fte: number }[], month: CalendarMonth): number =>
    projectTeam(outlook, [
      ...changes,
      ...newcomers.map((each) => ({ kind: 'joins', month, ...each }) as const),
    ]).value?.months.at(-1)?.pending ?? 0

  const now = projectTeam(outlook, changes)
  if (now.why !== null) return now
  if ((now.value.months.at(-1)?.pending ?? outlook.stock) <= target) return computed([])
  if (staffing.closings <= 0) return notComputed('nobody-closes')
  if (first === undefined || worked === 0) return notComputed('newcomers-too-late')
  let [low, high] = [0, staffing.closings]
  while (left(join(high), first) > target && high < 1e9) [low, high] = [high, high * 2]
  if (left(join(high), first) > target) return notComputed('newcomers-too-late')
  for (let i = 0; i < halvings; i++) {
    const middle = (low + high) / 2
    if (left(join(middle), first) > target) low = middle
    else high = middle
  }
  return computed(join(high))
}

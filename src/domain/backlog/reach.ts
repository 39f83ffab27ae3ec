import type { Role } from '../role'
import { computed, notComputed, type Computed } from '../why'
import type { TeamStaffing } from './capacity'
import { projectStock, type MonthFlow } from './stock'

/**
 * Months until the stock is down to the target, a part of a month counted in even steps; 0 where it is there already.
 * After the months given, filings and capacity stay at `after`. `never` where the stock does not fall then: told by
 * comparing, never by dividing.
 */
export function monthsToTarget(
  { stock, target, months = [] }: { stock: number; target: number; months?: readonly MonthFlow[] },
  after: { readonly filed: number; readonly capacity: number },
): number | 'never' {
  if (stock <= target) return 0
  const projected = projectStock(stock, months)
  for (const [i, { carried, pending }] of projected.entries())
    if (pending <= target) return i + (carried - target) / (carried - pending)
  const left = projected.at(-1)?.pending ?? stock
  const fall = after.capacity - after.filed
  return fall > 1e-9 * Math.max(1, after.filed) ? months.length + (left - target) / fall : 'never'
}

/** Closings per month that bring a stock to the target in so many months: filed + (stock - target) / months. */
export const closingsToReach = (
  stock: number,
  target: number,
  months: number,
  filed: number,
): Computed<number, 'target-date-passed'> =>
  months > 0 ? computed(Math.max(0, filed + (stock - target) / months)) : notComputed('target-date-passed')

/** FTE that close so many cases a month; with the filings as closings they hold the stock as it is. */
export const fteToClose = (closings: number, perFte: number): Computed<number, 'nobody-closes'> =>
  closings <= 0 ? computed(0) : perFte > 0 ? computed(closings / perFte) : notComputed('nobody-closes')

/** What one role takes for the closings asked for, in FTE. `more` is what it lacks, 0 where there is enough. */
export interface RoleDemand {
  readonly role: Role
  readonly fte: number
  readonly have: number
  readonly more: number
}

/** The same for a team, role by role: (need - fixed) x closings / closings at full staffing + fixed. */
export function staffToClose(
  closings: number,
  { closings: full, roles }: TeamStaffing,
): Computed<RoleDemand[], 'nobody-closes'> {
  if (closings > 0 && full <= 0) return notComputed('nobody-closes')
  const part = closings > 0 ? closings / full : 0
  return computed(
    roles.map(({ role, need, fixed, have }) => {
      const fte = Math.max(0, need - fixed) * part + fixed
      return { role, fte, have, more: Math.max(0, fte - have) }
    }),
  )
}

/** Filed / capacity of a time (利用率); above 1 the stock grows, and from about 0.85 to 0.9 on queues grow long. */
export const overloadOf = (filed: number, capacity: number): Computed<number, 'nobody-closes'> =>
  capacity > 0 ? computed(filed / capacity) : notComputed('nobody-closes')

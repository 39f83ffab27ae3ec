import type { Caseload } from '../cases/caseload'
import type { Court } from '../court'
import type { Period } from '../period'
import { reachOf } from './measure'
import type { Scope } from './scope'
import { partOf, type Reach } from './sums'

/** The stock of cases and what flowed in and out of it in a period. */
export interface Flow {
  /** Days from the first month with a row to the end of the period, or of the caseload where that ends earlier. */
  readonly days: number
  /** Pending when the period began. */
  readonly carried: number
  readonly filed: number
  readonly closed: number
  readonly reopened: number
  readonly moved: number
  /** Carried over and newly filed (旧存 + 新收). */
  readonly accepted: number
  /** Pending when the period ended. */
  readonly pending: number
  readonly rows: readonly Caseload[]
  /** Months that some of the teams miss: the sums over these are too low. */
  readonly missing: Reach['missing']
}

const everything = { of: 'all' as const, excludedCategories: [], excludedCaseTypes: [] }

/** Adds up the caseload of a scope: carried in the first month of each team and case type, pending in its last. */
export function flowOf(court: Court, scope: Scope, period: Period): Flow {
  const reach = reachOf(court, everything, scope, period)
  const sum = (measure: string): number => partOf(measure, reach).value!
  return {
    days: reach.days,
    carried: sum('carried'),
    filed: sum('filed'),
    closed: sum('closed'),
    reopened: sum('reopened'),
    moved: sum('moved'),
    accepted: sum('accepted'),
    pending: sum('pending'),
    rows: reach.rows,
    missing: reach.missing,
  }
}

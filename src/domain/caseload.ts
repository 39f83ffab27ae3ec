import { z } from 'zod'
import { calendarDate, calendarMonth } from './calendar'
import { id, name, role } from './role'

/** A case type (案由 x 程序) and its weight: minutes of each role's work over the life of one case. */
export const caseType = z.object({
  id,
  name,
  category: name,
  weights: z.partialRecord(role, z.number().min(0)),
})
export type CaseType = z.infer<typeof caseType>

const count = z.int().min(0)

/**
 * One team's cases of one type in one month. Holds: pending = carried + filed + reopened + moved - closed,
 * where `moved` is the balance of cases taken over from and given to other teams.
 */
export const caseload = z.object({
  team: id,
  caseType: id,
  month: calendarMonth,
  carried: count,
  filed: count,
  closed: count,
  reopened: count.default(0),
  moved: z.int().default(0),
  pending: count,
  /** The closing rate as the court's own system reports it, in percent; kept to be compared, never used. */
  reportedClosingRate: z.number().min(0).max(100).nullable().default(null),
})
export type Caseload = z.infer<typeof caseload>

/** What the stock at the end of the month must be. */
export const pendingOf = (row: Pick<Caseload, 'carried' | 'filed' | 'reopened' | 'moved' | 'closed'>): number =>
  row.carried + row.filed + row.reopened + row.moved - row.closed

/** One enforcement case; `outcome` is how it was closed. Amounts in yuan. */
export const enforcementCase = z.object({
  id,
  team: id,
  caseType: id,
  filed: calendarDate,
  closed: calendarDate.nullable().default(null),
  outcome: z.enum(['full', 'settled', 'terminated-for-now', 'withdrawn', 'other']).nullable().default(null),
})
export type EnforcementCase = z.infer<typeof enforcementCase>

/** A payment of case funds (案款发放), amount in yuan. */
export const payment = z.object({ id, date: calendarDate, amount: z.number().min(0) })
export type Payment = z.infer<typeof payment>

/** One questionnaire of a satisfaction survey. */
export const survey = z.object({ id, date: calendarDate, phase: z.enum(['before', 'after']), satisfied: z.boolean() })
export type Survey = z.infer<typeof survey>

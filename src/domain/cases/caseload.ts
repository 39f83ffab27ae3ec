import { z } from 'zod'
import { calendarDate, calendarMonth } from '../calendar'
import { id, name } from '../role'

const count = z.int().min(0)

/**
 * What a month may tell of its cases beyond the flow, each left out where it is not known. Of the cases closed in the
 * month: `limited` have a statutory limit, `onTime` of these were closed within it, `days` is the sum of their days
 * from filing to closing, `mediable` could be mediated, `settled` were mediated or settled, `withdrawn` withdrawn,
 * `full` fully enforced with `fullDays` from filing to closing in all, `terminated` terminated for now. `disputes` (案)
 * stand behind the filed cases (件). Of what is pending when the month ends: how many are younger than three months, and
 * so on. `claimed` and `recovered` are yuan of the enforcement cases closed.
 */
export const measures = [
  'limited',
  'onTime',
  'days',
  'mediable',
  'settled',
  'withdrawn',
  'full',
  'fullDays',
  'terminated',
  'disputes',
  'pendingTo3',
  'pendingTo6',
  'pendingTo12',
  'pendingOver12',
  'claimed',
  'recovered',
] as const
export type Measure = (typeof measures)[number]

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
  measures: z.partialRecord(z.enum(measures), z.number().min(0)).default({}),
  /** The closing rate as the court's own system reports it, in percent; kept to be compared, never used. */
  reportedClosingRate: z.number().min(0).max(100).nullable().default(null),
})
export type Caseload = z.infer<typeof caseload>

/** What the stock at the end of the month must be. */
export const pendingOf = (row: Pick<Caseload, 'carried' | 'filed' | 'reopened' | 'moved' | 'closed'>): number =>
  row.carried + row.filed + row.reopened + row.moved - row.closed

/** Parts that are larger than their whole: more closed on time than closed, more old cases than pending. */
export function* misfits({
  closed,
  pending,
  measures: given,
}: Caseload): Generator<{ measure: Measure; value: number; most: number }> {
  const within = function* (
    part: Measure,
    whole: number,
  ): Generator<{ measure: Measure; value: number; most: number }> {
    const value = given[part]
    if (value !== undefined && value > whole) yield { measure: part, value, most: whole }
  }
  yield* within('onTime', given.limited ?? closed)
  yield* within('settled', given.mediable ?? closed)
  for (const part of ['limited', 'mediable', 'withdrawn', 'full', 'terminated'] as const) yield* within(part, closed)
  for (const part of ages) yield* within(part, pending)
}

/** The pending cases by age, youngest first. */
export const ages = ['pendingTo3', 'pendingTo6', 'pendingTo12', 'pendingOver12'] as const satisfies Measure[]

export const outcomes = [
  'judgment',
  'mediated',
  'settled',
  'withdrawn',
  'transferred',
  'full',
  'terminated-for-now',
  'other',
] as const

/**
 * One case (件) of the case list: when it was filed and closed, and how. `due` is the last day of its statutory limit
 * where the court's own system gives it, extensions and excluded days counted in; `dispute` names the dispute (案)
 * that it is a proceeding of, itself where empty. Amounts of enforcement in yuan.
 */
export const caseRecord = z.object({
  id,
  team: id,
  caseType: id,
  filed: calendarDate,
  closed: calendarDate.nullable().default(null),
  outcome: z.enum(outcomes).nullable().default(null),
  due: calendarDate.nullable().default(null),
  dispute: id.nullable().default(null),
  claimed: z.number().min(0).nullable().default(null),
  recovered: z.number().min(0).nullable().default(null),
})
export type CaseRecord = z.infer<typeof caseRecord>

/** A payment of case funds (案款发放), amount in yuan. */
export const payment = z.object({ id, date: calendarDate, amount: z.number().min(0) })
export type Payment = z.infer<typeof payment>

/**
 * Case funds that the court holds on a day: those that should have been paid out by then (超期未发), and those of
 * which nobody knows yet to whom they belong (不明案款). Amounts in yuan.
 */
export const heldFunds = z.object({
  date: calendarDate,
  overdueCount: count,
  overdueAmount: z.number().min(0),
  unidentifiedCount: count,
  unidentifiedAmount: z.number().min(0),
})
export type HeldFunds = z.infer<typeof heldFunds>

/** One answer to a question put before and after a change; of what, where it is not satisfaction with the court. */
export const survey = z.object({
  id,
  date: calendarDate,
  phase: z.enum(['before', 'after']),
  satisfied: z.boolean(),
  subject: name.nullable().default(null),
})
export type Survey = z.infer<typeof survey>

// Loads simple-statistics: import this file by its path, from pages that show outcomes.
import { probit } from 'simple-statistics'
import type { CalendarDate } from '../calendar'
import type { Days } from './day-flow'
import type { HeldFunds, Payment, Survey } from './caseload'

/** What was answered in one phase of a survey. */
export interface Answers {
  readonly from: CalendarDate
  readonly until: CalendarDate
  readonly asked: number
  readonly satisfied: number
  /** Between 0 and 1, unrounded. */
  readonly share: number
  /** Where the share of everybody might lie, had all been asked. */
  readonly interval: { readonly low: number; readonly high: number }
  readonly rows: readonly Survey[]
}

export interface SurveyOutcome {
  /** Null for satisfaction with the court. */
  readonly subject: string | null
  readonly before: Answers | null
  readonly after: Answers | null
}

/** 95 of 100 such intervals hold the true share. */
const z = probit(0.975)

/** Wilson's interval of a share, which stays between 0 and 1 and is honest about small samples (Wilson 1927). */
export function wilson(hits: number, of: number): { low: number; high: number } {
  const share = hits / of
  const centre = share + z ** 2 / (2 * of)
  const reach = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))
  const whole = 1 + z ** 2 / of
  return { low: Math.max(0, (centre - reach) / whole), high: Math.min(1, (centre + reach) / whole) }
}

function answersOf(rows: readonly Survey[]): Answers | null {
  if (rows.length === 0) return null
  const dates = rows.map(({ date }) => date).toSorted()
  const satisfied = rows.filter((row) => row.satisfied).length
  return {
    from: dates[0]!,
    until: dates.at(-1)!,
    asked: rows.length,
    satisfied,
    share: satisfied / rows.length,
    interval: wilson(satisfied, rows.length),
    rows,
  }
}

/** Answers up to a day by subject, before and after; satisfaction with the court first. */
export function surveyOutcomes(surveys: readonly Survey[], until: CalendarDate): SurveyOutcome[] {
  const known = surveys.filter(({ date }) => date <= until)
  const subjects = [...new Set(known.map(({ subject }) => subject))].toSorted((a, b) =>
    a === null ? -1 : b === null ? 1 : 0,
  )
  return subjects.map((subject) => {
    const of = (phase: Survey['phase']) =>
      answersOf(known.filter((row) => row.subject === subject && row.phase === phase))
    return { subject, before: of('before'), after: of('after') }
  })
}

/** Payments of case funds in a span; `null` where none is on record: a list that does not reach there says nothing. */
export function paymentsIn(payments: readonly Payment[], { from, until }: Days) {
  const rows = payments.filter(({ date }) => from <= date && date <= until)
  return rows.length === 0
    ? null
    : { count: rows.length, amount: rows.reduce((sum, { amount }) => sum + amount, 0), rows }
}

/** The last count of held funds on a day or before it; null without any. */
export const heldFundsOn = (counts: readonly HeldFunds[], date: CalendarDate): HeldFunds | null =>
  counts.filter((row) => row.date <= date).toSorted((a, b) => (a.date < b.date ? 1 : -1))[0] ?? null

import { firstDayOf, lastDayOf, type CalendarDate, type CalendarMonth } from './calendar'
import type { Caseload } from './caseload'
import type { Court } from './court'
import { daysIn, isHere } from './have'

/**
 * A figure and what it was computed from. `value` is unrounded; null where it cannot be computed, and then `why`
 * is a code of `errors` that says so: a share of nothing is no figure, neither 0 nor 100 %.
 */
export interface Indicator<Row> {
  readonly unit: 'percent' | 'days' | 'ratio' | 'cases'
  readonly value: number | null
  readonly why: 'nothing-reported' | 'nothing-to-divide-by' | null
  readonly numerator: number
  readonly denominator: number
  /** The imported rows that were counted. */
  readonly rows: readonly Row[]
}

const factor = { percent: 100, days: 1, ratio: 1, cases: 1 }

function indicator<Row>(
  unit: Indicator<Row>['unit'],
  numerator: number,
  denominator: number,
  rows: readonly Row[],
): Indicator<Row> {
  const why = rows.length === 0 ? 'nothing-reported' : denominator <= 0 ? 'nothing-to-divide-by' : null
  return {
    unit,
    value: why === null ? (factor[unit] * numerator) / denominator : null,
    why,
    numerator,
    denominator,
    rows,
  }
}

/** Whole months, both ends inside. */
export interface Period {
  readonly from: CalendarMonth
  readonly until: CalendarMonth
}

/** The stock of cases and what flowed in and out of it in a period. */
export interface Flow {
  readonly days: number
  /** Pending when the period began. */
  readonly carried: number
  readonly filed: number
  readonly closed: number
  /** Carried over and newly filed (旧存 + 新收). */
  readonly accepted: number
  /** Pending when the period ended. */
  readonly pending: number
  readonly rows: readonly Caseload[]
}

/**
 * Adds up caseload rows of a period: of the whole court, or of the teams whose rows are given. Carried is what each
 * team and case type had in its first month of the period, pending what it had in its last.
 */
export function flowIn(caseload: readonly Caseload[], { from, until }: Period): Flow {
  const rows = caseload.filter(({ month }) => month >= from && month <= until)
  const first = new Map<string, Caseload>()
  const last = new Map<string, Caseload>()
  for (const row of rows) {
    const series = `${row.team} ${row.caseType}`
    if (row.month < (first.get(series)?.month ?? '~')) first.set(series, row)
    if (row.month > (last.get(series)?.month ?? '')) last.set(series, row)
  }
  const sum = (of: Iterable<Caseload>, field: 'carried' | 'filed' | 'closed' | 'pending'): number =>
    [...of].reduce((total, row) => total + row[field], 0)
  const carried = sum(first.values(), 'carried')
  const filed = sum(rows, 'filed')
  return {
    days: daysIn({ from: firstDayOf(from), until: lastDayOf(until) }),
    carried,
    filed,
    closed: sum(rows, 'closed'),
    accepted: carried + filed,
    pending: sum(last.values(), 'pending'),
    rows,
  }
}

/** Closing rate (结案率): closed / accepted. */
export const closingRate = ({ closed, accepted, rows }: Flow) => indicator('percent', closed, accepted, rows)

/** Clearance rate (结收比): closed / newly filed. */
export const clearanceRate = ({ closed, filed, rows }: Flow) => indicator('percent', closed, filed, rows)

/** Disposition time: days in the period x pending / closed; a projection, never an average age. */
export const dispositionTime = ({ days, pending, closed, rows }: Flow) =>
  indicator('days', days * pending, closed, rows)

/** Congestion: pending / (pending + closed). */
export const congestion = ({ pending, closed, rows }: Flow) => indicator('percent', pending, pending + closed, rows)

/** Case turnover: closed / pending. */
export const turnover = ({ closed, pending, rows }: Flow) => indicator('ratio', closed, pending, rows)

/** Closed cases per judge who is at the court on the date: an input to planning, never a score (法官人均结案). */
export const closedPerJudge = ({ closed, rows }: Flow, court: Pick<Court, 'people'>, date: CalendarDate) =>
  indicator(
    'cases',
    closed,
    court.people.filter((person) => person.role === 'judge' && isHere(person, date)).length,
    rows,
  )

import { lastDayOf, type CalendarMonth } from '../calendar'
import { ages, type Caseload, type Measure } from '../cases/caseload'
import type { Why } from '../why'
import {
  measureOf,
  signOf,
  type flowMeasures,
  type IndicatorDefinition,
  type Term,
  type TermMeasure,
} from './definition'
import type { FiguresIndex } from './figures-index'
import type { Period } from '../period'

/** The rows that a figure is counted from. */
export interface Reach {
  readonly index: FiguresIndex
  readonly period: Period
  /** One case type alone: people cannot be shared out to it. */
  readonly ofCaseType: boolean
  /** The whole court with all its cases. */
  readonly whole: boolean
  readonly units: ReadonlySet<string>
  readonly rows: readonly Caseload[]
  /** The first and the last row in the period of each team and case type: where its stock is read. */
  readonly first: readonly Caseload[]
  readonly last: readonly Caseload[]
  /** Days from the first month with a row to the end of the period, or of the caseload where that ends earlier. */
  readonly days: number
  /** Months of the period that some of the teams miss, with these teams; without them every sum would be too low. */
  readonly missing: readonly MissingMonth[]
}

export interface MissingMonth {
  readonly month: CalendarMonth
  readonly teams: readonly string[]
}

export type WhyNot =
  | 'nothing-reported'
  | 'teams-missing'
  | 'nothing-to-divide-by'
  | 'measure-not-reported'
  | 'limit-not-told'
  | 'case-type-without-weight'
  | 'people-not-by-case-type'
  | 'measure-not-by-day'

/** A term's part of a sum; null with the reason, and the rows that lack it, where it cannot be told. */
export interface TermPart {
  readonly term: Term
  readonly value: number | null
  readonly why: Why<WhyNot> | null
  readonly missing: readonly Caseload[]
}

const flows = new Set<TermMeasure>(['filed', 'closed', 'reopened', 'moved'])
const stocks = new Set<TermMeasure>(ages)

/** Measures of what is pending when a period ends: only the last row of each team and case type counts. */
const atEnd = new Set<TermMeasure>(['pending', ...ages])
export const isStock = ({ numerator, denominator }: Pick<IndicatorDefinition, 'numerator' | 'denominator'>): boolean =>
  [...numerator, ...denominator].every((term) => atEnd.has(measureOf(term)))

/**
 * Whether a field of a row is part of a term: what was carried over counts in the first row of a series, a stock in its
 * last.
 */
export function isCounted(
  field: Measure | (typeof flowMeasures)[number],
  row: Caseload,
  { terms, first, last }: { terms: readonly Term[]; first: ReadonlySet<Caseload>; last: ReadonlySet<Caseload> },
): boolean {
  const used = new Set(terms.map(measureOf))
  if (field === 'carried') return (used.has('carried') || used.has('accepted')) && first.has(row)
  if (field === 'pending') return (used.has('pending') || used.has('pendingDays')) && last.has(row)
  if (field === 'filed' && (used.has('accepted') || used.has('weightedFiled'))) return true
  if (field === 'closed' && used.has('weightedClosed')) return true
  return used.has(field) && (!atEnd.has(field) || last.has(row))
}

/** What follows from the limits of the case types, where cases are counted from a list. */
const ofLimits = new Set<Measure>(['limited', 'onTime'])

/** What a measure is a part of: where the whole is 0, the part is 0 without being reported. */
const wholeOf = (measure: Measure): 'filed' | 'closed' | 'pending' =>
  stocks.has(measure) ? 'pending' : measure === 'disputes' ? 'filed' : 'closed'

const total = (rows: readonly Caseload[], field: 'carried' | 'filed' | 'closed' | 'reopened' | 'moved' | 'pending') => {
  let sum = 0
  for (const row of rows) sum += row[field]
  return sum
}

/** A term of a numerator or denominator over the rows reached, its sign counted in. */
export function partOf(term: Term, reach: Reach): TermPart {
  const measure = measureOf(term)
  const known = (value: number): TermPart => ({ term, value: signOf(term) * value, why: null, missing: [] })
  if (flows.has(measure)) return known(total(reach.rows, measure as 'filed'))
  switch (measure) {
    case 'carried':
      return known(total(reach.first, 'carried'))
    case 'accepted':
      return known(total(reach.first, 'carried') + total(reach.rows, 'filed'))
    case 'pending':
      return known(total(reach.last, 'pending'))
    case 'pendingDays':
      return known(total(reach.last, 'pending') * reach.days)
    case 'weightedFiled':
      return weighted(term, 'filed', reach)
    case 'weightedClosed':
      return weighted(term, 'closed', reach)
    case 'judges':
    case 'haveFte':
      return people(term, measure, reach)
    default:
      return reported(term, measure as Measure, reach)
  }
}

/** A measure that months may tell of: in each month for what flows, in the last one for the ages of what is pending. */
function reported(term: Term, measure: Measure, { rows, last, index }: Reach): TermPart {
  const whole = wholeOf(measure)
  let sum = 0
  const missing: Caseload[] = []
  for (const row of stocks.has(measure) ? last : rows) {
    const value = row.measures[measure]
    if (value !== undefined) sum += value
    else if (row[whole] > 0) missing.push(row)
  }
  if (missing.length === 0) return { term, value: signOf(term) * sum, why: null, missing }
  const untold = ofLimits.has(measure) ? missing.filter(({ caseType }) => index.limitsUntold.has(caseType)) : []
  const why =
    untold.length > 0 ? lacks('limit-not-told', measure, untold) : lacks('measure-not-reported', measure, missing)
  return { term, value: null, why, missing }
}

/** Cases times the weight of their type. */
function weighted(term: Term, field: 'filed' | 'closed', { rows, index }: Reach): TermPart {
  let sum = 0
  const missing: Caseload[] = []
  for (const row of rows) {
    const weight = index.weights.get(row.caseType)
    if (weight !== undefined) sum += weight * row[field]
    else if (row[field] > 0) missing.push(row)
  }
  if (missing.length === 0) return { term, value: signOf(term) * sum, why: null, missing }
  return { term, value: null, why: lacks('case-type-without-weight', measureOf(term), missing), missing }
}

const lacks = (code: WhyNot, measure: TermMeasure, missing: readonly Caseload[]): Why<WhyNot> => {
  const months = missing.map(({ month }) => month).toSorted()
  return {
    code,
    facts: {
      measure,
      rows: missing.length,
      from: months[0]!,
      until: months.at(-1)!,
      caseTypes: new Set(missing.map(({ caseType }) => caseType)).size,
    },
  }
}

/** People are in units, not in case types: who hears several types cannot be shared out among them. */
function people(term: Term, measure: 'judges' | 'haveFte', reach: Reach): TermPart {
  const { index, period, units, whole } = reach
  if (reach.ofCaseType)
    return { term, value: null, why: { code: 'people-not-by-case-type', facts: { measure } }, missing: [] }
  const on = index.peopleOn(lastDayOf(period.until))
  let value = 0
  if (measure === 'haveFte') for (const unit of whole ? index.frontLine : units) value += on.fteIn.get(unit) ?? 0
  else if (whole) value = on.judges
  else value = new Set([...units].flatMap((unit) => [...(on.judgesIn.get(unit) ?? [])])).size
  return { term, value: signOf(term) * value, why: null, missing: [] }
}

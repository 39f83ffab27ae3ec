import { z } from 'zod'
import { calendarDate } from '../calendar'
import { measures as reported, type Measure } from '../cases/caseload'
import { id, name } from '../role'

/** What every row of the caseload holds; `accepted` (旧存 + 新收) is carried and filed. */
export const flowMeasures = ['carried', 'filed', 'closed', 'reopened', 'moved', 'pending', 'accepted'] as const

/**
 * What is worked out: `pendingDays` pending x days of the period; `weightedFiled` and `weightedClosed`
 * cases x weight of their type, the mean type being 1 (折算案件数); `judges` heads, and `haveFte` FTE at the front line,
 * on the last day of the period.
 */
export const derivedMeasures = ['pendingDays', 'weightedFiled', 'weightedClosed', 'judges', 'haveFte'] as const

export type TermMeasure = (typeof flowMeasures)[number] | Measure | (typeof derivedMeasures)[number]
export const termMeasures: readonly TermMeasure[] = [...flowMeasures, ...reported, ...derivedMeasures]
const known = new Set<string>(termMeasures)

/** A measure that is added, `closed`, or taken off, `-terminated`. */
export const term = z.string().refine((text) => known.has(text.replace(/^-/, '')), { error: 'measure-unknown' })
export type Term = string

export const measureOf = (of: Term): TermMeasure => of.replace(/^-/, '') as TermMeasure
export const signOf = (of: Term): 1 | -1 => (of.startsWith('-') ? -1 : 1)

export const indicatorUnits = ['percent', 'days', 'ratio', 'cases', 'points', 'yuan', 'fte'] as const
export type IndicatorUnit = (typeof indicatorUnits)[number]

const text = z.string().trim().max(1000)

/**
 * An indicator (指标) as data: what is divided by what, for which cases, and what is reasonable. One row is one version;
 * it holds from `since` until a later version begins, and is never changed, so that an old report still opens with the
 * definition of its day.
 */
export const indicator = z.object({
  id,
  version: z.int().min(1),
  /** First day in force. */
  since: calendarDate,
  /** Null for the name of the built-in indicator of this id. */
  name: name.nullable().default(null),
  numerator: z.array(term).min(1),
  /** Empty where the numerator alone is the figure. */
  denominator: z.array(term).default([]),
  /** Whose cases count: all, those of trial divisions, or those of the enforcement bureau. */
  of: z.enum(['all', 'trial', 'enforcement']).default('all'),
  excludedCategories: z.array(name).default([]),
  excludedCaseTypes: z.array(id).default([]),
  unit: z.enum(indicatorUnits),
  /** Reasonable interval (合理区间), in the unit, both ends inside; null where an end is open. */
  low: z.number().nullable().default(null),
  high: z.number().nullable().default(null),
  /** Where the interval lies on: better higher, better lower, better within, or none of it: a planning input. */
  direction: z.enum(['higher', 'lower', 'within', 'none']).default('none'),
  source: text.min(1).nullable().default(null),
  /** Why the court defines it so. */
  note: text.default(''),
})
export type IndicatorDefinition = z.infer<typeof indicator>

/** Units that are a quotient: without a denominator they mean nothing. */
const quotients: readonly IndicatorUnit[] = ['percent', 'ratio', 'days']

/** What is wrong between the fields of a definition, though each alone is right. */
export function* definitionIssues(
  of: Pick<IndicatorDefinition, 'unit' | 'numerator' | 'denominator' | 'low' | 'high'>,
): Generator<{ code: string; field: 'numerator' | 'denominator' | 'high'; facts: Record<string, string | number> }> {
  if (quotients.includes(of.unit) && of.denominator.length === 0)
    yield { code: 'denominator-empty', field: 'denominator', facts: { value: of.unit } }
  if (of.denominator.length > 0 && of.denominator.every((each) => signOf(each) < 0))
    yield { code: 'denominator-empty', field: 'denominator', facts: { value: of.denominator.join('; ') } }
  if (of.low !== null && of.high !== null && of.high < of.low)
    yield { code: 'interval-upside-down', field: 'high', facts: { from: of.low, value: of.high } }
  for (const field of ['numerator', 'denominator'] as const) {
    const seen = new Set<string>()
    for (const each of of[field]) {
      if (seen.has(measureOf(each))) yield { code: 'measure-twice', field, facts: { value: each } }
      seen.add(measureOf(each))
    }
  }
}

import type { Why } from '../why'
import type { IndicatorDefinition, IndicatorUnit, Term } from './definition'
import type { TermPart, WhyNot } from './sums'

/**
 * A figure and the terms it was computed from. `value` is unrounded, in the definition's unit; null where it cannot be
 * computed, and then `why` says so: a share of nothing is no figure, neither 0 nor 100 %.
 */
export interface Evaluated {
  readonly value: number | null
  readonly why: Why<WhyNot> | null
  /** Null where a term is not reported; the denominator also where the definition has none. */
  readonly numerator: number | null
  readonly denominator: number | null
  readonly parts: { readonly numerator: readonly TermPart[]; readonly denominator: readonly TermPart[] }
}

/** What a quotient is multiplied with to be in its unit. */
const factor: Partial<Record<IndicatorUnit, number>> = { percent: 100 }

/** The value of a quotient or a plain count in its unit; null where there is nothing to divide by. */
export function inUnit(unit: IndicatorUnit, numerator: number, denominator: number | null): number | null {
  if (denominator !== null && denominator <= 0) return null
  return ((factor[unit] ?? 1) * numerator) / (denominator ?? 1)
}

/** The terms of a definition, each counted. */
export const partsOf = (
  { numerator, denominator }: Pick<IndicatorDefinition, 'numerator' | 'denominator'>,
  partOf: (term: Term) => TermPart,
): Evaluated['parts'] => ({ numerator: numerator.map(partOf), denominator: denominator.map(partOf) })

/**
 * The one way in which terms become a figure, whatever they were counted from; `untold` is why there is nothing to
 * count.
 */
export function evaluate(unit: IndicatorUnit, parts: Evaluated['parts'], untold: Why<WhyNot> | null): Evaluated {
  const numerator = sumOf(parts.numerator)
  const denominator = parts.denominator.length === 0 ? null : sumOf(parts.denominator)
  const lacking = [...parts.numerator, ...parts.denominator].find(({ why }) => why !== null)?.why ?? null
  const why: Why<WhyNot> | null =
    untold ?? lacking ?? (denominator !== null && denominator <= 0 ? { code: 'nothing-to-divide-by', facts: {} } : null)
  const value = why === null ? inUnit(unit, numerator!, denominator) : null
  return { value, why, numerator, denominator, parts }
}

const sumOf = (parts: readonly TermPart[]): number | null =>
  parts.some(({ value }) => value === null) ? null : parts.reduce((sum, { value }) => sum + value!, 0)

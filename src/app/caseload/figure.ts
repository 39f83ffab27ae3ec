import {
  measure,
  ownRange,
  placeOf,
  type Court,
  type IndicatorDefinition,
  type Measured,
  type Period,
  type Place,
  type Range,
  type Scope,
} from '../../domain'

/** A figure beside an earlier one and its range. */
export interface ComparedFigure {
  readonly definition: IndicatorDefinition
  readonly now: Measured
  readonly before: Measured
  /** The reasonable interval of the definition; where it has none, the usual range of the scope's own past. */
  readonly range: Range | null
  readonly own: boolean
  readonly place: Place | null
}

/** The range that figures of so long a period are seen against. */
export function rangeOf(
  court: Court,
  definition: IndicatorDefinition,
  scope: Scope,
  period: Period,
): { range: Range | null; own: boolean } {
  const { low, high } = definition
  return low !== null || high !== null
    ? { range: { low, high }, own: false }
    : { range: ownRange(court, definition, scope, period), own: true }
}

/** Computes an indicator for a period and for the one it is compared with, and where it lies. */
export function compare(
  court: Court,
  definition: IndicatorDefinition,
  scope: Scope,
  period: Period,
  against: Period,
): ComparedFigure {
  const now = measure(court, definition, scope, period)
  const { range, own } = rangeOf(court, definition, scope, period)
  return {
    definition,
    now,
    before: measure(court, definition, scope, against),
    range,
    own,
    place: now.value === null || range === null ? null : placeOf(now.value, range),
  }
}

import {
  definitionOn,
  flowOf,
  measure,
  addToMonth,
  monthOf,
  monthsUntil,
  placeOf,
  trendOf,
  ownRange,
  type CalendarDate,
  type Court,
  type Flow,
  type Measured,
  type Place,
  type TrendPoint,
} from '../../domain'

export const keyFigures = ['closing-rate', 'pending', 'disposition-time'] as const

export interface Figure extends Measured {
  readonly id: (typeof keyFigures)[number]
  /** Lowest and highest twelve-month value of the three years before; null with less than a year of them. */
  readonly usual: { readonly low: number; readonly high: number } | null
  readonly place: Place | null
  /** The month's own figure for the last twelve months, oldest first. */
  readonly months: readonly TrendPoint[]
  readonly flow: Flow
}

/** The caseload figures of the twelve whole months before the date, each with its range and its months; as defined today. */
export function figuresOf(court: Court, date: CalendarDate, today: CalendarDate = date): Figure[] {
  const period = monthsUntil(addToMonth(monthOf(date), -1), 12)
  const flow = flowOf(court, {}, period)
  return keyFigures.flatMap((id): Figure[] => {
    const definition = definitionOn(court, id, today)
    if (definition === undefined) return []
    const measured = measure(court, definition, {}, period)
    const usual = ownRange(court, definition, {}, period)
    const place = measured.value === null || usual === null ? null : placeOf(measured.value, usual)
    return [{ id, ...measured, usual, place, months: trendOf(court, definition, {}, period), flow }]
  })
}

import {
  definitionOn,
  flowOf,
  haveOn,
  isHere,
  measure,
  addToMonth,
  monthOf,
  monthsUntil,
  placeOf,
  trendOf,
  unitsOf,
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

/** Most of the staff that may be judicial administration, of all staff (政法专项编制 proportions). */
export const administrativeCap = 0.15

export interface Staff {
  /** FTE on front-line posts and on all posts, on the date. */
  readonly frontLine: number
  readonly all: number
  /** Heads of administrative staff (司法行政人员) and of everybody at the court. */
  readonly administrative: number
  readonly heads: number
}

export function staffOn(court: Court, date: string): Staff {
  const frontLine = new Set(unitsOf(court).flatMap((unit) => (unit.frontLine ? [unit.id] : [])))
  const have = [...haveOn(court, date)]
  const here = court.people.filter((person) => isHere(person, date))
  const sum = (rows: readonly (readonly [string, number])[]): number => rows.reduce((total, [, fte]) => total + fte, 0)
  return {
    frontLine: sum(have.filter(([post]) => frontLine.has(post.slice(0, post.indexOf('/'))))),
    all: sum(have),
    administrative: here.filter(({ role }) => role === 'administrative').length,
    heads: here.length,
  }
}

import {
  addToMonth,
  closingRate,
  dispositionTime,
  flowIn,
  haveOn,
  isHere,
  monthOf,
  unitsOf,
  type CalendarMonth,
  type Court,
  type Flow,
  type Period,
} from '../../domain'

/** Where a figure lies against the court's own usual range; never against another court or team. */
export type Place = 'below' | 'within' | 'above'

export interface Figure {
  readonly id: 'closing-rate' | 'pending' | 'disposition-time'
  readonly value: number | null
  /** Code of `errors` where there is no value. */
  readonly why: string | null
  /** Lowest and highest twelve-month value of the three years before; null with less than a year of them. */
  readonly usual: { readonly low: number; readonly high: number } | null
  readonly place: Place | null
  /** The month's own figure for the last twelve months, oldest first. */
  readonly months: readonly { readonly month: CalendarMonth; readonly value: number | null }[]
  readonly flow: Flow
}

const year = (until: CalendarMonth): Period => ({ from: addToMonth(until, -11), until })
const yearsBefore = 36

const measures: Record<Figure['id'], (flow: Flow) => { value: number | null; why: string | null }> = {
  'closing-rate': closingRate,
  pending: (flow) =>
    flow.rows.length === 0 ? { value: null, why: 'nothing-reported' } : { value: flow.pending, why: null },
  'disposition-time': dispositionTime,
}

/** The caseload figures of the twelve whole months before the date, each with its range and its months. */
export function figuresOf(court: Pick<Court, 'caseload'>, date: string): Figure[] {
  const until = addToMonth(monthOf(date), -1)
  const first = court.caseload.reduce((min, { month }) => (month < min ? month : min), '9999-12')
  const flow = flowIn(court.caseload, year(until))
  const ends = Array.from({ length: yearsBefore }, (_, back) => addToMonth(until, -1 - back)).filter(
    (month) => addToMonth(month, -11) >= first,
  )
  const before = ends.map((month) => flowIn(court.caseload, year(month)))
  const months = Array.from({ length: 12 }, (_, index) => addToMonth(until, index - 11)).map((month) => ({
    month,
    flow: flowIn(court.caseload, { from: month, until: month }),
  }))
  return (Object.keys(measures) as Figure['id'][]).map((id): Figure => {
    const measure = measures[id]
    const { value, why } = measure(flow)
    const past = before.flatMap((each) => measure(each).value ?? [])
    const usual = past.length < 12 ? null : { low: Math.min(...past), high: Math.max(...past) }
    return {
      id,
      value,
      why,
      usual,
      place:
        value === null || usual === null ? null : value < usual.low ? 'below' : value > usual.high ? 'above' : 'within',
      months: months.map((each) => ({ month: each.month, value: measure(each.flow).value })),
      flow,
    }
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

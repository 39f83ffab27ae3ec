import type { CalendarMonth } from '../calendar'
import type { History } from './history'
import { byProportions } from './proportions'
import { seasonOf } from './season'
import { workingDaysAround } from './spring-festival'

/** The level of the last three years, as courts use it. */
const levelMonths = 36

/**
 * Level and seasonal shape of a series, `count = level x factor of the season x part of the month`. The factors'
 * mean over twelve months is 1. `rates` are counts per working day of January and February: together they are one
 * season, and each year splits it by its working days, that is by where Spring Festival falls.
 */
export interface Shape {
  /** Mean count of a month at the present level. */
  readonly level: number
  readonly factors: readonly number[]
  readonly rates: readonly [january: number, february: number]
}

/** What the month takes of its season: 1 from March on; January and February share 2. */
export function partOf({ rates }: Pick<Shape, 'rates'>, month: CalendarMonth): number {
  const number = Number(month.slice(5))
  if (number > 2) return 1
  const [january, february] = workingDaysAround(Number(month.slice(0, 4)))
  const first = january * rates[0]
  const second = february * rates[1]
  return (2 * (number === 1 ? first : second)) / (first + second)
}

/** Expected count of a month at the present level. */
export const expectedIn = (shape: Shape, month: CalendarMonth): number =>
  shape.level * shape.factors[seasonOf(month)]! * partOf(shape, month)

/** A shape, and the series that it makes whole. */
export interface Fit extends Shape {
  /**
   * The series at the present level, without holes: months before a level shift are scaled to the level after it,
   * months not reported or marked as outliers hold what the shape expects of them.
   */
  readonly cleaned: readonly number[]
}

/**
 * Fits the shape by proportions: levels and factors in turn so that the sums by year and by season are those of the
 * series (the maximum-likelihood fit of counts in a two-way table). Years are counted back from the end and begin
 * anew at a level shift, so that neither growth nor a shift bends the shape. Whole years without holes give the
 * plain mean and the plain shares.
 */
export function fitShape(history: History): Fit {
  const { months, counts, shifts } = history
  const rates = januaryAndFebruary(history)
  const season = months.map(seasonOf)
  const part = months.map((month) => partOf({ rates }, month))
  const year = yearsOf(history)
  const { levels, factors } = byProportions(counts, year, season, part)
  const levelOver = (from: number, until: number): number | null => {
    let sum = 0
    let weight = 0
    for (let i = Math.max(0, from); i < until; i++) {
      if (counts[i] === null) continue
      sum += counts[i]!
      weight += factors[season[i]!]! * part[i]!
    }
    return weight > 0 ? sum / weight : null
  }
  const end = months.length
  const newest = shifts.at(-1) ?? 0
  const level = levelOver(Math.max(newest, end - levelMonths), end) ?? levelOver(end - levelMonths, end) ?? 0
  const starts = [0, ...shifts, end]
  const scales = starts.slice(0, -1).map((from, k) => {
    const old = from === newest ? 0 : (levelOver(from, starts[k + 1]!) ?? 0)
    return old > 0 ? level / old : 1
  })
  const cleaned = counts.map((count, i) => {
    const segment = starts.findLastIndex((from, k) => k < starts.length - 1 && from <= i)
    return (count ?? levels[year[i]!]! * factors[season[i]!]! * part[i]!) * scales[segment]!
  })
  return { level, factors, rates, cleaned }
}

/** Counts per working day of January and February, over the years in which both are known. */
function januaryAndFebruary({ months, counts }: History): [number, number] {
  const sums = [0, 0, 0, 0]
  months.forEach((month, i) => {
    const [january, february] = [counts[i], counts[i + 1]]
    if (!month.endsWith('-01') || typeof january !== 'number' || typeof february !== 'number') return
    const days = workingDaysAround(Number(month.slice(0, 4)))
    sums[0]! += january
    sums[1]! += february
    sums[2]! += days[0]
    sums[3]! += days[1]
  })
  return sums[0]! + sums[1]! > 0 ? [sums[0]! / sums[2]!, sums[1]! / sums[3]!] : [1, 1]
}

/** The year of each month: twelve months back from the end, a new one wherever the level shifts. */
function yearsOf({ months, shifts }: History): number[] {
  const years = months.map(() => 0)
  let year = 0
  let length = 0
  for (let i = months.length - 1; i >= 0; i--) {
    if (length === 12) [year, length] = [year + 1, 0]
    years[i] = year
    length += 1
    if (shifts.includes(i)) [year, length] = [year + 1, 0]
  }
  return years
}

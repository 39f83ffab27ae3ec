import { addDays, addMonths, differenceInCalendarDays } from 'date-fns'
import { addToMonth, dateOf, dayOf, lastDayOf, monthOf, type CalendarDate, type CalendarMonth } from '../calendar'
import { ages, pendingOf, type Caseload, type CaseRecord, type Measure } from './caseload'
import type { CaseType } from './case-type'
import type { Period } from '../period'

/**
 * The month of each index from `from` on, its last day, and the days before which a pending case is older than 3, 6 and
 * 12 months.
 */
interface Month {
  readonly month: CalendarMonth
  readonly end: CalendarDate
  readonly edges: readonly CalendarDate[]
}

const monthsOf = ({ from, until }: Period): Month[] => {
  const found: Month[] = []
  for (let month = from; month <= until; month = addToMonth(month, 1))
    found.push({
      month,
      end: lastDayOf(month),
      edges: [3, 6, 12].map((age) => lastDayOf(addToMonth(month, -age))),
    })
  return found
}

/** The last day of a case's statutory limit: null where it has none, undefined where nobody told it. */
type DueOf = (row: CaseRecord) => CalendarDate | null | undefined

/** Days from one date to another, remembered: a long list has few different days. */
function dayCounter(): (from: CalendarDate, to: CalendarDate) => number {
  const numbers = new Map<CalendarDate, number>()
  const start = dayOf('2000-01-01')
  const numberOf = (date: CalendarDate): number => {
    let number = numbers.get(date)
    if (number === undefined) numbers.set(date, (number = differenceInCalendarDays(dayOf(date), start)))
    return number
  }
  return (from, to) => numberOf(to) - numberOf(from)
}

/** What the list as a whole tells at all: a measure that no case speaks of is left out, never 0. */
interface Told {
  readonly limits: boolean
  readonly outcomes: boolean
  readonly enforcement: boolean
  readonly disputes: boolean
  readonly money: boolean
}

const told = (cases: readonly CaseRecord[], dueOf: DueOf): Told => ({
  limits: cases.some((row) => dueOf(row) !== undefined),
  outcomes: cases.some(({ outcome }) => outcome !== null),
  enforcement: cases.some(({ outcome }) => outcome === 'full' || outcome === 'terminated-for-now'),
  disputes: cases.some(({ dispute }) => dispute !== null),
  money: cases.some(({ claimed }) => claimed !== null),
})

const mediable = new Set<CaseRecord['outcome']>(['judgment', 'mediated', 'settled', 'withdrawn'])

/**
 * Counts a case list month by month: one row for each team, case type and month of the period, from the first month
 * in which the series has a case. Stocks follow from the dates, so they always add up; a case counts for the team that
 * the list names, so `moved` is 0.
 *
 * Where no case of a series has a limit that is told, none of its months tells how many were closed within it.
 */
export function countCases(
  cases: readonly CaseRecord[],
  period: Period,
  dueOf: DueOf = ({ due }) => due ?? undefined,
): Caseload[] {
  const months = monthsOf(period)
  const daysBetween = dayCounter()
  const newDisputes = firstOfDisputes(cases)
  const series = new Map<string, CaseRecord[]>()
  for (const row of cases) {
    if (monthOf(row.filed) > period.until || (row.closed !== null && monthOf(row.closed) < period.from)) continue
    const key = `${row.team} ${row.caseType}`
    const rows = series.get(key)
    if (rows === undefined) series.set(key, [row])
    else rows.push(row)
  }
  return [...series.values()].flatMap((rows) => countSeries(rows, months, dueOf, daysBetween, newDisputes))
}

/**
 * The last day of a case's statutory limit: as the list gives it, else that many months after filing as its case type
 * has it; a part of a month counts as so many of thirty days.
 */
export function dueBy(caseTypes: readonly Pick<CaseType, 'id' | 'limitMonths'>[]): DueOf {
  const limits = new Map(caseTypes.map(({ id, limitMonths }) => [id, limitMonths]))
  const known = new Map<string, CalendarDate>()
  return ({ due, caseType, filed }) => {
    const months = limits.get(caseType) ?? null
    if (due !== null) return due
    if (months === null) return undefined
    if (months === 0) return null
    const key = `${filed} ${months}`
    let last = known.get(key)
    if (last === undefined) {
      const whole = addMonths(dayOf(filed), Math.floor(months))
      known.set(key, (last = dateOf(addDays(whole, Math.round((months % 1) * 30)))))
    }
    return last
  }
}

/** Cases that begin their dispute: the first filed of those that name it. */
function firstOfDisputes(cases: readonly CaseRecord[]): Set<CaseRecord> {
  const first = new Map<string, CaseRecord>()
  for (const row of cases) {
    const dispute = row.dispute ?? row.id
    const known = first.get(dispute)
    if (known === undefined || row.filed < known.filed || (row.filed === known.filed && row.id < known.id))
      first.set(dispute, row)
  }
  return new Set(first.values())
}

function countSeries(
  rows: readonly CaseRecord[],
  months: readonly Month[],
  dueOf: DueOf,
  daysBetween: (from: CalendarDate, to: CalendarDate) => number,
  newDisputes: ReadonlySet<CaseRecord>,
): Caseload[] {
  const { team, caseType } = rows[0]!
  const first = months[0]!.month
  const place = new Map(months.map(({ month }, index) => [month, index]))
  const counts = months.map(() => ({ filed: 0, closed: 0, measures: {} as Record<Measure, number> }))
  const add = (index: number, measure: Measure, value: number): void => {
    const at = counts[index]!.measures
    at[measure] = (at[measure] ?? 0) + value
  }
  const tells = told(rows, dueOf)
  let carried = 0
  let begins = months.length
  for (const row of rows) {
    const filed = place.get(monthOf(row.filed)) ?? -1
    const closed = row.closed === null ? months.length : (place.get(monthOf(row.closed)) ?? months.length)
    begins = Math.min(begins, Math.max(filed, 0))
    if (filed < 0 && monthOf(row.filed) < first) carried++
    else {
      counts[filed]!.filed++
      if (newDisputes.has(row)) add(filed, 'disputes', 1)
    }
    for (let index = Math.max(filed, 0); index < closed && index < months.length; index++) {
      const [three, six, twelve] = months[index]!.edges as [string, string, string]
      const age = row.filed > three ? 0 : row.filed > six ? 1 : row.filed > twelve ? 2 : 3
      add(index, ages[age], 1)
    }
    if (row.closed === null || closed >= months.length) continue
    counts[closed]!.closed++
    const days = daysBetween(row.filed, row.closed)
    add(closed, 'days', days)
    const due = dueOf(row)
    if (due !== null && due !== undefined) {
      add(closed, 'limited', 1)
      if (row.closed <= due) add(closed, 'onTime', 1)
    }
    if (mediable.has(row.outcome)) add(closed, 'mediable', 1)
    if (row.outcome === 'mediated' || row.outcome === 'settled') add(closed, 'settled', 1)
    if (row.outcome === 'withdrawn') add(closed, 'withdrawn', 1)
    if (row.outcome === 'full') {
      add(closed, 'full', 1)
      add(closed, 'fullDays', days)
    }
    if (row.outcome === 'terminated-for-now') add(closed, 'terminated', 1)
    if (row.claimed !== null) {
      add(closed, 'claimed', row.claimed)
      add(closed, 'recovered', row.recovered ?? 0)
    }
  }
  const known: Measure[] = ['days', ...ages]
  if (tells.limits) known.push('limited', 'onTime')
  if (tells.outcomes) known.push('mediable', 'settled', 'withdrawn')
  if (tells.enforcement) known.push('full', 'fullDays', 'terminated')
  if (tells.disputes) known.push('disputes')
  if (tells.money) known.push('claimed', 'recovered')
  let stock = carried
  return months.slice(begins).map(({ month }, i) => {
    const { filed, closed, measures } = counts[begins + i]!
    const flow = { carried: stock, filed, closed, reopened: 0, moved: 0 }
    stock = pendingOf(flow)
    return {
      team,
      caseType,
      month,
      ...flow,
      pending: stock,
      measures: Object.fromEntries(known.map((measure) => [measure, measures[measure] ?? 0])),
      reportedClosingRate: null,
    }
  })
}

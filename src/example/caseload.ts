import { addToMonth, countCases, dueBy, pendingOf, type Caseload, type CaseRecord } from '../domain'
import { caseTypes } from './case-types'
import { lanesOf } from './lanes'
import { apportion, fleck } from './spread'
import { teams } from './units'

/**
 * Trial cases of 2021: with 612 carried over, 5,527 filed and 5,100 closed in enforcement they make the published
 * totals.
 */
const trial = { carried: 1012, pending: 348 }

/** Filings of earlier years, as a share of those of 2021; stocks at the end of a year, as a share of that of 2020. */
const years = [
  { year: 2017, filed: 0.7, stock: 0.95 },
  { year: 2018, filed: 0.77, stock: 1.1 },
  { year: 2019, filed: 0.86, stock: 1.05 },
  { year: 2020, filed: 0.84, stock: 1 },
]
const stockBefore = 0.8

/** From January to December: few filings around the Spring Festival and at the year's end, when closings peak. */
const filedByMonth = [0.95, 0.8, 1.1, 1.1, 1.05, 1.1, 1.05, 1, 1.1, 0.95, 1.05, 0.75]
const closedByMonth = [0.75, 0.7, 0.9, 0.95, 1, 1.15, 1, 0.95, 1.05, 1, 1.2, 1.55]
const festival: Readonly<Record<number, number>> = { 2017: 0, 2018: 1, 2019: 1, 2020: 0, 2021: 1 }
const epidemic: Readonly<Record<string, number>> = { '2020-02': 0.35, '2020-03': 0.65 }

/** Months that a case of the type usually lies. */
const lyingOf = new Map(caseTypes.map(({ id, months }) => [id, months]))
/** Statutory limit by case type, in months. */
const limitOf = new Map(caseTypes.map(({ id }) => [id, lanesOf(id).limitMonths ?? null]))

interface Series {
  readonly team: string
  readonly caseType: string
  /** Newly filed in 2021. */
  readonly filed: number
}

/** Sixty months, 2017 to 2021, of every team and case type; enforcement in 2021 is counted from the list of cases. */
export function caseload(list: readonly CaseRecord[]): Caseload[] {
  const all = teams.flatMap(({ id: team, department, filed }) =>
    filed.map(({ caseType, count }) => ({ team, caseType, filed: count, listed: department === 'enforcement' })),
  )
  const limits = dueBy([...limitOf].map(([id, limitMonths]) => ({ id, limitMonths })))
  const listed2021 = countCases(list, { from: '2021-01', until: '2021-12' }, limits)
  const heard = all.filter(({ listed }) => !listed)
  const weights = heard.map(({ caseType, filed }) => filed * lyingOf.get(caseType)!)
  const carried = apportion(trial.carried, weights)
  const pending = apportion(trial.pending, weights)
  return [
    ...heard.flatMap((series, i) => [
      ...earlierYears(series, carried[i]!),
      ...yearOf(series, 2021, carried[i]!, series.filed, pending[i]!),
    ]),
    ...all
      .filter(({ listed }) => listed)
      .flatMap((series) => {
        const counted = listed2021.filter(({ team, caseType }) => team === series.team && caseType === series.caseType)
        return [...earlierYears(series, counted[0]!.carried), ...counted]
      }),
  ]
}

/** 2017 to 2020, ending with the stock that 2021 begins with. */
function earlierYears(series: Series, carried2021: number): Caseload[] {
  let carried = Math.round(carried2021 * stockBefore)
  return years.flatMap(({ year, filed, stock }) => {
    const pending = Math.round(carried2021 * stock)
    const rows = yearOf(series, year, carried, Math.round(series.filed * filed), pending)
    carried = pending
    return rows
  })
}

/** A year from its totals: filings and closings by season, closings never more than there is. */
function yearOf({ team, caseType }: Series, year: number, carried: number, filed: number, pending: number): Caseload[] {
  const months = Array.from({ length: 12 }, (_, i) => addToMonth(`${year}-01`, i))
  const seasonal = (shape: readonly number[], what: string): number[] =>
    months.map((month, i) => {
      const dip = (festival[year] === i ? 0.6 : 1) * (epidemic[month] ?? 1)
      return shape[i]! * dip * (0.85 + 0.3 * fleck(what, team, caseType, month))
    })
  const filings = apportion(filed, seasonal(filedByMonth, 'filed'))
  const closings = apportion(carried + filed - pending, seasonal(closedByMonth, 'closed'))
  let stock = carried
  let waiting = 0
  return months.map((month, i) => {
    const wanted = closings[i]! + waiting
    const closed = Math.min(wanted, stock + filings[i]!)
    waiting = wanted - closed
    const row = rowOf(team, caseType, month, stock, filings[i]!, closed)
    stock = row.pending
    return row
  })
}

/**
 * A month's row, with what else is told of a trial team's cases: made up, of a plausible size, and never more than
 * there is.
 */
function rowOf(
  team: string,
  caseType: string,
  month: string,
  carried: number,
  filed: number,
  closed: number,
): Caseload {
  const flow = { carried, filed, closed, reopened: 0, moved: 0 }
  const pending = pendingOf(flow)
  const lying = lyingOf.get(caseType)!
  const share = (what: string, least: number, most: number): number =>
    least + (most - least) * fleck(what, team, caseType, month)
  const limited = limitOf.get(caseType) === 0 ? 0 : closed
  const settled = Math.floor(closed * share('settled', 0.22, 0.4))
  const withdrawn = Math.floor(closed * share('withdrawn', 0.1, 0.2))
  const [pendingTo3, pendingTo6, pendingTo12, pendingOver12] = apportion(pending, agesAfter(lying))
  return {
    team,
    caseType,
    month,
    ...flow,
    pending,
    measures: {
      limited,
      onTime: Math.ceil(limited * share('onTime', 0.9, 1)),
      days: Math.round(closed * lying * 30 * share('days', 0.85, 1.2)),
      mediable: closed,
      settled,
      withdrawn,
      disputes: Math.ceil(filed * share('disputes', 0.72, 0.86)),
      pendingTo3,
      pendingTo6,
      pendingTo12,
      pendingOver12,
    },
    reportedClosingRate: null,
  }
}

/** How pending cases of a type that lies so many months are spread over the ages: a tail that thins out. */
const agesAfter = (lying: number): number[] => {
  const left = (months: number): number => Math.exp(-months / (0.8 * lying + 0.6))
  return [1 - left(3), left(3) - left(6), left(6) - left(12), left(12)]
}

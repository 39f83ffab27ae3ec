import { differenceInCalendarDays } from 'date-fns'
import { dayOf, type CalendarDate, type CaseRecord } from '../domain'
import { apportion, datesIn, fleck, interleave } from './spread'
import { teams } from './units'

/**
 * What the court published of enforcement in 2021, and how the list of cases is made to yield it by counting: the books
 * of the year close on 10 December, so that the 5,100 closings are both those of the month's end and of the year
 * (26.3 % of which fell in the last month), and no case is filed or closed in the rest of December.
 */
const report = {
  carried: 612,
  before: { until: '2021-11-10', filed: 5088, closed: 3759, full: 656, days: 64_787 },
  after: { until: '2021-12-10', filed: 439, closed: 1341, full: 366, days: 31_537 },
} as const

interface Filed {
  readonly team: string
  readonly caseType: string
  readonly filed: CalendarDate
  /** When the case would be closed if everybody had time. */
  readonly ready: number
}

/** Every enforcement case that was open at some time in 2021. */
export function cases(): CaseRecord[] {
  const cases = filedCases()
  const closings = [
    ...datesIn('2021-01-04', report.before.until, report.before.closed, ({ length }) => length),
    ...datesIn('2021-11-11', report.after.until, report.after.closed),
  ]
  const closedOn = match(cases, closings)
  const full = new Set(
    [report.before, report.after].flatMap(({ full: count, days, until }, i) => {
      const since = i === 0 ? '' : report.before.until
      const pool = [...closedOn].filter(([, closed]) => since < closed && closed <= until)
      const lasting = pool.map(([index, closed]) => ({
        index,
        days: dayNumber(closed) - dayNumber(cases[index]!.filed),
      }))
      return pickWithSum(lasting, count, days)
    }),
  )
  return cases.map(({ team, caseType, filed }, index) => {
    const closed = closedOn.get(index) ?? null
    const id = `zx${String(index + 1).padStart(4, '0')}`
    const outcome = closed === null ? null : outcomeOf(full.has(index), id)
    const dispute = `jf${String(caseType === 'enforce-resumed' ? resumedFrom(index) : index + 1).padStart(4, '0')}`
    return { id, team, caseType, filed, closed, outcome, due: null, dispute, ...amounts(id, outcome) }
  })
}

/** All cases in order of filing, each series with as many as its team's table says. */
function filedCases(): Filed[] {
  const series = teams
    .filter(({ department }) => department === 'enforcement')
    .flatMap(({ id: team, filed }) => filed.map(({ caseType, count }) => ({ team, caseType, count })))
  const mixed = (counts: readonly number[]) => interleave(series.map((each, i) => [each, counts[i]!] as const))
  const filedIn2021 = series.map(({ count }) => count)
  const carried = mixed(apportion(report.carried, filedIn2021))
  const busier = (date: CalendarDate): number => (date < '2020-10' ? 0.5 : 1.2)
  const dates = [
    ...datesIn('2020-06-01', '2020-12-31', report.carried, busier),
    ...datesIn('2021-01-04', report.before.until, report.before.filed),
    ...datesIn('2021-11-11', report.after.until, report.after.filed),
  ]
  return [...carried, ...mixed(filedIn2021)].map(({ team, caseType }, i) => {
    const filed = dates[i]!
    const lag = 20 + Math.round(190 * fleck('lag', i))
    return { team, caseType, filed, ready: dayNumber(filed) + lag }
  })
}

/** Gives each closing date, in order, to the case that has been ready longest and was filed some days before. */
function match(cases: readonly Filed[], closings: readonly CalendarDate[]): Map<number, CalendarDate> {
  const waiting = cases.map((each, index) => ({ ...each, index })).toSorted((a, b) => a.ready - b.ready)
  const closedOn = new Map<number, CalendarDate>()
  for (const closed of closings) {
    const latest = dayNumber(closed) - 5
    const place = waiting.findIndex(({ filed }) => dayNumber(filed) <= latest)
    closedOn.set(waiting.splice(place, 1)[0]!.index, closed)
  }
  return closedOn
}

/** Picks so many entries that their days add up exactly: a first pick, then exchanges until the sum is right. */
function pickWithSum(pool: { index: number; days: number }[], count: number, sum: number): number[] {
  const order = pool.toSorted((a, b) => fleck('full', a.index) - fleck('full', b.index))
  const picked = order.slice(0, count)
  const others = order.slice(count)
  for (let missing = sum - picked.reduce((total, { days }) => total + days, 0), i = 0; missing !== 0; i++) {
    const place = i % count
    const step = Math.sign(missing) * Math.min(Math.abs(missing), 30)
    const other = others.findIndex(({ days }) => days === picked[place]!.days + step)
    if (other === -1) continue
    ;[picked[place], others[other]] = [others[other]!, picked[place]!]
    missing -= step
  }
  return picked.map(({ index }) => index)
}

function outcomeOf(full: boolean, id: string): CaseRecord['outcome'] {
  if (full) return 'full'
  const at = fleck('outcome', id)
  return at < 0.55 ? 'terminated-for-now' : at < 0.82 ? 'settled' : at < 0.95 ? 'withdrawn' : 'other'
}

/** A resumed case goes on with a dispute that was there before. */
const resumedFrom = (index: number): number => 1 + Math.floor(index * fleck('dispute', index))

/** Yuan claimed, and what of it was recovered by the closing: made up, of a plausible size. */
function amounts(id: string, outcome: CaseRecord['outcome']): Pick<CaseRecord, 'claimed' | 'recovered'> {
  const claimed = Math.round(3000 + 180_000 * fleck('claimed', id) ** 3)
  const share = outcome === 'full' ? 1 : outcome === 'settled' ? 0.55 : outcome === 'terminated-for-now' ? 0.08 : 0
  return { claimed, recovered: outcome === null ? null : Math.round(claimed * share) }
}

const dayNumbers = new Map<CalendarDate, number>()

/** Days since the first of 2020, remembered: thousands of cases share few hundred days. */
function dayNumber(date: CalendarDate): number {
  const known = dayNumbers.get(date)
  if (known !== undefined) return known
  const number = differenceInCalendarDays(dayOf(date), dayOf('2020-01-01'))
  dayNumbers.set(date, number)
  return number
}

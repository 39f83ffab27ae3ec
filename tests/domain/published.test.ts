import { describe, expect, it } from 'vitest'
import { addToMonth, disagreements, measureOn, needOf, type Court } from '../../src/domain'
import { divide, exactly, meets, multiply, rounded, subtract, type Interval } from '../../src/domain/interval'
import published from '../published.json'
import { month, smallCourt } from './small-court'

/** An indicator of the whole court in a year, as it is built in. */
const figure = (court: Court, id: string, year: number): number =>
  measureOn(court, id, `${year + 1}-01-01`, {}, { from: `${year}-01`, until: `${year}-12` })!.value!

describe('published need', () => {
  const fteOf = (filings: number, minutes: number, yearMinutes: number): number => {
    const court = smallCourt({
      settings: { yearMinutes: { judge: yearMinutes } },
      caseTypes: [{ id: 'loan', name: 'Case', category: 'contract', weights: { judge: minutes } }],
      caseload: [month('fast', '2021-03', filings)],
    })
    return needOf(court, '2022-01-04').find(({ post }) => post === 'fast/judge')!.fte!
  }
  it('of 500 traffic accidents is 1.20 judges', () => {
    const { filings, minutes, yearMinutes, fte } = published.trafficAccidents
    const need = fteOf(filings, minutes, yearMinutes)
    expect(need).toBeCloseTo(1.1962, 4)
    expect(meets(rounded(fte, 2), exactly(need))).toBe(true)
  })
  it('is computed from the mean of three years, not from its rounded display', () => {
    const { meanCases, displayedCases, hours, total } = published.defenders
    expect(meets(rounded(total, 0), exactly(meanCases * hours))).toBe(true)
    expect(meets(rounded(total, 0), exactly(displayedCases * hours))).toBe(false)
    const court = smallCourt({
      settings: { filingsMonths: 36, yearMinutes: { judge: 60 } },
      caseTypes: [{ id: 'loan', name: 'Case', category: 'contract', weights: { judge: hours * 60 } }],
      caseload: [month('fast', '2019-05', 18), month('fast', '2020-05', 18), month('fast', '2021-05', 19)],
    })
    const need = needOf(court, '2022-01-04').find(({ post }) => post === 'fast/judge')!.fte!
    expect(meets(rounded(total, 0), exactly(need))).toBe(true)
  })
  it('of all types follows the year value', () => {
    const { allHours, yearHours, fte } = published.defenders
    expect(meets(rounded(fte, 2), exactly(fteOf(allHours, 60, yearHours * 60)))).toBe(true)
    expect(meets(rounded(591.5, 1), exactly(fteOf(allHours, 60, 1650 * 60)))).toBe(true)
    expect(meets(rounded(769.1, 1), exactly(fteOf(allHours, 60, 1269 * 60)))).toBe(true)
  })
  it('takes a weight of events times their frequency', () => {
    const { minutes, frequency, weight } = published.eventWeight
    expect(meets(rounded(weight, 0), multiply(rounded(minutes, 2), rounded(frequency, 2)))).toBe(true)
  })
  it('adds up points as it does minutes', () => {
    const { weights, cases, total } = published.points
    const court = smallCourt({
      settings: { yearMinutes: { judge: 1 } },
      caseTypes: [
        { id: 'a', name: 'A', category: 'contract', weights: { judge: weights.a } },
        { id: 'b', name: 'B', category: 'contract', weights: { judge: weights.b } },
      ],
      caseload: [
        { ...month('fast', '2021-05', cases.a), caseType: 'a' },
        { ...month('fast', '2021-05', cases.b), caseType: 'b' },
      ],
    })
    expect(needOf(court, '2022-01-04').find(({ post }) => post === 'fast/judge')!.sum).toMatchObject({ minutes: total })
  })
})

describe('published closing rates', () => {
  const { court2021: report } = published
  const court = smallCourt({
    caseload: [month('fast', '2021-01', report.accepted - 900, { carried: 900, closed: report.closed })],
    people: Array.from({ length: report.judges }, (_, i) => ({
      id: `j${i}`,
      name: 'J',
      role: 'judge' as const,
      joined: '2010-01-01',
    })),
  })
  it('of the court are 91.37 % and 506 a judge', () => {
    expect(meets(rounded(report.closingRate, 2), exactly(figure(court, 'closing-rate', 2021)))).toBe(true)
    expect(meets(rounded(report.closedPerJudge, 0), exactly(figure(court, 'closed-per-judge', 2021)))).toBe(true)
  })
  it('of enforcement follow from the whole numbers, before, after and between', () => {
    const { before, after, closedInMonth, shareOfYear, changePoints } = report.enforcement
    for (const { closed, accepted, full, closingRate: rate, fullRate } of [before, after]) {
      expect(meets(rounded(rate, 2), exactly((closed / accepted) * 100))).toBe(true)
      expect(meets(rounded(fullRate, 2), exactly((full / closed) * 100))).toBe(true)
    }
    expect(after.closed - before.closed).toBe(closedInMonth)
    expect(meets(rounded(shareOfYear, 1), exactly((closedInMonth / after.closed) * 100))).toBe(true)
    const change = subtract(rounded(after.closingRate, 2), rounded(before.closingRate, 2))
    expect(meets(rounded(changePoints, 2), change)).toBe(true)
  })
  it('of payments rose by 93.2 %', () => {
    const { before, after, change } = report.payments
    expect(meets(rounded(change, 1), exactly((after / before - 1) * 100))).toBe(true)
  })
  // Both counts are published in units of ten thousand, rounded: a hundredth of them are whole numbers.
  const loadIn = ({ year, cases, judges }: (typeof published.load)[number]): number => {
    const heads = Math.round(judges * 100)
    const own = { id: 'load', version: 1, since: '2000-01-01', unit: 'cases', source: 'Own' } as const
    const nation = smallCourt({
      indicators: [{ ...own, name: 'Accepted per judge', numerator: ['accepted'], denominator: ['judges'] }],
      caseload: [month('fast', `${year}-01`, Math.round(cases * 100))],
      people: Array.from({ length: heads }, (_, i) => ({
        id: `j${i}`,
        name: 'J',
        role: 'judge' as const,
        joined: '2010-01-01',
      })),
    })
    return figure(nation, 'load', year)
  }
  it.each(published.load)('were $perJudge cases a judge in $year', (vector) => {
    const decimals = String(vector.perJudge).split('.')[1]!.length
    expect(meets(rounded(vector.perJudge, decimals), exactly(loadIn(vector)))).toBe(true)
  })
  it('a judge grew 1.79 times in four years', () => {
    const [before, after] = published.load.map(loadIn)
    expect(meets(rounded(1.79, 2), exactly(after! / before! - 1))).toBe(true)
  })
})

/** The year's cases in twelve months, the odd ones in the last. */
function overTheYear(year: number, carried: number, filed: number, closed: number) {
  let stock = carried
  return Array.from({ length: 12 }, (_, at) => {
    const part = (all: number): number => Math.floor(all / 12) + (at === 11 ? all % 12 : 0)
    const row = month('fast', addToMonth(`${year}-01`, at), part(filed), { carried: stock, closed: part(closed) })
    stock = row.pending
    return row
  })
}

describe('a state court over three years', () => {
  /** What the published clearance rate, itself rounded, allows as closed cases. */
  const closedIn = ({ filed, clearance }: { filed: number; clearance: number }): Interval =>
    divide(multiply(rounded(clearance, 1), exactly(filed)), exactly(100))
  it.each(published.stateCourt)('$year: the figures agree unless the filings are impossible', (row) => {
    const { filed, pending, clearance, congestion, turnoverMonths = null } = row
    const counts = { carried: null, filed, closed: null, pending, months: 12 }
    const found = [...disagreements(counts, { clearance, congestion, turnover: turnoverMonths })]
    expect(found.map(({ rate }) => rate)).toEqual(row.consistent === false ? ['congestion', 'turnover'] : [])
  })
  it('2019: our figures lie in the intervals that the published ones allow', () => {
    const row = published.stateCourt[1]!
    const { low, high } = closedIn(row)
    for (const closed of [Math.ceil(low), Math.floor(high)]) {
      const carried = row.pending + closed - row.filed
      const court = smallCourt({ caseload: overTheYear(2019, carried, row.filed, closed) })
      expect(meets(rounded(row.clearance, 1), exactly(figure(court, 'clearance-rate', 2019)))).toBe(true)
      expect(figure(court, 'congestion', 2019)).toBeGreaterThan(66.244)
      expect(figure(court, 'congestion', 2019)).toBeLessThan(66.265)
      expect(meets(rounded(row.turnoverMonths!, 0), exactly(12 / figure(court, 'turnover', 2019)))).toBe(true)
      expect(meets({ low: 716, high: 718 }, exactly(figure(court, 'disposition-time', 2019)))).toBe(true)
    }
  })
  it('2018: congestion and disposition time are those published', () => {
    const row = published.stateCourt[0]!
    const closed = Math.round((row.filed * row.clearance) / 100)
    const court = smallCourt({ caseload: overTheYear(2018, row.pending + closed - row.filed, row.filed, closed) })
    expect(meets(rounded(row.congestion, 1), exactly(figure(court, 'congestion', 2018)))).toBe(true)
    expect(meets({ low: 756.5, high: 757.5 }, exactly(figure(court, 'disposition-time', 2018)))).toBe(true)
  })
  it('2023: the filings that congestion implies are another number', () => {
    const { pending, congestion: share, clearance, filed } = published.stateCourt[2]!
    const implied = (pending * (100 / share - 1) * 100) / clearance
    expect(implied).toBeGreaterThan(1_990_000)
    expect(implied).toBeLessThan(2_020_000)
    expect(filed / implied).toBeGreaterThan(3)
  })
})

import { describe, expect, it } from 'vitest'
import { courtFile, filedByMonth, marksFor, monthsFrom, needOf, overridesFor, type Court } from '../../../src/domain'
import { forecastFilings } from '../../../src/domain/forecast/filings'
import { yearAhead, type ForecastOf, type YearAhead } from '../../../src/domain/need/year-ahead'
import { generated, wave } from '../forecast/generated'

const date = '2024-01-08'
const draws = process.env['FULL'] === undefined ? 100 : 500

/** Two teams of one division and one of another; `loans` has the history given, `family` only its last months. */
function courtOf(loans: Readonly<Record<string, number | null>>, changes: Record<string, unknown> = {}): Court {
  const row = (team: string, month: string, filed: number) => ({
    ...{ team, caseType: 'loan', month, carried: 0, filed, closed: filed, pending: 0 },
  })
  return courtFile.parse({
    format: 'frontline-court/1',
    id: 'c',
    name: 'Court',
    settings: { yearMinutes: { judge: 100_000, clerk: 100_000 } },
    departments: [
      { id: 'civil', name: 'Civil', kind: 'trial' },
      { id: 'office', name: 'Office', kind: 'administrative' },
    ],
    teams: [
      { id: 'loans', name: 'Loans', department: 'civil' },
      { id: 'family', name: 'Family', department: 'civil' },
    ],
    posts: [
      { unit: 'loans', role: 'judge', fixed: 0.5 },
      { unit: 'loans', role: 'clerk', ratioTo: { role: 'judge', per: 2 } },
      { unit: 'family', role: 'judge' },
      { unit: 'office', role: 'clerk', fixed: 3 },
    ],
    caseTypes: [{ id: 'loan', name: 'Loan', category: 'loan', weights: { judge: 150 } }],
    caseload: [
      ...Object.entries(loans).map(([month, filed]) => row('loans', month, filed ?? 0)),
      ...monthsFrom('2023-10', 3).map((month) => row('family', month, 30)),
    ],
    ...changes,
  })
}
const forecastOf =
  (court: Court): ForecastOf =>
  (unit, until) =>
    forecastFilings({
      series: filedByMonth(court, unit, date),
      marks: marksFor(court, unit),
      overrides: overridesFor(court, unit),
      horizon: until === '2024-12' ? 12 : NaN,
    })
function yearOf(court: Court): YearAhead {
  const { value, why } = yearAhead(court, date, forecastOf(court))
  if (value === null) throw new Error(why.code)
  return value
}
const threeYears = generated(7, 36, (i) => 80 * wave(i))

describe(yearAhead.name, () => {
  it('takes the percentile of the sum of the year, not of each month', () => {
    const court = courtOf(threeYears)
    const { from, until, teams } = yearOf(court)
    expect([from, until]).toEqual(['2024-01', '2024-12'])
    const [loans] = teams
    const forecast = forecastOf(court)('loans', until)
    if (forecast.why !== null) throw new Error(forecast.why.code)
    const added = forecast.months.reduce((sum, { high }) => sum + high, 0)
    const expected = forecast.months.reduce((sum, month) => sum + month.expected, 0)
    expect(loans!.expected).toBeCloseTo(expected, 9)
    expect(loans!.high).toBeGreaterThan(expected)
    expect(loans!.high).toBeLessThan(added - 0.25 * (added - expected))
  })

  it('is passed by about one year in ten', () => {
    let [years, higher] = [0, 0]
    for (let seed = 1; seed <= draws; seed++) {
      const series = generated(seed, 48, (i) => 60 * wave(i))
      const known = Object.fromEntries(Object.entries(series).filter(([month]) => month < '2024-01'))
      const came = Object.entries(series).reduce((sum, [month, count]) => sum + (month < '2024-01' ? 0 : count!), 0)
      years++
      if (came > yearOf(courtOf(known)).teams[0]!.high) higher++
    }
    expect(higher / years).toBeGreaterThan(0.02)
    expect(higher / years).toBeLessThan(0.2)
  })

  it('stretches what scales with cases and leaves the fixed part', () => {
    const court = courtOf(threeYears)
    const { need, teams } = yearOf(court)
    const today = new Map(needOf(court, date).map(({ post, fte }) => [post, fte!]))
    const { high, filed } = teams.find(({ team }) => team === 'loans')!
    const judges = ((today.get('loans/judge')! - 0.5) * high) / filed + 0.5
    expect(need['loans/judge']).toBeCloseTo(judges, 9)
    expect(need['loans/clerk']).toBeCloseTo(2 * judges, 9)
    expect(need['office/clerk']).toBe(3)
  })

  it('takes a department for a team whose own history is too short', () => {
    const court = courtOf(threeYears)
    const [loans, family] = yearOf(court).teams
    expect([loans!.history, family!.history]).toEqual(['loans', 'civil'])
    expect(family!.filed).toBe(90)
    const forecast = forecastOf(court)('civil', '2024-12')
    if (forecast.why !== null) throw new Error(forecast.why.code)
    const expected = forecast.months.reduce((sum, month) => sum + month.expected, 0)
    expect(family!.expected).toBeCloseTo((expected * 90) / (90 + loans!.filed), 9)
  })

  it('says why where no history is long enough, or need does not follow filings', () => {
    const short = courtOf(
      generated(7, 36, () => 20),
      {},
    )
    const few = { ...short, caseload: short.caseload.filter(({ month }) => month >= '2023-08') }
    expect(yearAhead(few, date, forecastOf(few)).why).toEqual({
      code: 'forecast-history-short',
      facts: { months: 5, needed: 12 },
    })
    const none = { ...short, caseload: [] }
    expect(yearAhead(none, date, forecastOf(none)).why?.code).toBe('forecast-nothing-reported')
    const shared = { ...short, settings: { ...short.settings, needMode: 'pro-rata' as const } }
    expect(yearAhead(shared, date, forecastOf(shared)).why?.code).toBe('need-shares-people')
  })

  it('is the same on every machine', () => {
    const [loans] = yearOf(courtOf(threeYears)).teams
    expect(yearOf(courtOf(threeYears))).toEqual(yearOf(courtOf(threeYears)))
    // Written down once: 1,000 futures drawn with one seed.
    expect(loans!.high).toBeCloseTo(1079.089684, 6)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addToMonth,
  builtIn,
  builtInIds,
  builtInOf,
  flowOf,
  indicator,
  isCounted,
  isStock,
  measure,
  measureOn,
  monthsFrom,
  monthsIn,
  monthsUntil,
  type Court,
  type Measured,
  type Period,
  type Scope,
} from '../../../src/domain'
import { month, smallCourt } from '../small-court'

const rows = [
  month('fast', '2021-01', 100, { carried: 20, closed: 90 }),
  month('fast', '2021-02', 40, { carried: 30, closed: 50 }),
  month('slow', '2021-02', 10, { carried: 5, closed: 3 }),
]
const court = smallCourt({ caseload: rows })
const twoMonths = { from: '2021-01', until: '2021-02' }
const figure = (of: Court, id: string, period: Period = twoMonths, scope: Scope = {}): Measured =>
  measureOn(of, id, '2022-01-01', scope, period)!
/** A month whose stock adds up, with measures and whatever else. */
const told = (team: string, at: string, filed: number, measures: Record<string, number>, more = {}) => ({
  ...month(team, at, filed, more),
  measures,
})

describe('indicators of a flow of cases', () => {
  it('count what was carried over once, at the beginning', () => {
    const flow = flowOf(court, {}, twoMonths)
    expect(flow).toMatchObject({ carried: 25, filed: 150, accepted: 175, closed: 143, pending: 32, days: 59 })
    expect(flow.pending).toBe(flow.accepted - flow.closed)
  })
  it('keep their sum and their rows', () => {
    expect(figure(court, 'closing-rate')).toMatchObject({ numerator: 143, denominator: 175, why: null })
    expect(figure(court, 'closing-rate').value).toBeCloseTo(81.714, 3)
    expect(figure(court, 'clearance-rate').value).toBeCloseTo((143 / 150) * 100, 9)
    expect(figure(court, 'disposition-time').value).toBeCloseTo((59 * 32) / 143, 9)
    expect(figure(court, 'congestion').value).toBeCloseTo((32 / 175) * 100, 9)
    expect(figure(court, 'turnover').value).toBeCloseTo(143 / 32, 9)
    expect(figure(court, 'filed')).toMatchObject({ value: 150, denominator: null })
    expect(figure(court, 'closing-rate').rows).toEqual(court.caseload)
    expect(figure(court, 'closed-per-judge')).toMatchObject({ value: 143, denominator: 1 })
  })
  it('say so when they cannot be computed, instead of 0, NaN or Infinity', () => {
    const idle = smallCourt({ caseload: [month('fast', '2021-01', 0)] })
    for (const id of ['closing-rate', 'clearance-rate', 'disposition-time', 'congestion', 'turnover']) {
      expect(figure(court, id, { from: '2030-01', until: '2030-12' })).toMatchObject({
        value: null,
        why: { code: 'nothing-reported' },
      })
      expect(figure(idle, id)).toMatchObject({ value: null, why: { code: 'nothing-to-divide-by' } })
    }
    const nobody = smallCourt({ caseload: rows, people: [] })
    expect(figure(nobody, 'closed-per-judge').why?.code).toBe('nothing-to-divide-by')
    expect(figure(nobody, 'load-per-person').why?.code).toBe('nothing-to-divide-by')
  })
  it('of a court without filings are its closings and its stock alone', () => {
    const still = smallCourt({ caseload: [month('fast', '2021-01', 0, { carried: 10, closed: 4 })] })
    expect(figure(still, 'clearance-rate').why?.code).toBe('nothing-to-divide-by')
    expect(figure(still, 'closing-rate').value).toBe(40)
    expect(figure(still, 'filed').value).toBe(0)
  })
  it('of a court without closings have no time to disposition', () => {
    const stuck = smallCourt({ caseload: [month('fast', '2021-01', 10)] })
    expect(figure(stuck, 'disposition-time').why?.code).toBe('nothing-to-divide-by')
    expect(figure(stuck, 'closing-rate').value).toBe(0)
    expect(figure(stuck, 'congestion').value).toBe(100)
  })
  it('count a team that starts in the middle of the year from its own first month', () => {
    const late = smallCourt({
      caseload: [
        ...monthsFrom('2021-01', 12).map((at) => month('fast', at, 10, { closed: 10 })),
        month('slow', '2021-07', 60, { closed: 10 }),
        ...monthsFrom('2021-08', 4).map((at) => month('slow', at, 0, { carried: 50 })),
        month('slow', '2021-12', 0, { carried: 50, closed: 40 }),
      ],
    })
    const year = { from: '2021-01', until: '2021-12' }
    expect(figure(late, 'disposition-time', year, { team: 'slow' }).value).toBeCloseTo((184 * 10) / 50, 9)
    expect(figure(late, 'disposition-time', year).days).toBe(365)
    expect(figure(late, 'disposition-time', { from: '2021-01', until: '2022-12' }).days).toBe(365)
  })
  it('take moved cases from one team and give them to the other, and leave the court as it is', () => {
    const moved = smallCourt({
      caseload: [
        { ...month('fast', '2021-01', 10, { carried: 10, closed: 5 }), moved: -6, pending: 9 },
        { ...month('slow', '2021-01', 0, { closed: 2 }), moved: 6, pending: 4 },
      ],
    })
    const [fast, slow, all] = [{ team: 'fast' }, { team: 'slow' }, {}].map((scope) => flowOf(moved, scope, twoMonths))
    expect([fast!.moved, slow!.moved, all!.moved]).toEqual([-6, 6, 0])
    expect([fast!.pending, slow!.pending, all!.pending]).toEqual([9, 4, 13])
    expect(figure(moved, 'closing-rate', twoMonths, { team: 'slow' }).why?.code).toBe('nothing-to-divide-by')
    expect(figure(moved, 'closing-rate').value).toBe(35)
  })
})

describe(isCounted, () => {
  const reading = (id: 'pending' | 'closing-rate') => {
    const { first, last } = figure(court, id)
    const { numerator, denominator } = builtInOf(id)
    return { terms: [...numerator, ...denominator], first: new Set(first), last: new Set(last) }
  }
  it('adds up to the terms of a sum: the first month of what was carried over, the last of a stock', () => {
    const { rows: all, numerator } = figure(court, 'pending')
    const sum = (id: 'pending' | 'closing-rate', field: 'pending' | 'carried' | 'filed') =>
      all.reduce((total, row) => (isCounted(field, row, reading(id)) ? total + row[field] : total), 0)
    expect(sum('pending', 'pending')).toBe(numerator)
    expect(sum('pending', 'filed')).toBe(0)
    expect(sum('closing-rate', 'carried') + sum('closing-rate', 'filed')).toBe(175)
  })
  it('calls a stock what is read at the end alone', () => {
    const of = (id: string) => isStock(builtIn.find((each) => each.id === id)!)
    expect(['pending', 'long-pending', 'long-pending-share'].every(of)).toBe(true)
    expect(['filed', 'closing-rate', 'disposition-time'].some(of)).toBe(false)
  })
})

describe('a month that some of the teams miss', () => {
  const partly = smallCourt({ caseload: [...rows, month('fast', '2021-03', 70, { carried: 20, closed: 60 })] })
  const march = { from: '2021-03', until: '2021-03' }
  it('has no figure over several teams, however it lies in the period, and says how many are missing', () => {
    for (const period of [march, { from: '2021-01', until: '2021-03' }])
      for (const id of ['closing-rate', 'filed', 'pending'])
        expect(figure(partly, id, period)).toMatchObject({
          value: null,
          why: { code: 'teams-missing', facts: { month: '2021-03', teams: 1 } },
        })
    expect(flowOf(partly, {}, march).missing).toEqual([{ month: '2021-03', teams: ['slow'] }])
  })
  it('leaves the months before, and the teams that have it, as they are', () => {
    expect(figure(partly, 'filed').value).toBe(150)
    expect(figure(partly, 'filed', march, { team: 'fast' }).value).toBe(70)
    expect(figure(partly, 'filed', march, { track: 'fast-track' }).value).toBe(70)
    expect(figure(partly, 'filed', march, { team: 'slow' }).why?.code).toBe('nothing-reported')
  })
  it('is no month of a team without posts, which is not open any more', () => {
    const closed = { ...partly, posts: partly.posts.filter(({ unit }) => unit !== 'slow') }
    expect(figure(closed, 'filed', march).value).toBe(70)
  })
  it('counts for the case types alone that the missing teams hear', () => {
    const types = [...partly.caseTypes, { ...partly.caseTypes[0]!, id: 'sale', name: 'Sale' }]
    const sale = { ...partly.caseload.at(-1)!, caseType: 'sale' }
    const two = { ...partly, caseTypes: types, caseload: [...partly.caseload, sale] }
    expect(figure(two, 'filed', march, { caseType: 'sale' }).value).toBe(70)
    expect(figure(two, 'filed', march, { caseType: 'loan' }).why?.code).toBe('teams-missing')
  })
})

describe('measures that a month may tell', () => {
  it('are never taken as 0 where they are not reported', () => {
    const [loan] = smallCourt().caseTypes
    const withLimit = (limitMonths: number | null) =>
      smallCourt({
        caseTypes: [{ ...loan!, limitMonths }],
        caseload: [
          told('fast', '2021-02', 10, { limited: 8, onTime: 6 }, { closed: 8 }),
          month('slow', '2021-02', 5, { closed: 5 }),
        ],
      })
    const half = withLimit(6)
    const found = figure(half, 'on-time-rate')
    expect(found).toMatchObject({
      value: null,
      why: { code: 'measure-not-reported', facts: { measure: 'onTime', rows: 1, from: '2021-02', until: '2021-02' } },
    })
    expect(found.parts.numerator[0]!.missing.map(({ team }) => team)).toEqual(['slow'])
    expect(figure(half, 'on-time-rate', twoMonths, { team: 'fast' }).value).toBe(75)
    expect(figure(withLimit(null), 'on-time-rate').why).toMatchObject({
      code: 'limit-not-told',
      facts: { caseTypes: 1, rows: 1, from: '2021-02' },
    })
  })
  it('are 0 where there was nothing to tell of', () => {
    const idle = smallCourt({
      caseload: [told('fast', '2021-02', 10, { limited: 8, onTime: 6 }, { closed: 8 }), month('slow', '2021-02', 5)],
    })
    expect(figure(idle, 'on-time-rate').value).toBe(75)
  })
  it('are read in the last month where they are a stock', () => {
    const ages = smallCourt({
      caseload: [
        told('fast', '2021-01', 10, { pendingOver12: 4 }),
        told('fast', '2021-02', 10, { pendingOver12: 5 }, { carried: 10 }),
        told('slow', '2021-02', 10, { pendingOver12: 1 }),
      ],
    })
    expect(figure(ages, 'long-pending').value).toBe(6)
    expect(figure(ages, 'long-pending-share').value).toBe(20)
  })
  it('may be taken off', () => {
    const net = indicator.parse({
      id: 'net',
      version: 1,
      since: '2020-01-01',
      name: 'Net',
      unit: 'percent',
      numerator: ['closed', '-terminated'],
      denominator: ['closed'],
    })
    const some = smallCourt({ caseload: [told('fast', '2021-01', 10, { terminated: 3 }, { closed: 10 })] })
    expect(measure(some, net, {}, twoMonths)).toMatchObject({ value: 70, numerator: 7 })
  })
})

describe('weighted cases', () => {
  const types = [
    { id: 'loan', name: 'Loan', category: 'contract', weights: { judge: 100, clerk: 100 } },
    { id: 'estate', name: 'Estate', category: 'property', weights: { judge: 400, clerk: 200 } },
    { id: 'odd', name: 'Odd', category: 'property', weights: {} },
  ]
  const row = (caseType: string, filed: number) => ({ ...month('slow', '2021-01', filed), caseType })
  const of = (...caseload: ReturnType<typeof row>[]) => smallCourt({ caseTypes: types, caseload })
  it('weigh 1 in the mean of the types that have minutes', () => {
    expect(figure(of(row('loan', 10), row('estate', 10)), 'weighted-filed').value).toBeCloseTo(20, 9)
    expect(figure(of(row('loan', 10)), 'weighted-filed').value).toBeCloseTo(5, 9)
    expect(figure(of(row('estate', 10)), 'weighted-filed').value).toBeCloseTo(15, 9)
  })
  it('cannot be told of a type without a weight', () =>
    expect(figure(of(row('loan', 10), row('odd', 2)), 'weighted-filed').why).toMatchObject({
      code: 'case-type-without-weight',
      facts: { rows: 1 },
    }))
  it('are shared by the people at the front line on the last day', () => {
    const staffed = smallCourt({
      caseTypes: types,
      caseload: [row('loan', 10)],
      assignments: [{ person: 'bo', unit: 'slow', role: 'clerk', from: '2020-01-01', share: 0.5 }],
    })
    expect(figure(staffed, 'load-per-person')).toMatchObject({ value: 10, denominator: 0.5 })
    expect(figure(staffed, 'load-per-person', twoMonths, { caseType: 'loan' }).why?.code).toBe(
      'people-not-by-case-type',
    )
    expect(figure(staffed, 'closed-per-judge', twoMonths, { team: 'slow' }).why?.code).toBe('nothing-to-divide-by')
  })
})

describe('whose cases count', () => {
  const mixed = smallCourt({
    departments: [
      { id: 'civil', name: 'Civil', kind: 'trial', division: 'A' },
      { id: 'bureau', name: 'Bureau', kind: 'enforcement', division: 'B' },
    ],
    teams: [
      { id: 'fast', name: 'Fast', department: 'civil', track: 'fast-track' },
      { id: 'slow', name: 'Slow', department: 'civil', track: 'complex' },
      { id: 'force', name: 'Force', department: 'bureau' },
    ],
    posts: [],
    caseload: [
      month('fast', '2021-01', 1, { closed: 1 }),
      month('slow', '2021-01', 2, { closed: 1 }),
      month('force', '2021-01', 4, { closed: 1 }),
    ],
  })
  const filed = (scope: Scope) => figure(mixed, 'filed', twoMonths, scope).value
  it.each<[Scope, number]>([
    [{}, 7],
    [{ division: 'A' }, 3],
    [{ department: 'bureau' }, 4],
    [{ team: 'slow' }, 2],
    [{ track: 'fast-track' }, 1],
    [{ caseType: 'loan' }, 7],
    [{ division: 'A', track: 'complex' }, 2],
  ])('%j', (scope, expected) => expect(filed(scope)).toBe(expected))
  it('nothing where the named parts do not meet', () => expect(filed({ division: 'B', track: 'complex' })).toBeNull())
  it('enforcement alone for its own indicators', () =>
    expect(figure(mixed, 'enforcement-closing-rate')).toMatchObject({ value: 25, denominator: 4 }))
  it('without the categories and types that a definition leaves out', () => {
    const definition = { ...builtInOf('filed'), excludedCategories: ['contract'] }
    expect(measure(mixed, definition, {}, twoMonths).why?.code).toBe('nothing-reported')
    expect(measure(mixed, { ...builtInOf('filed'), excludedCaseTypes: ['x'] }, {}, twoMonths).value).toBe(7)
  })
})

/** Any history of up to two teams over a year; stocks carry over, some start late, cases move between the teams. */
const histories = fc
  .array(fc.tuple(fc.nat(60), fc.nat(200), fc.nat(100), fc.nat(5)), { minLength: 12, maxLength: 12 })
  .map((plan) => {
    const stock: Record<string, number> = { fast: 30, slow: 0 }
    return plan.flatMap(([filed, close, share, give], at) => {
      const month = addToMonth('2021-01', at)
      const moved = Math.min(give, stock.fast!)
      return (['fast', 'slow'] as const).map((team) => {
        const own = team === 'fast' ? filed : Math.floor((filed * share) / 100)
        const balance = team === 'fast' ? -moved : moved
        const carried = stock[team]!
        const closed = Math.min(close, carried + own + balance)
        stock[team] = carried + own + balance - closed
        return { team, caseType: 'loan', month, carried, filed: own, closed, moved: balance, pending: stock[team] }
      })
    })
  })
const year = { from: '2021-01', until: '2021-12' }
const additive = ['filed', 'closed', 'pending', 'weighted-filed', 'weighted-closed'] as const

describe('any caseload', () => {
  it('adds up: the teams are the court, the months are the year', () =>
    fc.assert(
      fc.property(histories, (caseload) => {
        const any = smallCourt({ caseload })
        for (const id of additive) {
          const whole = figure(any, id, year).value!
          const teams = any.teams.map(({ id: team }) => figure(any, id, year, { team }).value!)
          expect(teams[0]! + teams[1]!).toBeCloseTo(whole, 6)
          if (id === 'pending') continue
          const months = monthsIn(year).map((at) => figure(any, id, monthsUntil(at, 1)).value!)
          expect(months.reduce((sum, each) => sum + each, 0)).toBeCloseTo(whole, 6)
        }
        const flow = flowOf(any, {}, year)
        expect(flow.pending).toBe(flow.carried + flow.filed + flow.reopened + flow.moved - flow.closed)
        expect(flow.pending).toBe(figure(any, 'pending', monthsUntil('2021-12', 1)).value)
      }),
    ))
  it('is bound by the identities of its indicators', () =>
    fc.assert(
      fc.property(histories, (caseload) => {
        const any = smallCourt({ caseload })
        const [turnover, congestion, time] = (['turnover', 'congestion', 'disposition-time'] as const).map(
          (id) => figure(any, id, year).value,
        )
        if (turnover === null || time === null || turnover === 0) return
        expect(congestion! / 100).toBeCloseTo(1 / (1 + turnover!), 9)
        expect(time).toBeCloseTo(365 / turnover!, 6)
      }),
    ))
  it('gives a finite figure or a reason, for every indicator, scope and period', () =>
    fc.assert(
      fc.property(
        histories,
        fc.constantFrom(...builtInIds),
        fc.constantFrom<Scope>({}, { team: 'slow' }, { track: 'complex' }, { caseType: 'loan' }, { team: 'gone' }),
        fc.integer({ min: -3, max: 14 }),
        fc.integer({ min: 0, max: 14 }),
        (caseload, id, scope, from, length) => {
          const start = addToMonth('2021-01', from)
          const found = figure(smallCourt({ caseload }), id, { from: start, until: addToMonth(start, length) }, scope)
          expect(found.value === null).toBe(found.why !== null)
          if (found.value !== null) expect(Number.isFinite(found.value)).toBe(true)
        },
      ),
    ))
  it('has all the indicators of the field built in', () => expect(builtIn.length).toBe(23))
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  builtInOf,
  caseRecord,
  countDays,
  courseByDay,
  definitionOn,
  flowOfDays,
  measureDays,
  shareOfClosed,
  measureOn,
  type IndicatorDefinition,
} from '../../../src/domain'
import { month, smallCourt } from '../small-court'

const shape = {
  departments: [
    { id: 'bureau', name: 'Bureau', kind: 'enforcement' as const },
    { id: 'civil', name: 'Civil', kind: 'trial' as const },
  ],
  teams: [
    { id: 'fast', name: 'Fast', department: 'bureau', categories: ['enforcement'] },
    { id: 'trial', name: 'Trial', department: 'civil', categories: ['contract'] },
  ],
  posts: [],
  caseTypes: [
    { id: 'loan', name: 'Loan', category: 'enforcement', weights: {} },
    { id: 'fine', name: 'Fine', category: 'penalty', weights: {} },
  ],
} satisfies Parameters<typeof smallCourt>[0]
const court = smallCourt(shape)
const cases = [
  { id: 'a', filed: '2020-11-02', closed: '2020-12-31', outcome: 'full' },
  { id: 'b', filed: '2020-11-02', closed: '2021-01-01', outcome: 'full' },
  { id: 'c', filed: '2021-03-01', closed: '2021-03-31', outcome: 'settled' },
  { id: 'd', filed: '2021-03-01', closed: '2021-04-10', outcome: 'full', caseType: 'fine' },
  { id: 'e', filed: '2021-05-01' },
  { id: 'f', filed: '2021-12-01' },
  { id: 'g', filed: '2021-02-01', closed: '2021-02-02', outcome: 'judgment', team: 'trial' },
].map((row) => caseRecord.parse({ team: 'fast', caseType: 'loan', ...row }))
const year = { from: '2021-01-01', until: '2021-12-31' }
const counted = countDays(cases, year)
const upTo = (until: string) => ({ from: year.from, until })
const figure = (id: string, span = upTo('2021-11-10'), of = court) =>
  measureDays(of, definitionOn(of, id, span.until)!, counted, span)

describe('indicators day by day', () => {
  it('count the cases of the bureau in a span of days', () => {
    expect(figure('enforcement-closing-rate')).toMatchObject({ value: 75, numerator: 3, denominator: 4 })
    expect(figure('full-enforcement-rate').value).toBeCloseTo(66.667, 3)
    expect(figure('days-to-full-enforcement').value).toBe((60 + 40) / 2)
    expect(figure('closing-rate')).toMatchObject({ value: 80, numerator: 4, denominator: 5 })
    expect(figure('pending').value).toBe(1)
  })
  it('say why where there is no figure', () => {
    const december = { from: '2021-12-01', until: '2021-12-31' }
    const quiet = { from: '2021-12-02', until: '2021-12-31' }
    expect(figure('full-enforcement-rate', december)).toMatchObject({
      value: null,
      why: { code: 'nothing-to-divide-by' },
    })
    expect(figure('full-enforcement-rate', quiet)).toMatchObject({ value: null, why: { code: 'nothing-reported' } })
    expect(figure('terminated-rate')).toMatchObject({
      value: null,
      why: { code: 'measure-not-by-day', facts: { measure: 'terminated' } },
      numerator: null,
    })
  })
  it('follow the court’s own version, from the day it is in force', () => {
    const own: IndicatorDefinition = {
      ...builtInOf('enforcement-closing-rate'),
      version: 2,
      since: '2021-11-10',
      denominator: ['filed'],
      excludedCategories: ['penalty'],
    }
    const changed = { ...court, indicators: [own] }
    expect(figure('enforcement-closing-rate', upTo('2021-11-09'), changed).value).toBe(75)
    expect(figure('enforcement-closing-rate', upTo('2021-11-10'), changed)).toMatchObject({
      value: 100,
      numerator: 2,
      denominator: 2,
      flow: { closed: 2, filed: 2 },
    })
  })
  it('have a course that ends with the figure of the span', () => {
    const course = courseByDay(court, builtInOf('enforcement-closing-rate'), counted, upTo('2021-11-10'))
    expect(course).toHaveLength(314)
    expect(course[0]).toEqual({ date: '2021-01-01', value: 100 })
    expect(course.at(-1)!.value).toBe(figure('enforcement-closing-rate').value)
    const full = courseByDay(court, builtInOf('full-enforcement-rate'), counted, {
      from: '2021-02-01',
      until: '2021-03-31',
    })
    expect(full[0]!.value).toBeNull()
    expect(full.at(-1)!.value).toBe(0)
  })
  it('tell what part of a period closed', () => {
    const [part, whole] = ['2021-04-01', '2021-01-01'].map((from) => flowOfDays(counted, { from, until: '2021-11-10' }))
    expect(shareOfClosed(part!, whole!)).toMatchObject({ value: 25, numerator: 1, denominator: 4, flow: part })
    expect(shareOfClosed(part!, flowOfDays(counted, { from: '2021-12-01', until: '2021-12-31' })).why?.code).toBe(
      'nothing-to-divide-by',
    )
  })
})

it('an indicator of whole months is the same counted from months and from days', () =>
  fc.assert(
    fc.property(
      fc.array(fc.record({ filed: fc.nat(5), done: fc.nat(6) }), { minLength: 1, maxLength: 6 }),
      fc.constantFrom('closing-rate', 'clearance-rate', 'turnover', 'congestion', 'closed', 'enforcement-closing-rate'),
      (months, id) => {
        let stock = 2
        const list = Array.from({ length: stock }, () => ({ filed: '2020-12-31', closed: null as string | null }))
        const rows = months.map(({ filed, done }, at) => {
          const of = `2021-0${at + 1}`
          const closed = Math.min(done, stock + filed)
          for (let n = 0; n < filed; n++) list.push({ filed: `${of}-03`, closed: null })
          for (const each of list.filter((row) => row.closed === null).slice(0, closed)) each.closed = `${of}-20`
          const row = month('fast', of, filed, { carried: stock, closed })
          stock = row.pending
          return row
        })
        const given = list.map((row, at) => caseRecord.parse({ ...row, id: `c${at}`, team: 'fast', caseType: 'loan' }))
        const until = `2021-0${months.length}`
        const span = { from: '2021-01-01', until: `${until}-28` }
        const byDay = measureDays(court, builtInOf(id), countDays(given, span), span)
        const byMonth = measureOn(
          smallCourt({ ...shape, caseload: rows }),
          id,
          span.until,
          {},
          { from: '2021-01', until },
        )!
        // Months without anything are reported as such; a case list has nothing to say of them.
        if (byDay.why?.code === 'nothing-reported') expect(rows.every((row) => row.filed + row.closed === 0)).toBe(true)
        else expect([byDay.value, byDay.why]).toEqual([byMonth.value, byMonth.why])
      },
    ),
  ))

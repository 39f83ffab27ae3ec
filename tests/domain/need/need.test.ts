import { describe, expect, it } from 'vitest'
import { needOf } from '../../../src/domain'
import { month, smallCourt } from '../small-court'

const caseload = [
  month('fast', '2020-12', 900),
  month('fast', '2021-01', 300),
  month('fast', '2021-12', 200),
  month('fast', '2022-01', 77),
]
const of = (court: ReturnType<typeof smallCourt>, post: string, date = '2022-01-04') => {
  const need = needOf(court, date).find((each) => each.post === post)!
  if (need.sum.mode !== 'weights') throw new Error(`not from weights: ${post}`)
  return { ...need, sum: need.sum }
}

describe('need', () => {
  it('is newly filed cases of the whole months before the date, times minutes, over the year value', () => {
    const need = of(smallCourt({ caseload, settings: { yearMinutes: { judge: 99_900 } } }), 'fast/judge')
    expect(need.sum.window).toEqual({
      kind: 'last-months',
      from: '2021-01',
      until: '2021-12',
      months: 12,
      reported: 2,
      counted: 12,
    })
    expect(need.sum.lines).toEqual([{ caseType: 'loan', filed: 500, weight: 239, minutes: 119_500 }])
    expect(need.fte).toBeCloseTo(119_500 / 99_900, 12)
  })
  it('does not count the month that the date lies in, not even on its last day', () => {
    expect(of(smallCourt({ caseload }), 'fast/judge', '2021-12-31').sum.lines[0]!.filed).toBe(1200)
    expect(of(smallCourt({ caseload }), 'fast/judge', '2022-02-01').sum.lines[0]!.filed).toBe(277)
  })
  it('brings another window to a year', () => {
    const court = smallCourt({ caseload, settings: { filingsMonths: 24, yearMinutes: { judge: 100_000 } } })
    expect(of(court, 'fast/judge').fte).toBeCloseTo((1400 * 239) / 2 / 100_000, 12)
    expect(of(court, 'fast/judge').sum.minutes).toBe((1400 * 239) / 2)
  })
  it('adds the fixed FTE, and offices need that alone', () => {
    const court = smallCourt({ caseload, settings: { yearMinutes: { judge: 80_000, clerk: 100_000 } } })
    expect(of(court, 'fast/clerk').fte).toBeCloseTo(500 * (100 / 100_000) + 0.25, 12)
    expect(of(court, 'office/clerk').fte).toBe(1.5)
    expect(of(court, 'civil/judge').fte).toBe(0.4)
    expect(of(court, 'slow/judge').fte).toBe(0)
  })
  it('says so where a role with cases has no year value', () => {
    const court = smallCourt({ caseload, settings: { yearMinutes: { judge: 80_000 } } })
    expect(of(court, 'fast/clerk')).toMatchObject({
      fte: null,
      why: { code: 'year-value-missing', facts: { role: 'clerk' } },
    })
    expect(of(court, 'slow/clerk')).toMatchObject({ fte: 0, why: null })
  })
})

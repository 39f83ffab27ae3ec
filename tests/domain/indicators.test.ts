import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import {
  caseload,
  clearanceRate,
  closedPerJudge,
  closingRate,
  congestion,
  courtWarnings,
  dispositionTime,
  flowIn,
  turnover,
} from '../../src/domain'
import { month, smallCourt } from './small-court'

const rows = [
  month('fast', '2021-01', 100, { carried: 20, closed: 90 }),
  month('fast', '2021-02', 40, { carried: 30, closed: 50 }),
  month('slow', '2021-02', 10, { carried: 5, closed: 3 }),
].map((row) => caseload.parse(row))
const flow = flowIn(rows, { from: '2021-01', until: '2021-02' })

describe('indicators of a flow of cases', () => {
  it('count what was carried over once, at the beginning', () => {
    expect(flow).toMatchObject({ carried: 25, filed: 150, accepted: 175, closed: 143, pending: 32, days: 59 })
    expect(flow.pending).toBe(flow.accepted - flow.closed)
  })
  it('keep their sum', () => {
    expect(closingRate(flow)).toMatchObject({ numerator: 143, denominator: 175, unit: 'percent', why: null })
    expect(closingRate(flow).value).toBeCloseTo(81.714, 3)
    expect(clearanceRate(flow).value).toBeCloseTo((143 / 150) * 100, 9)
    expect(dispositionTime(flow).value).toBeCloseTo((59 * 32) / 143, 9)
    expect(congestion(flow).value).toBeCloseTo((32 / 175) * 100, 9)
    expect(turnover(flow).value).toBeCloseTo(143 / 32, 9)
    expect(closingRate(flow).rows).toEqual(rows)
    expect(closedPerJudge(flow, smallCourt(), '2021-02-28')).toMatchObject({ value: 143, denominator: 1 })
  })
  it('say so when they cannot be computed, instead of 0 or NaN', () => {
    const nothing = flowIn(rows, { from: '2030-01', until: '2030-12' })
    const idle = flowIn([caseload.parse(month('fast', '2021-01', 0))], { from: '2021-01', until: '2021-01' })
    for (const of of [closingRate, clearanceRate, dispositionTime, congestion, turnover]) {
      expect(of(nothing)).toMatchObject({ value: null, why: 'nothing-reported' })
      expect(of(idle)).toMatchObject({ value: null, why: 'nothing-to-divide-by' })
    }
    expect(closedPerJudge(flow, { people: [] }, '2021-02-28').value).toBeNull()
  })
  it('are bound by their identities', () =>
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.nat(1000), (carried, filed, close) => {
        const closed = Math.min(close, carried + filed)
        const { pending, ...of } = flowIn([caseload.parse(month('fast', '2024-02', filed, { carried, closed }))], {
          from: '2024-02',
          until: '2024-02',
        })
        const all = { pending, ...of }
        if (closed === 0 || pending === 0) return
        expect(congestion(all).value! / 100).toBeCloseTo(1 / (1 + turnover(all).value!), 9)
        expect(dispositionTime(all).value).toBeCloseTo(29 / turnover(all).value!, 9)
      }),
    ))
})

describe('warnings of a court', () => {
  const warned = (more: object[]) => [...courtWarnings({ caseload: more.map((row) => caseload.parse(row)) })]
  it('point out a stock that does not carry over, months in any order', () => {
    expect(warned([month('fast', '2021-02', 5, { carried: 9 }), month('fast', '2021-01', 10)])).toEqual([
      { code: 'stock-does-not-carry-over', path: ['caseload', 0, 'carried'], facts: { value: 9, right: 10 } },
    ])
    expect(warned(rows)).toEqual([])
  })
  it('point out a reported rate that its counts do not allow', () => {
    const row = month('fast', '2021-01', 16_070 - 800, { carried: 800, closed: 14_683 })
    expect(warned([{ ...row, reportedClosingRate: 91.37 }])).toEqual([])
    expect(warned([{ ...row, reportedClosingRate: 91 }])).toEqual([])
    expect(warned([{ ...row, reportedClosingRate: 91.4 }])).toEqual([])
    expect(warned([{ ...row, reportedClosingRate: 91.38 }])).toEqual([
      {
        code: 'reported-rate-differs',
        path: ['caseload', 0, 'reportedClosingRate'],
        facts: { value: 91.38, right: 91.37 },
      },
    ])
  })
})

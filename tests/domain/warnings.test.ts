import { describe, expect, it } from 'vitest'
import { caseload, courtWarnings } from '../../src/domain'
import { month } from './small-court'

const rows = [
  month('fast', '2021-01', 100, { carried: 20, closed: 90 }),
  month('fast', '2021-02', 40, { carried: 30, closed: 50 }),
  month('slow', '2021-02', 10, { carried: 5, closed: 3 }),
]

describe('warnings of a court', () => {
  const warned = (more: object[]) => [...courtWarnings({ caseload: more.map((row) => caseload.parse(row)) })]
  it('point out a stock that does not carry over, months in any order', () => {
    expect(warned([month('fast', '2021-02', 5, { carried: 9 }), month('fast', '2021-01', 10)])).toEqual([
      { code: 'stock-does-not-carry-over', path: ['caseload', 0, 'carried'], facts: { value: 9, right: 10 } },
    ])
    expect(warned(rows)).toEqual([])
  })
  it('point out pending cases of a type of which the next month tells nothing, where it tells of the team', () => {
    const before = month('fast', '2021-01', 10)
    const other = { ...month('fast', '2021-02', 5), caseType: 'other' }
    expect(warned([before, other])).toEqual([
      { code: 'stock-not-carried-on', path: ['caseload', 0, 'pending'], facts: { value: 10, right: '2021-02' } },
    ])
    expect(warned([before, { ...other, team: 'slow' }])).toEqual([])
    expect(warned([{ ...before, closed: 10, pending: 0 }, other])).toEqual([])
    expect(warned([before, other, month('fast', '2021-02', 5, { carried: 10 })])).toEqual([])
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

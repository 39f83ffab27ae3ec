import { describe, expect, it } from 'vitest'
import { againstOf, periodOf } from '../../../src/app/caseload/period'

describe('a period', () => {
  it.each([
    ['month', '2021-05', '2021-05', '2021-05'],
    ['quarter', '2021-05', '2021-04', '2021-06'],
    ['quarter', '2021-01', '2021-01', '2021-03'],
    ['year', '2021-05', '2021-01', '2021-12'],
    ['twelve', '2021-05', '2020-06', '2021-05'],
    ['range', '2021-05', '2020-11', '2021-05'],
  ] as const)('%s at %s runs from %s to %s', (kind, at, from, until) =>
    expect(periodOf(kind, at, '2020-11', '2021-12')).toEqual({ from, until }),
  )
  it('that is not over ends with the caseload, so that it meets the same months of last year', () => {
    const year = periodOf('year', '2021-08', '', '2021-08')
    expect(year).toEqual({ from: '2021-01', until: '2021-08' })
    expect(againstOf(year, null)).toEqual({ from: '2020-01', until: '2020-08' })
    expect(periodOf('quarter', '2021-08', '', '2021-08')).toEqual({ from: '2021-07', until: '2021-08' })
  })
  it('named the wrong way round is turned', () =>
    expect(periodOf('range', '2020-01', '2020-06', '2021-12')).toEqual({ from: '2020-01', until: '2020-06' }))
  it('is compared with as many months before any other month', () =>
    expect(againstOf({ from: '2021-04', until: '2021-06' }, '2019-03')).toEqual({ from: '2019-01', until: '2019-03' }))
})

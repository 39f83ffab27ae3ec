import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { disagreements, type Reported } from '../../../src/domain'

const counts = { carried: 100, filed: 300, closed: 320, pending: 80, months: 12 }
const rates = (reported: Reported, more: object = {}) =>
  [...disagreements({ ...counts, ...more }, reported)].map(({ rate }) => rate)

describe(disagreements.name, () => {
  it('lets rates pass as they are printed', () => {
    expect(rates({ closingRate: 80, clearance: 106.67, congestion: 20, turnover: 3 })).toEqual([])
    expect(rates({ closingRate: 80.0, clearance: 107, congestion: 20.0, turnover: 3.0 })).toEqual([])
  })
  it('names each rate that the counts do not allow, with what they allow', () => {
    expect(rates({ closingRate: 81, clearance: 106.68, congestion: 21, turnover: 4 })).toEqual([
      'closingRate',
      'clearance',
      'congestion',
      'turnover',
    ])
    expect([...disagreements(counts, { closingRate: 81 })][0]).toEqual({
      rate: 'closingRate',
      value: 81,
      low: 80,
      high: 80,
    })
  })
  it('says nothing of what cannot be computed', () => {
    expect(rates({ closingRate: 50, congestion: 50, turnover: 5 }, { closed: null })).toEqual([])
    expect(rates({ clearance: 50, turnover: 1 }, { filed: 0, closed: 0 })).toEqual([])
    expect(rates({ closingRate: 50 }, { carried: null })).toEqual([])
  })
  it('takes the closed cases from a clearance rate where they are not told', () => {
    expect(rates({ clearance: 106.7, congestion: 20 }, { closed: null })).toEqual([])
    expect(rates({ clearance: 50.0, congestion: 20 }, { closed: null })).toEqual(['congestion'])
  })
  it('never objects to a rate that is rounded from the counts themselves', () => {
    const some = fc.record({
      carried: fc.nat(10_000),
      filed: fc.nat(10_000),
      closed: fc.nat(10_000),
      pending: fc.nat(10_000),
      decimals: fc.nat(3),
    })
    fc.assert(
      fc.property(some, ({ carried, filed, closed, pending, decimals }) => {
        fc.pre(carried + filed > 0 && filed > 0 && closed > 0)
        const printed = (value: number): number => Number(value.toFixed(decimals))
        const reported = {
          closingRate: printed((100 * closed) / (carried + filed)),
          clearance: printed((100 * closed) / filed),
          congestion: printed((100 * pending) / (pending + closed)),
          turnover: printed((12 * pending) / closed),
        }
        expect([...disagreements({ carried, filed, closed, pending, months: 12 }, reported)]).toEqual([])
      }),
    )
  })
})

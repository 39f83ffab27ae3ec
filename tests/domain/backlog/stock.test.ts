import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  closingsFromWeight,
  closingsMeasured,
  closingsToReach,
  fteToClose,
  monthsFrom,
  monthsToTarget,
  projectStock,
  staffToClose,
} from '../../../src/domain'
import { role } from './outlook'

const cases = fc.double({ min: 0, max: 500, noNaN: true })
const flows = fc
  .array(fc.record({ filed: cases, capacity: cases }), { maxLength: 30 })
  .map((rows) => monthsFrom('2022-01', rows.length).map((month, i) => ({ month, ...rows[i]! })))

describe(projectStock.name, () => {
  it('keeps the flow identity, closes no more than it can, and never falls below zero', () => {
    fc.assert(
      fc.property(cases, flows, (stock, months) => {
        let carried = stock
        for (const month of projectStock(stock, months)) {
          expect(month.carried).toBe(carried)
          expect(month.pending).toBeCloseTo(month.carried + month.filed - month.closed, 9)
          expect(month.pending).toBeGreaterThanOrEqual(0)
          expect(month.closed).toBeLessThanOrEqual(month.capacity)
          carried = month.pending
        }
      }),
    )
  })
  it('grows by all filings where nobody works, and of nothing makes nothing', () => {
    const idle = monthsFrom('2022-01', 3).map((month) => ({ month, filed: 10, capacity: 0 }))
    expect(projectStock(5, idle).map(({ pending }) => pending)).toEqual([15, 25, 35])
    expect(projectStock(5, [])).toEqual([])
    const empty = monthsFrom('2022-01', 2).map((month) => ({ month, filed: 0, capacity: 30 }))
    expect(projectStock(0, empty)).toMatchObject([{ closed: 0, pending: 0 }, { closed: 0 }])
  })
})

describe(monthsToTarget.name, () => {
  it('is 0 where the stock is there, and never where it stands still', () => {
    expect(monthsToTarget({ stock: 100, target: 100 }, { filed: 10, capacity: 0 })).toBe(0)
    expect(monthsToTarget({ stock: 101, target: 100 }, { filed: 10, capacity: 10 })).toBe('never')
    expect(monthsToTarget({ stock: 101, target: 100 }, { filed: 0.3, capacity: 0.1 + 0.2 })).toBe('never')
    expect(monthsToTarget({ stock: 1, target: 0 }, { filed: 0, capacity: 0 })).toBe('never')
  })
  it('sees a target that is reached before the stock grows again', () => {
    const months = monthsFrom('2022-01', 2).map((month) => ({ month, filed: 0, capacity: 50 }))
    expect(monthsToTarget({ stock: 90, target: 15, months }, { filed: 50, capacity: 10 })).toBeCloseTo(1.625, 9)
  })
  it('takes longer the higher the stock, and never a negative or endless time', () => {
    fc.assert(
      fc.property(cases, cases, cases, flows, cases, cases, (stock, more, target, months, filed, capacity) => {
        const after = { filed, capacity }
        const [low, high] = [stock, stock + more].map((each) => monthsToTarget({ stock: each, target, months }, after))
        if (low === 'never') expect(high).toBe('never')
        else expect(low).toBeGreaterThanOrEqual(0)
        if (low !== 'never' && high !== 'never') {
          expect(high).toBeGreaterThanOrEqual(low! - 1e-6)
          expect(Number.isFinite(high)).toBe(true)
        }
      }),
    )
  })
})

describe('people and closings', () => {
  it('cannot be told where the date has passed or nobody closes anything', () => {
    expect(closingsToReach(600, 120, 0, 100).why?.code).toBe('target-date-passed')
    expect(fteToClose(100, 0).why?.code).toBe('nobody-closes')
    expect(fteToClose(0, 0).value).toBe(0)
    expect(closingsFromWeight(80_000, 0).why?.code).toBe('capacity-unknown')
    expect(closingsMeasured([10, 10], [0, 0]).why?.code).toBe('closings-unmeasured')
    expect(staffToClose(10, { closings: 0, roles: [] }).why?.code).toBe('nobody-closes')
  })
  it('are never below zero, even where the stock may grow', () => {
    expect(closingsToReach(0, 10_000, 12, 100).value).toBe(0)
  })
  it('come from weights or from what was', () => {
    expect(closingsFromWeight(99_900, 239).value).toBeCloseTo(99_900 / 12 / 239, 9)
    expect(closingsMeasured([90, 110, 100], [3, 4, 3]).value).toBe(30)
  })
  it('of each role keep their fixed work, and reach the target when they are there', () => {
    const staffing = { closings: 100, roles: [role('judge', 5.5, 4, 0.5), role('clerk', 2, 3)] }
    const demand = staffToClose(120, staffing).value!
    expect(demand).toEqual([
      { role: 'judge', fte: 6.5, have: 4, more: 2.5 },
      { role: 'clerk', fte: 2.4, have: 3, more: 0 },
    ])
  })
})

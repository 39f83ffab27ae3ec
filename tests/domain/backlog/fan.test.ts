import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthsFrom } from '../../../src/domain'
import { fanOf } from '../../../src/domain/backlog/fan'
import { forecastFilings } from '../../../src/domain/forecast/filings'
import { randomFrom } from '../../../src/domain/random'
import { generated, wave } from '../forecast/generated'

const forecast = forecastFilings({ series: generated(4, 48, (i) => 100 * wave(i)) })
if (forecast.why !== null) throw new Error(forecast.why.code)
const { errors, months: filed } = forecast
const withCapacity = (capacity: number) => filed.map(({ month, expected }) => ({ month, expected, capacity }))
const shares = ['p10', 'p25', 'p50', 'p75', 'p90'] as const

describe(fanOf.name, () => {
  it('gives the same futures for the same seed, others for another', () => {
    const ask = { stock: 300, months: withCapacity(110), errors }
    expect(fanOf({ ...ask, seed: 7 })).toEqual(fanOf({ ...ask, seed: 7 }))
    expect(fanOf({ ...ask, seed: 8 })).not.toEqual(fanOf({ ...ask, seed: 7 }))
  })
  it('opens with time and keeps its lines in order, never below zero', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(200), fc.integer(), (stock, capacity, seed) => {
        const fan = fanOf({ stock, months: withCapacity(capacity), errors, futures: 50, seed })
        for (const month of fan) {
          const line = shares.map((share) => month[share])
          expect(line).toEqual(line.toSorted((a, b) => a - b))
          expect(line[0]).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 50 },
    )
    const fan = fanOf({ stock: 5000, months: withCapacity(100), errors })
    expect(fan.at(-1)!.p90 - fan.at(-1)!.p10).toBeGreaterThan(2 * (fan[0]!.p90 - fan[0]!.p10))
  })
  it('is lowered by more capacity in every line of every month', () => {
    const [few, many] = [105, 118].map((capacity) => fanOf({ stock: 200, months: withCapacity(capacity), errors }))
    for (const [i, month] of few!.entries())
      for (const share of shares) expect(many![i]![share]).toBeLessThanOrEqual(month[share])
  })
  it('is a single line where the forecast was never off', () => {
    const months = monthsFrom('2022-01', 12).map((month) => ({ month, expected: 100, capacity: 120 }))
    const fan = fanOf({ stock: 600, months, errors: { common: [0], own: [0] } })
    for (const share of shares) expect(fan.at(-1)![share]).toBe(360)
    expect(fanOf({ stock: 600, months, errors: { common: [], own: [] }, futures: 0 })[0]!.p50).toBe(600)
  })
  it('holds about four of five of the futures that the filings really took', () => {
    let [inside, all] = [0, 0]
    for (let seed = 1; seed <= 60; seed++) {
      const series = Object.entries(generated(seed, 60, (i) => 100 * wave(i)))
      const known = forecastFilings({ series: Object.fromEntries(series.slice(0, 48)) })
      if (known.why !== null) throw new Error(known.why.code)
      const months = known.months.map(({ month, expected }) => ({ month, expected, capacity: 90 }))
      const fan = fanOf({ stock: 2000, months, errors: known.errors, futures: 400 })
      let stock = 2000
      for (const [i, { p10, p90 }] of fan.entries()) {
        stock += series[48 + i]![1]! - 90
        all += 1
        if (p10 <= stock && stock <= p90) inside += 1
      }
    }
    expect(inside / all).toBeGreaterThan(0.65)
    expect(inside / all).toBeLessThan(0.95)
  })
})

describe(randomFrom.name, () => {
  it('is spread evenly from 0 up to but without 1', () => {
    const random = randomFrom(1)
    const counts = new Array<number>(10).fill(0)
    for (let i = 0; i < 10_000; i++) counts[Math.floor(random() * 10)]! += 1
    expect(Math.min(...counts)).toBeGreaterThan(900)
    expect(Math.max(...counts)).toBeLessThan(1100)
  })
})

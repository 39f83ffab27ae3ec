import { readFileSync } from 'node:fs'
import { initSync, MSTL } from '@bsull/augurs/mstl'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { forecastFilings, type FilingsForecast, type FilingsRequest } from '../../../src/domain/forecast/filings'
import type { Forecaster } from '../../../src/domain/forecast/method'
import { seasonalEts } from '../../../src/domain/forecast/seasonal-ets'
import { exactly, generated, wave } from './generated'

const forecast = (request: FilingsRequest): FilingsForecast => {
  const result = forecastFilings(request)
  if (result.why !== null) throw new Error(result.why.code)
  return result
}

describe(forecastFilings.name, () => {
  it('says why there is nothing to tell from', () => {
    expect(forecastFilings({ series: {} }).why).toEqual({ code: 'forecast-nothing-reported', facts: {} })
    expect(forecastFilings({ series: exactly(11, () => 9) }).why).toEqual({
      code: 'forecast-history-short',
      facts: { months: 11, needed: 12 },
    })
    const marks = { '2021-04': 'outlier' } as const
    expect(forecastFilings({ series: exactly(12, () => 9), marks }).why?.facts).toEqual({ months: 11, needed: 12 })
  })
  it('follows the last month without a gap, over the year', () => {
    const { months, history } = forecast({ series: exactly(35, () => 9), horizon: 3 })
    expect(months.map(({ month }) => month)).toEqual(['2023-12', '2024-01', '2024-02'])
    expect(history).toEqual({ from: '2021-01', until: '2023-11', usable: 35, levelSince: null })
  })
  it('is sure of what never changed, in both directions', () => {
    for (const count of [0, 40]) {
      const { months } = forecast({ series: exactly(36, (i) => (i % 12 < 2 ? 0 : count)) })
      for (const each of months.slice(2)) {
        expect(each.expected).toBeCloseTo(count, 6)
        expect([each.low, each.high]).toEqual([expect.closeTo(count, 4), expect.closeTo(count, 4)])
      }
    }
  })
  it('knows of a single year no more than chance', () => {
    const { errors, months, tests } = forecast({ series: exactly(12, () => 100) })
    expect(errors.basis).toBe('chance')
    expect(months[4]!.high - months[4]!.low).toBeCloseTo(2 * Math.SQRT2 * 1.2816 * 10, 0)
    expect(tests[0]!.mae.why).toEqual({ code: 'forecast-untested', facts: { months: 12, needed: 13 } })
  })
  it('takes what a person knows better, with the reason, and moves the band along', () => {
    const series = generated(5, 48, (i) => 100 * wave(i))
    const plain = forecast({ series })
    const overrides = [{ month: '2025-03', value: 400, reason: 'A batch of 280 claims is announced.' }]
    const { months } = forecast({ series, overrides })
    const [before, after] = [plain.months[2]!, months[2]!]
    expect(after).toMatchObject({ expected: 400, computed: before.expected, reason: overrides[0]!.reason })
    expect((after.high - after.low) / Math.sqrt(400)).toBeCloseTo(
      (before.high - before.low) / Math.sqrt(before.expected),
    )
    expect(months.toSpliced(2, 1)).toEqual(plain.months.toSpliced(2, 1))
  })
  it('holds the band, the centre and zero in order, whatever the series', () => {
    const counts = fc.array(fc.option(fc.integer({ min: 0, max: 300 }), { freq: 8 }), { minLength: 12, maxLength: 64 })
    fc.assert(
      fc.property(counts, fc.nat(80), fc.double({ min: 0.5, max: 0.95, noNaN: true }), (values, shift, level) => {
        const series = Object.fromEntries(Object.keys(exactly(values.length, () => 0)).map((m, i) => [m, values[i]!]))
        const month = Object.keys(series)[shift] ?? '2030-01'
        const result = forecastFilings({ series, level, marks: { [month]: shift % 2 ? 'outlier' : 'level-shift' } })
        if (result.why !== null) return
        expect(result.months).toHaveLength(12)
        for (const { low, expected, high } of result.months) {
          expect(low).toBeGreaterThanOrEqual(0)
          expect(low).toBeLessThanOrEqual(expected)
          expect(expected).toBeLessThanOrEqual(high)
          expect(high).toBeLessThan(Infinity)
        }
      }),
    )
  })
  it('does not depend on the order in which months are given', () => {
    const entries = Object.entries(generated(7, 40, (i) => 30 * wave(i)))
    const backwards = forecastFilings({ series: Object.fromEntries(entries.toReversed()) })
    expect(backwards).toEqual(forecastFilings({ series: Object.fromEntries(entries) }))
  })
  it.each([
    ['steady', 36, (i: number) => 100 * wave(i)],
    ['few cases', 48, (i: number) => 4 * wave(i)],
    ['one year', 12, (i: number) => 60 * wave(i)],
  ])('catches about four of five months in its 80 %% band: %s', (_, length, expected) => {
    let [inside, all] = [0, 0]
    for (let seed = 1; seed <= 60; seed++) {
      const series = Object.entries(generated(seed, length + 12, expected))
      const { months } = forecast({ series: Object.fromEntries(series.slice(0, length)) })
      for (const [i, { low, high }] of months.entries()) {
        const actual = series[length + i]![1]!
        all += 1
        if (low <= actual && actual <= high) inside += 1
      }
    }
    expect(inside / all).toBeGreaterThan(0.72)
    expect(inside / all).toBeLessThan(0.9)
  })
  it('follows a marked level shift, with a band from the new level', () => {
    const series = generated(3, 48, (i) => (i < 40 ? 60 : 180) * wave(i))
    const { months, history } = forecast({ series, marks: { '2024-05': 'level-shift' } })
    expect(history.levelSince).toBe('2024-05')
    for (const [i, { low, high }] of months.entries()) {
      expect(low).toBeLessThan(180 * wave(48 + i) * 1.1)
      expect(high).toBeGreaterThan(180 * wave(48 + i) * 0.9)
      expect(low).toBeGreaterThan(60 * wave(48 + i))
    }
  })
})

describe('the choice of the method', () => {
  const series = generated(11, 40, (i) => 100 * wave(i))
  const like = (factor: number): Forecaster => ({
    id: 'seasonal-ets',
    least: 24,
    expect: (_, months) => months.map((month) => factor * (Number(series[month]) || 100)),
  })
  it('is the default where ETS is not offered, too young, fails, or is worse', () => {
    expect(forecast({ series }).choice.reason).toBe('ets-not-offered')
    const young = forecast({ series: generated(1, 35, () => 50), ets: like(1) })
    expect(young.choice).toEqual({ reason: 'ets-history-short', facts: { months: 35, needed: 36 } })
    expect(forecast({ series, ets: { ...like(1), expect: () => null } }).choice.reason).toBe('ets-failed')
    const worse = forecast({ series, ets: like(3) })
    expect(worse).toMatchObject({ method: 'seasonal-mean', choice: { reason: 'default-at-least-as-good' } })
    expect(worse.choice.facts).toEqual({
      default: worse.tests.find(({ method }) => method === 'seasonal-mean')!.mae.value,
      ets: worse.tests.find(({ method }) => method === 'seasonal-ets')!.mae.value,
    })
  })
  it('is ETS where it was less far off from the same origins', () => {
    const { method, choice, tests } = forecast({ series, ets: like(1) })
    expect(method).toBe('seasonal-ets')
    expect(choice).toMatchObject({ reason: 'ets-better', facts: { ets: 0 } })
    expect(new Set(tests.map(({ origins, forecasts }) => `${origins} ${forecasts}`)).size).toBe(1)
  })
})

describe(seasonalEts.name, () => {
  beforeAll(() => void initSync({ module: readFileSync('node_modules/@bsull/augurs/mstl_bg.wasm') }))
  it('follows growth that the mean of three years cannot', () => {
    const trend = (i: number): number => (60 + 3 * i) * wave(i)
    const result = forecast({ series: generated(2, 48, trend), ets: seasonalEts(MSTL) })
    expect(result.method).toBe('seasonal-ets')
    const total = (of: (i: number) => number): number => result.months.reduce((sum, _, i) => sum + of(i), 0)
    expect(total((i) => result.months[i]!.expected) / total((i) => trend(48 + i))).toBeCloseTo(1, 0.9)
    const mase = Object.fromEntries(result.tests.map(({ method, mase: { value } }) => [method, value!]))
    expect(mase['seasonal-ets']).toBeLessThan(mase['seasonal-naive']!)
  })
  it('copes with zeros and with what never changes', () => {
    for (const count of [0, 7]) {
      const { months } = forecast({ series: exactly(48, () => count), ets: seasonalEts(MSTL) })
      for (const { expected } of months.slice(2)) expect(expected).toBeCloseTo(count, 3)
    }
  })
})

import { describe, expect, it } from 'vitest'
import { historyOf } from '../../../src/domain/forecast/history'
import { seasonalMean, seasonalNaive } from '../../../src/domain/forecast/method'
import { compareMethods, naiveScale, rollingOrigins } from '../../../src/domain/forecast/rolling-origin'
import { exactly } from './generated'

const testsOf = (history: ReturnType<typeof historyOf>) =>
  compareMethods(history, rollingOrigins(history, [seasonalMean, seasonalNaive]))

describe(rollingOrigins.name, () => {
  it('forecasts from every month of the last two years with what was known then', () => {
    const trials = rollingOrigins(historyOf(exactly(40, (i) => i)), [seasonalNaive]).get('seasonal-naive')!
    expect(trials.map(({ known }) => known)).toEqual(Array.from({ length: 24 }, (_, i) => 16 + i))
    expect(trials[0]!.errors).toHaveLength(12)
    expect(trials.at(-1)!.errors).toEqual([{ month: '2024-04', expected: 27, actual: 39 }])
  })
  it('blames no method for outliers, gaps, or a level shift to come', () => {
    const series = { ...exactly(24, () => 10), '2022-06': 999, '2022-07': null }
    const history = historyOf(series, { '2022-06': 'outlier', '2022-10': 'level-shift' })
    const months = rollingOrigins(history, [seasonalNaive])
      .get('seasonal-naive')!
      .flatMap(({ known, errors }) => errors.map(({ month }) => ({ known, month })))
    expect(months.some(({ month }) => month === '2022-06' || month === '2022-07')).toBe(false)
    expect(months.filter(({ known }) => known <= 21).every(({ month }) => month < '2022-10')).toBe(true)
  })
})

describe(compareMethods.name, () => {
  it('measures by hand-made sums', () => {
    // Each month is 12 above the same month a year ago, which is all that the naive method knows.
    const [, naive] = testsOf(historyOf(exactly(36, (i) => i)))
    expect(naive!.mae.value).toBeCloseTo(12, 9)
    expect(naive!.mase.value).toBeCloseTo(1, 9)
  })
  it('has no scale where every year is alike, and no test in the first year', () => {
    const [, naive] = testsOf(historyOf(exactly(36, (i) => i % 12)))
    expect(naive!.mae.value).toBe(0)
    expect(naive!.mase.why?.code).toBe('forecast-no-scale')
    const [first] = testsOf(historyOf(exactly(12, (i) => i)))
    expect(first!).toMatchObject({ origins: 0, mae: { value: null, why: { code: 'forecast-untested' } } })
  })
})

describe(naiveScale.name, () => {
  it('does not look across a level shift', () => {
    // Three pairs before the shift, all alike, and three after it that differ by 3.
    const series = exactly(30, (i) => (i < 15 ? 10 : 1000) + (i >= 27 ? 3 : 0))
    expect(naiveScale(historyOf(series, { '2022-04': 'level-shift' }))).toBeCloseTo(1.5, 9)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthsFrom } from '../../../src/domain'
import { historyOf } from '../../../src/domain/forecast/history'
import { expectedIn, fitShape } from '../../../src/domain/forecast/shape'
import { workingDaysAround } from '../../../src/domain/forecast/spring-festival'
import { exactly } from './generated'

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const year = (shape: Parameters<typeof expectedIn>[0], first: string): number[] =>
  monthsFrom(first, 12).map((month) => expectedIn(shape, month))

describe(fitShape.name, () => {
  it('is the plain three-year mean and the plain shares where the years are whole', () => {
    const series = exactly(36, (i) => 100 + 10 * (i % 12) + 50 * Math.floor(i / 12))
    const shape = fitShape(historyOf(series))
    const mean = sum(Object.values(series)) / 36
    expect(shape.level).toBeCloseTo(mean, 6)
    const december = [210, 260, 310]
    const totals = [0, 1, 2].map((k) => sum(Object.values(series).slice(12 * k, 12 * k + 12)))
    expect(expectedIn(shape, '2024-12')).toBeCloseTo((mean * 12 * sum(december)) / sum(totals), 3)
    expect(sum(year(shape, '2024-01'))).toBeCloseTo(mean * 12, 6)
  })
  it('adds January and February up, and splits them by where Spring Festival falls', () => {
    const series = exactly(36, () => 100)
    for (const y of [2021, 2022, 2023]) {
      const [january, february] = workingDaysAround(y)
      series[`${y}-01`] = (300 * january) / (january + february)
      series[`${y}-02`] = (300 * february) / (january + february)
    }
    const shape = fitShape(historyOf(series))
    for (const y of [2024, 2025, 2026, 2028]) {
      const [january, february] = workingDaysAround(y)
      const [first, second] = year(shape, `${y}-01`)
      expect(first! + second!).toBeCloseTo(300, 1)
      expect(first! / second!).toBeCloseTo(january / february, 1)
    }
  })
  it('keeps the total of January and February in every year', () => {
    const shape = fitShape(historyOf(exactly(40, (i) => 50 + ((i * 37) % 11))))
    const totals = [2025, 2026, 2027].map((y) => expectedIn(shape, `${y}-01`) + expectedIn(shape, `${y}-02`))
    for (const total of totals) expect(total).toBeCloseTo(totals[0]!, 9)
  })
  it('leaves outliers out and puts in their place what was to be expected', () => {
    const series = { ...exactly(36, (i) => 100 + (i % 12)), '2022-06': 5000 }
    const shape = fitShape(historyOf(series, { '2022-06': 'outlier' }))
    expect(shape.level).toBeCloseTo(105.5, 1)
    expect(shape.cleaned[17]).toBeCloseTo(105, 0)
    expect(fitShape(historyOf(series)).level).toBeGreaterThan(200)
  })
  it('fills gaps in the same way, and a month never seen stays at the mean', () => {
    const { '2021-05': one, '2022-05': two, ...rest } = exactly(24, () => 60)
    expect([one, two]).toEqual([60, 60])
    const shape = fitShape(historyOf(rest))
    expect(expectedIn(shape, '2023-05')).toBeCloseTo(60, 6)
    expect(shape.cleaned[4]).toBeCloseTo(60, 6)
  })
  it('takes the level from the months since the last shift, and the shape from all', () => {
    const season = (i: number): number => (i % 12 === 6 ? 2 : 1)
    const series = exactly(40, (i) => (i < 36 ? 50 : 200) * season(i))
    const marked = fitShape(historyOf(series, { '2024-01': 'level-shift' }))
    expect(expectedIn(marked, '2024-05')).toBeCloseTo(200, 0)
    expect(expectedIn(marked, '2024-07')).toBeCloseTo(400, 0)
    expect(marked.cleaned[5]).toBeCloseTo(200, 0)
    expect(expectedIn(fitShape(historyOf(series)), '2024-05')).toBeLessThan(100)
  })
  it('keeps the old level while no month of the new one counts', () => {
    const series = { ...exactly(36, () => 80), '2023-11': null, '2023-12': 5000 }
    const shape = fitShape(historyOf(series, { '2023-11': 'level-shift', '2023-12': 'outlier' }))
    expect(shape.level).toBeCloseTo(80, 0)
  })
  it('of nothing but zeros is zero', () => {
    const shape = fitShape(historyOf(exactly(24, () => 0)))
    expect(year(shape, '2023-01')).toEqual(Array(12).fill(0))
  })
  it('grows with the series', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 12, maxLength: 60 }),
        fc.integer({ min: 2, max: 9 }),
        (counts, k) => {
          const one = fitShape(historyOf(exactly(counts.length, (i) => counts[i]!)))
          const many = fitShape(historyOf(exactly(counts.length, (i) => k * counts[i]!)))
          for (const month of monthsFrom('2027-01', 12))
            expect(expectedIn(many, month)).toBeCloseTo(k * expectedIn(one, month), 4)
        },
      ),
    )
  })
})

describe(historyOf.name, () => {
  it('puts months in order, fills holes, and keeps five years', () => {
    const history = historyOf({ '2021-03': 3, '2021-01': 1, '2020-12': null })
    expect(history).toEqual({ months: ['2021-01', '2021-02', '2021-03'], counts: [1, null, 3], shifts: [] })
    expect(historyOf(exactly(90, () => 1)).months).toHaveLength(60)
  })
  it('knows that what is no count was not reported', () => {
    expect(historyOf({ '2021-01': 1, '2021-02': NaN, '2021-03': -4, '2021-04': 2 }).counts).toEqual([1, null, null, 2])
    expect(historyOf({}).months).toEqual([])
  })
})

import { afterEach, describe, expect, it, vi } from 'vitest'
import { springFestivalOf, workingDaysAround } from '../../../src/domain/forecast/spring-festival'

const zone = process.env.TZ
afterEach(() => {
  process.env.TZ = zone
  vi.resetModules()
})

describe(springFestivalOf.name, () => {
  it.each(['Asia/Shanghai', 'America/New_York', 'Pacific/Auckland'])('falls on the same days in %s', (TZ) => {
    process.env.TZ = TZ
    expect([2020, 2021, 2022, 2023, 2024, 2025, 2026].map(springFestivalOf)).toEqual([
      '2020-01-25',
      '2021-02-12',
      '2022-02-01',
      '2023-01-22',
      '2024-02-10',
      '2025-01-29',
      '2026-02-17',
    ])
  })
  it('is unknown where the calendar ends', () => {
    expect(springFestivalOf(1900)).toBeNull()
    expect(springFestivalOf(2101)).toBeNull()
    expect(springFestivalOf(2100)).toBe('2100-02-09')
  })
})

describe(workingDaysAround.name, () => {
  it('takes the festival from the month in which it falls', () => {
    expect(workingDaysAround(2023)).toEqual([17, 20])
    expect(workingDaysAround(2024)).toEqual([22, 15])
  })
  it('takes from both where it lies on the border', () => expect(workingDaysAround(2025)).toEqual([18, 18]))
  it('counts weekdays alone where no festival is known', () => expect(workingDaysAround(2200)).toEqual([22, 20]))
})

import { monthsFrom } from '../../../src/domain'
import { randomFrom } from '../../../src/domain/random'
import type { MonthlySeries } from '../../../src/domain/forecast/history'

/** A series from January 2021 whose counts scatter about the expected ones as counts by chance do. */
export function generated(seed: number, months: number, expected: (i: number) => number): MonthlySeries {
  const random = randomFrom(seed)
  const scatter = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return Object.fromEntries(
    monthsFrom('2021-01', months).map((month, i) => {
      const mean = expected(i)
      return [month, Math.max(0, Math.round(mean + Math.sqrt(mean) * scatter()))]
    }),
  )
}

/** Exactly what is expected, from January 2021. */
export const exactly = (months: number, expected: (i: number) => number): Record<string, number> =>
  Object.fromEntries(monthsFrom('2021-01', months).map((month, i) => [month, expected(i)]))

export const wave = (i: number): number => 1 + 0.3 * Math.sin((i / 6) * Math.PI)

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtInOf, lostVersions, type IndicatorDefinition } from '../../../src/domain'

const version = (number: number, since: string, more: Partial<IndicatorDefinition> = {}): IndicatorDefinition => ({
  ...builtInOf('closing-rate'),
  version: number,
  since,
  ...more,
})
const today = '2026-06-15'
const old = version(2, '2025-01-01', { denominator: ['filed'], note: 'As the province counts.' })
const young = version(3, today)
const lost = (next: IndicatorDefinition[], stored = [old, young]): number[] =>
  lostVersions(stored, next, today).map((each) => each.version)

describe('a version in force before today', () => {
  it.each<[string, Partial<IndicatorDefinition>]>([
    ['its formula', { denominator: ['accepted'] }],
    ['its interval', { low: 90 }],
    ['its first day', { since: '2025-01-02' }],
    ['its number', { version: 4 }],
    ['its name', { name: '结案率' }],
    ['why it was made', { note: '' }],
  ])('is lost when a save changes %s', (_, change) => expect(lost([{ ...old, ...change }, young])).toEqual([2]))
  it('is lost when it is dropped, and each that is lost is named', () => {
    expect(lost([young])).toEqual([2])
    expect(lost([], [old, version(3, '2026-06-14')])).toEqual([2, 3])
  })
  it('is kept when versions are added, before or after it, and however they are ordered', () => {
    expect(lost([version(4, '2026-07-01'), young, old])).toEqual([])
    expect(lost([old, young, version(2, '2020-01-01', { id: 'turnover' })])).toEqual([])
  })
})

it('a version that begins today or later may still be corrected or taken back', () => {
  expect(lost([old])).toEqual([])
  expect(lost([old, { ...young, low: 80 }], [old, young])).toEqual([])
  expect(lost([], [version(2, '2026-06-16')])).toEqual([])
})

it('whatever is saved after a save that lost nothing, nothing that was in force is ever lost', () => {
  const rows = fc.array(
    fc.record({
      number: fc.integer({ min: 2, max: 4 }),
      day: fc.integer({ min: 10, max: 20 }),
      low: fc.constantFrom(null, 90),
    }),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(rows, rows, (first, second) => {
      const [stored, next] = [first, second].map((list) =>
        list.map(({ number, day, low }) => version(number, `2026-06-${day}`, { low })),
      ) as [IndicatorDefinition[], IndicatorDefinition[]]
      const gone = lostVersions(stored, next, today)
      const there = (each: IndicatorDefinition): boolean =>
        next.some((row) => row.version === each.version && row.since === each.since && row.low === each.low)
      for (const each of stored) expect(gone.includes(each)).toBe(each.since < today && !there(each))
    }),
  )
})

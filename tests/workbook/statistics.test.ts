import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { changesByYear, isHere, serviceBand, smallestGroup, staffGroups, type Court } from '../../src/domain'
import { exampleCourt } from '../../src/example'
import { writeStatistics } from '../../src/workbook'

const whole = exampleCourt()
const dates = ['2018-01-01', '2021-06-30', '2022-01-04']

/** Courts of some of the people, from nobody to everybody, some of whom have left or hold no post. */
const drawn = fc
  .record({
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    seed: fc.nat(),
    left: fc.option(fc.constantFrom(...dates)),
  })
  .map(({ share, seed, left }): Court => {
    const chance = (at: number, salt: number): number => Math.abs(Math.sin((seed % 9973) + at * 7.13 + salt)) % 1
    const people = whole.people
      .filter((_, at) => chance(at, 1) < share)
      .map((person, at) => (chance(at, 2) < 0.1 && left !== null ? { ...person, left } : person))
    const ids = new Set(people.filter((_, at) => chance(at, 3) < 0.9).map(({ id }) => id))
    return { ...whole, people, assignments: whole.assignments.filter(({ person }) => ids.has(person)) }
  })

describe('the court for statistics', () => {
  it('has no group of fewer than five, and counts everybody once', () => {
    fc.assert(
      fc.property(drawn, fc.constantFrom(...dates), (court, date) => {
        const here = court.people.filter((person) => isHere(person, date)).length
        const groups = staffGroups(court, date)
        if (here > 0 && here < smallestGroup) {
          expect(groups).toBeNull()
          return
        }
        expect(groups!.every(({ people }) => people >= smallestGroup)).toBe(true)
        expect(groups!.reduce((sum, { people }) => sum + people, 0)).toBe(here)
        const keys = groups!.map(({ department, role, service }) => [department, role, service].join())
        expect(new Set(keys).size).toBe(keys.length)
        for (const { people } of changesByYear(court, date))
          expect(people === null || people >= smallestGroup).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('tells groups apart as far as five are alike', () => {
    const groups = staffGroups(whole, '2021-12-31')!
    expect(
      groups.some(({ department, role, service }) => department !== null && role !== null && service !== null),
    ).toBe(true)
    expect(serviceBand('2017-01-01', '2021-12-31')).toBe('under-5')
    expect(serviceBand('2017-01-01', '2022-01-01')).toBe('5-9')
    expect(serviceBand('2001-12-31', '2021-12-31')).toBe('20-up')
  })

  it('holds no name, no id and no day of anybody', async () => {
    const [first] = whole.people
    const court = {
      ...whole,
      teams: whole.teams.map((team, at) => (at === 0 ? { ...team, name: `${first!.name}团队` } : team)),
    }
    for (const locale of ['zh-CN', 'en'] as const) {
      const { sheets } = await readXlsx(await writeStatistics(court, locale, '2021-12-31'))
      const cells = sheets.flatMap(({ rows }) => rows.flat()).map(String)
      expect(sheets).toHaveLength(4)
      expect(cells.length).toBeGreaterThan(500)
      const text = cells.join('\n')
      for (const { id, name, joined } of court.people)
        for (const fact of [name, id, joined]) expect(text.includes(fact), fact).toBe(false)
      for (const { from, until } of court.assignments)
        for (const day of [from, until ?? from].filter((each) => each !== '2021-12-31'))
          expect(text.includes(day), day).toBe(false)
      expect(text).toMatch(locale === 'en' ? /Fewer than 5/ : /不足 5 人/)
      expect(text).toMatch(locale === 'en' ? /Unit \d+/ : /单位 \d+/)
    }
  })
})

import { describe, expect, it } from 'vitest'
import {
  builtInOf,
  courtFile,
  definitionOn,
  definitionsOn,
  measureOn,
  nextVersion,
  versionsOf,
  type IndicatorDefinition,
} from '../../../src/domain'
import { month, smallCourt } from '../small-court'

const version = (number: number, since: string, more: Partial<IndicatorDefinition> = {}): IndicatorDefinition => ({
  ...builtInOf('closing-rate'),
  version: number,
  since,
  ...more,
})
const court = smallCourt({
  caseload: [month('fast', '2021-01', 80, { carried: 20, closed: 60 })],
  indicators: [
    version(3, '2023-01-01', { low: 90 }),
    version(2, '2022-01-01', { denominator: ['filed'] }),
    version(1, '2022-06-01', { id: 'own', name: '本院指标' }),
  ],
})
const january = { from: '2021-01', until: '2021-01' }

describe('the definition in force', () => {
  it.each([
    ['2021-12-31', 1],
    ['2022-01-01', 2],
    ['2022-12-31', 2],
    ['2030-01-01', 3],
  ])('on %s is version %d', (date, number) => expect(definitionOn(court, 'closing-rate', date)?.version).toBe(number))
  it('makes an old report open with the figure of its day', () => {
    const on = (date: string) => measureOn(court, 'closing-rate', date, {}, january)!.value
    expect([on('2021-12-31'), on('2022-05-01')]).toEqual([60, 75])
  })
  it('is none before the court defined it, or where nobody ever did', () => {
    expect(definitionOn(court, 'own', '2022-05-31')).toBeUndefined()
    expect(definitionOn(court, 'own', '2022-06-01')?.name).toBe('本院指标')
    expect(definitionOn(court, 'nothing', '2022-06-01')).toBeUndefined()
    expect(measureOn(court, 'nothing', '2022-06-01', {}, january)).toBeUndefined()
  })
  it('lists the built-in ones first, each once', () => {
    const ids = definitionsOn(court, '2024-01-01').map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.at(-1)).toBe('own')
    expect(definitionsOn(court, '2020-01-01').map(({ id }) => id)).not.toContain('own')
  })
  it('is kept when a later one is made', () => {
    expect(versionsOf(court, 'closing-rate').map((each) => each.version)).toEqual([1, 2, 3])
    expect(nextVersion(court, 'closing-rate', '2022-03-01')).toMatchObject({ version: 4, since: '2023-01-01', low: 90 })
    expect(nextVersion(court, 'closing-rate', '2024-03-01')).toMatchObject({ version: 4, since: '2024-03-01' })
  })
})

describe('a definition is refused', () => {
  const codes = (...indicators: object[]): string[] =>
    courtFile.safeParse({ ...court, indicators }).error?.issues.map(({ message }) => message) ?? []
  const own = version(2, '2022-01-01')
  it.each([
    ['a measure nobody knows', { numerator: ['closed', '-nonsense'] }, 'measure-unknown'],
    ['a rate that divides by nothing', { denominator: [] }, 'denominator-empty'],
    ['a rate that divides by what is taken off', { denominator: ['-filed'] }, 'denominator-empty'],
    ['a measure that stands twice', { numerator: ['closed', '-closed'] }, 'measure-twice'],
    ['an interval that ends before it begins', { low: 90, high: 80 }, 'interval-upside-down'],
    ['a built-in version', { version: 1 }, 'version-built-in'],
    ['one of its own without a name', { id: 'mine' }, 'name-missing'],
  ])('with %s', (_, wrong, code) => expect(codes({ ...own, ...wrong })).toContain(code))
  it('twice, or before the version that it follows', () => {
    expect(codes(own, own)).toContain('duplicate')
    expect(codes(own, { ...own, version: 3, since: '2021-01-01' })).toContain('version-out-of-order')
    expect(codes(own, { ...own, version: 3 })).toEqual([])
  })
})

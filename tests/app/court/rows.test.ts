import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blankRow, holds, rowFrom, rowsOf, valuesOf, withoutRow, withRow } from '../../../src/app/court/rows'
import { changesOf, handLists, type HandList } from '../../../src/domain'
import { exampleCourt } from '../../../src/example'
import { sheetOf } from '../../../src/workbook'
import { smallCourt } from '../small-court'

const court = exampleCourt()
const filled = handLists.filter((list) => rowsOf(court, list).length > 0)

describe('the form of a row', () => {
  it.each(filled)('of %s gives every row back as it was', (list) => {
    for (const row of rowsOf(court, list))
      expect(sheetOf(list).row.parse(rowFrom(list, valuesOf(list, row)))).toEqual(row)
  })
  it('begins with what the schema says where a new row says nothing', () => {
    expect(valuesOf('leaves', blankRow('leaves', court, '2022-01-04', { person: 'p001' }))).toEqual({
      person: 'p001',
      kind: null,
      from: '2022-01-04',
      until: null,
      consents: false,
    })
    expect(valuesOf('caseTypes', {})).toMatchObject({ name: null, 'weights.judge': null, 'weights.clerk': null })
    const small = smallCourt({ preferences: [{ person: 'bo', rank: 1, unit: 'team-1' }] })
    expect(blankRow('preferences', small, '2026-01-01', { person: 'bo' })).toMatchObject({ rank: 2 })
    expect(blankRow('teams', small, '2026-01-01')).toEqual({ id: 'team-3', department: 'civil' })
  })
  it('leaves out what is empty and trims what is written', () => {
    expect(rowFrom('caseTypes', { name: ' 合同 ', category: '', 'weights.judge': 0, 'weights.clerk': null })).toEqual({
      name: '合同',
      weights: { judge: 0 },
    })
  })
})

describe('a list of the court', () => {
  const anyRow = fc
    .constantFrom<HandList>(...filled)
    .chain((list) => fc.nat(rowsOf(court, list).length - 1).map((at) => ({ list, row: rowsOf(court, list)[at]! })))
  it('loses a row and gets it back, and no other list is touched', () => {
    fc.assert(
      fc.property(anyRow, ({ list, row }) => {
        const less = withoutRow(court, list, row)
        expect(Object.keys(changesOf(court, less))).toEqual([list])
        expect(rowsOf(less, list)).toHaveLength(rowsOf(court, list).length - 1)
        expect(rowsOf(withRow(less, list, null, row), list).at(-1)).toBe(row)
      }),
    )
  })
  it('has a changed row in the place of the one it was', () => {
    const small = smallCourt()
    const was = small.posts[1]!
    const next = withRow(small, 'posts', was, { ...was, ceiling: 3 })
    expect(next.posts.map(({ ceiling }) => ceiling)).toEqual([null, 3, null, null, null])
    expect(changesOf(small, next)).toEqual({ posts: next.posts })
  })
  it('may stand in the settings, or be the one row of name and settings', () => {
    const small = smallCourt()
    const row = { role: 'bailiff', post: 'clerk', requires: ['typing'] } as const
    const fills = [...small.settings.fills, row]
    const more = withRow(small, 'fills', null, row)
    expect(changesOf(small, more)).toEqual({ settings: { ...small.settings, fills } })
    expect(withoutRow(more, 'fills', row)).toEqual(small)
    const [was] = rowsOf(small, 'court')
    const made = sheetOf('court').row.parse(rowFrom('court', { ...valuesOf('court', was!), longLeaveDays: 60 }))
    expect(withRow(small, 'court', was!, { ...made, name: 'New' })).toEqual({
      ...small,
      name: 'New',
      settings: { ...small.settings, longLeaveDays: 60 },
    })
  })
  it('finds a row by what tells it from others, so that a list that was read again does no harm', () => {
    const small = smallCourt()
    const was = small.posts[1]!
    const later = { ...small, posts: small.posts.slice(1).map((post) => ({ ...post, fixed: 2 })) }
    expect(withRow(later, 'posts', was, { ...was, ceiling: 3 }).posts[0]).toMatchObject({ unit: 'civil', ceiling: 3 })
    expect(holds(later, 'posts', small.posts[0]!)).toBe(false)
    expect(holds(later, 'posts', was)).toBe(true)
  })
})

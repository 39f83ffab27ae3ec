import { describe, expect, it } from 'vitest'
import { courtFile, courtIssues, marksFor, overridesFor, teamsWithin } from '../../../src/domain'

const said = { reason: 'a batch of like cases', on: '2026-11-22' }
const court = courtFile.parse({
  format: 'frontline-court/1',
  id: 'c',
  name: 'Court',
  departments: [
    { id: 'civil', name: 'Civil', kind: 'trial' },
    { id: 'criminal', name: 'Criminal', kind: 'trial' },
  ],
  teams: [
    { id: 'one', name: 'One', department: 'civil' },
    { id: 'two', name: 'Two', department: 'civil' },
    { id: 'three', name: 'Three', department: 'criminal' },
  ],
  forecastMarks: [
    { ...said, unit: 'one', month: '2026-02', mark: 'level-shift' },
    { ...said, month: '2026-02', mark: 'outlier' },
    { ...said, unit: 'civil', month: '2026-05', mark: 'outlier' },
  ],
  forecastOverrides: [
    { ...said, month: '2026-12', value: 900 },
    { ...said, unit: 'one', month: '2026-12', value: 30 },
  ],
})

describe('what a person says of a month', () => {
  it('holds, as a mark, for all that belong to the unit; the nearest goes before', () => {
    expect(marksFor(court, null)).toEqual({ '2026-02': 'outlier' })
    expect(marksFor(court, 'civil')).toEqual({ '2026-02': 'outlier', '2026-05': 'outlier' })
    expect(marksFor(court, 'one')).toEqual({ '2026-02': 'level-shift', '2026-05': 'outlier' })
    expect(marksFor(court, 'three')).toEqual({ '2026-02': 'outlier' })
  })
  it('holds, as a count, for the very unit alone', () => {
    expect(overridesFor(court, null).map(({ value }) => value)).toEqual([900])
    expect(overridesFor(court, 'one').map(({ value }) => value)).toEqual([30])
    expect(overridesFor(court, 'two')).toEqual([])
  })
  it('is refused twice for one month of a unit, and for a unit that is not there', () => {
    const [mark] = court.forecastMarks
    const twice = { ...court, forecastMarks: [mark!, mark!, { ...mark!, unit: 'nowhere' }] }
    expect([...courtIssues(twice)].map(({ code, path }) => [code, ...path])).toEqual([
      ['duplicate', 'forecastMarks', 1, 'month'],
      ['unit-unknown', 'forecastMarks', 2, 'unit'],
    ])
  })
})

describe('the teams of a unit', () => {
  it('are itself, those of a department, or all', () => {
    expect(teamsWithin(court, 'two')).toEqual(['two'])
    expect(teamsWithin(court, 'civil')).toEqual(['one', 'two'])
    expect(teamsWithin(court, null)).toEqual(['one', 'two', 'three'])
  })
})

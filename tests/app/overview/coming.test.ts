import { describe, expect, it } from 'vitest'
import { comingOf } from '../../../src/app/overview/coming'
import { smallCourt } from '../small-court'

describe('what is coming', () => {
  it('lists returns, ends and arrivals in the order of their days', () =>
    expect(comingOf(smallCourt(), '2026-01-01', [], 10).map(({ date, kind, person }) => [date, kind, person])).toEqual([
      ['2026-01-31', 'returns', 'ann'],
      ['2026-02-01', 'joins', 'flo'],
      ['2026-02-28', 'posting-ends', 'cy'],
      ['2026-03-31', 'leaves', 'ed'],
      ['2026-09-01', 'probation-ends', 'di'],
    ]))
  it('looks no further than asked', () =>
    expect(comingOf(smallCourt(), '2026-01-01', [], 2).map(({ kind }) => kind)).toEqual([
      'returns',
      'joins',
      'posting-ends',
    ]))
  it('has the end of a posting that a plan begins, within the months looked at', () => {
    const move = { person: 'bo', from: ['office/clerk'], to: ['team-1/clerk'] }
    const ends = (until: string | null) =>
      comingOf(smallCourt(), '2026-01-01', [{ ...move, until }]).filter(({ person }) => person === 'bo')
    expect(ends('2026-06-30')).toEqual([
      { kind: 'posting-ends', date: '2026-06-30', person: 'bo', post: 'team-1/clerk' },
    ])
    expect(ends('2026-12-31')).toEqual([])
    expect(ends(null)).toEqual([])
  })
  it('names the post that a temporary posting leaves', () =>
    expect(comingOf(smallCourt(), '2026-01-01').find(({ kind }) => kind === 'posting-ends')?.post).toBe('team-1/clerk'))
})

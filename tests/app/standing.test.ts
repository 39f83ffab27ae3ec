import { describe, expect, it } from 'vitest'
import { barScaleOf, coverageOf, frontFirst, groupsOf, shortageIn, standingOf } from '../../src/app/standing'
import { smallCourt } from './small-court'

const standing = standingOf(smallCourt(), '2026-01-01')
const unit = (id: string) => standing.find((row) => row.unit.id === id)!

describe('need and have by unit', () => {
  it('adds posts up without letting one cover another', () => {
    // Judges: 12 cases x 100 / 1000 = 1.2 for Ed alone; clerks: 0.6 for half of Cy.
    expect(unit('team-1').need).toBeCloseTo(1.8)
    expect(unit('team-1').have).toBeCloseTo(1.5)
    expect(unit('team-1').short).toBeCloseTo(0.3)
    expect(unit('office').surplus).toBeCloseTo(1.5)
  })
  it('says what share of a need is there, and puts posts that need nobody last', () => {
    expect(
      unit('team-1')
        .posts.map(coverageOf)
        .map((share) => Number(share.toFixed(3))),
    ).toEqual([0.833, 0.833])
    const need = unit('team-1').posts[0]!.need
    expect(coverageOf({ need: { ...need, fte: 0 }, have: 1 })).toBe(Infinity)
  })
  it('cannot be computed where a year value is missing', () => {
    const [row] = standingOf(smallCourt({ settings: { yearMinutes: { clerk: 1000 } } }), '2026-01-01').filter(
      (each) => each.unit.id === 'team-1',
    )
    expect(row!.need).toBeNull()
  })
  it('counts teams, but what is missing at the whole front line', () => {
    const answer = shortageIn(standing)
    expect(answer).toMatchObject({ teams: 2, short: 1 })
    // 0.3 in the first team and the whole clerk of the division's own desk.
    expect(answer.fte).toBeCloseTo(1.3)
  })
  it('tells teams that are only proposed apart', () => {
    expect(shortageIn(standing).proposed).toEqual({ teams: 0, fte: 0 })
    const court = smallCourt()
    const proposed = smallCourt({
      teams: [...court.teams, { id: 'new', name: '新团队', department: 'civil', status: 'proposed' }],
      posts: [...court.posts, { unit: 'new', role: 'clerk', fixed: 2 }],
    })
    expect(shortageIn(standingOf(proposed, '2026-01-01'))).toMatchObject({ teams: 3, proposed: { teams: 1, fte: 2 } })
  })
  it('groups departments by division, and stands one without division alone', () =>
    expect(groupsOf(standing).map(({ name, units }) => [name, units.map((row) => row.unit.id)])).toEqual([
      ['办公室', ['office']],
      ['民事', ['civil', 'team-1', 'team-2']],
    ]))
  it('puts groups of the front line first', () =>
    expect(frontFirst(groupsOf(standing)).map(({ name }) => name)).toEqual(['民事', '办公室']))
  it('draws all bars on the scale of the longest, surplus and all, and never on less than one', () => {
    expect(barScaleOf(standing)).toBe(Math.max(...standing.map(({ need, surplus }) => need! + surplus)))
    expect(barScaleOf([{ need: null, have: 7, surplus: 0 }])).toBe(7)
    expect(barScaleOf([])).toBe(1)
  })
})

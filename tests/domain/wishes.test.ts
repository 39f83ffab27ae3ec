import { describe, expect, it } from 'vitest'
import {
  courtFile,
  demandOf,
  emptyStatement,
  mostWishes,
  preferencesOf,
  smallestGroup,
  statementIssues,
  wishWindow,
  type Preference,
  type WishStatement,
} from '../../src/domain'
import { Dice } from '../planner/random'

const teams = courtFile.shape.teams.parse(
  Array.from({ length: 12 }, (_, at) => ({
    id: `team-${at}`,
    name: `Team ${at}`,
    department: 'civil',
    categories: at % 2 === 0 ? ['family'] : ['loans', 'family'],
  })),
)
const said = (more: Partial<WishStatement>): WishStatement => ({ ...emptyStatement, ...more })

describe('wishes of a statement', () => {
  it('are the posts in their order, then the teams that hear a wished category, each unit once', () => {
    const posts = [
      { unit: 'team-3', role: null },
      { unit: 'office', role: 'clerk' as const },
    ]
    expect(preferencesOf({ teams }, 'ann', said({ posts, categories: ['loans'] }))).toEqual([
      { person: 'ann', rank: 1, unit: 'team-3', role: null },
      { person: 'ann', rank: 2, unit: 'office', role: 'clerk' },
      { person: 'ann', rank: 3, unit: 'team-1', role: null },
      { person: 'ann', rank: 4, unit: 'team-5', role: null },
      { person: 'ann', rank: 5, unit: 'team-7', role: null },
      { person: 'ann', rank: 6, unit: 'team-9', role: null },
      { person: 'ann', rank: 7, unit: 'team-11', role: null },
    ])
    expect(preferencesOf({ teams }, 'ann', emptyStatement)).toEqual([])
  })
  it('have ranks 1 up without a gap, never more than a court takes, and are rows that a court takes', () => {
    const dice = new Dice(3)
    for (let draw = 0; draw < 200; draw++) {
      const units = dice.shuffled(teams.map(({ id }) => id)).slice(0, dice.whole(0, mostWishes))
      const categories = dice.some(['family', 'loans', 'none'], 0.5)
      const rows = preferencesOf(
        { teams },
        'ann',
        said({ posts: units.map((unit) => ({ unit, role: null })), categories }),
      )
      expect(rows.map(({ rank }) => rank)).toEqual(rows.map((_, at) => at + 1))
      expect(rows.slice(0, units.length).map(({ unit }) => unit)).toEqual(units)
      expect(new Set(rows.map(({ unit }) => unit)).size).toBe(rows.length)
      expect(courtFile.shape.preferences.parse(rows)).toEqual(rows)
    }
  })
})

describe('what is wrong with a statement', () => {
  const there = { units: new Set(['office', 'team']), people: new Set(['ann', 'bo']) }
  const issues = (more: Partial<WishStatement>) => [...statementIssues(there, 'ann', said(more))]
  it('is a unit or a person that is not there, a wish said twice, and oneself', () => {
    const office = { unit: 'office', role: null }
    expect(issues({ posts: [office, { unit: 'team', role: 'clerk' }], together: 'bo' })).toEqual([])
    expect(issues({ posts: [{ unit: 'moon', role: null }] })).toEqual([
      { code: 'reference-missing', path: ['posts', 0, 'unit'] },
    ])
    expect(issues({ posts: [office, office] })).toEqual([{ code: 'wish-twice', path: ['posts', 1] }])
    expect(issues({ together: 'ann' })).toEqual([{ code: 'together-with-oneself', path: ['together'] }])
    expect(issues({ together: 'eve' })).toEqual([{ code: 'reference-missing', path: ['together'] }])
  })
})

describe('the window for wishes', () => {
  const round = (name: string, wishesUntil: string | null, date: string) => ({ name, wishesUntil, date })
  const first = round('First', '2027-01-10', '2027-02-01')
  const second = round('Second', '2027-06-10', '2027-07-01')
  it('is open without an end where no round sets one', () => {
    expect(wishWindow([], '2027-01-01')).toEqual({ open: true, until: null, round: null })
    expect(wishWindow([round('Plain', null, '2027-02-01')], '2027-01-01').open).toBe(true)
  })
  it('is open up to and with the last day, closed while the plan is made, and open again after it', () => {
    expect(wishWindow([first], '2027-01-10')).toEqual({ open: true, until: '2027-01-10', round: 'First' })
    expect(wishWindow([first], '2027-01-11')).toEqual({ open: false, until: '2027-01-10', round: 'First' })
    expect(wishWindow([first], '2027-02-01').open).toBe(false)
    expect(wishWindow([first], '2027-02-02')).toEqual({ open: true, until: null, round: null })
  })
  it('takes the nearest last day that is not over', () => {
    expect(wishWindow([second, first], '2027-01-05').round).toBe('First')
    expect(wishWindow([second, first], '2027-01-20')).toEqual({ open: true, until: '2027-06-10', round: 'Second' })
  })
})

describe('how sought a unit is', () => {
  const wish = (person: string, unit: string, rank = 1): Preference => ({ person, unit, rank, role: null })
  const demand = (preferences: Preference[]) => demandOf({ preferences, people: [] }, '2021-01-01')
  it('counts people, not wishes, and tells no group smaller than five', () => {
    const five = ['a', 'b', 'c', 'd', 'e'].map((person) => wish(person, 'team'))
    expect(smallestGroup).toBe(5)
    expect(
      demand([
        ...five,
        { ...wish('a', 'team', 2), role: 'clerk' },
        ...five.slice(1).map((row) => ({ ...row, unit: 'office' })),
      ]),
    ).toEqual([{ unit: 'team', wishes: 5 }])
    expect(demand([])).toEqual([])
  })
  it('leaves out whoever has left', () => {
    const preferences = ['a', 'b', 'c', 'd', 'e', 'f'].map((person) => wish(person, 'team'))
    const row = { id: 'f', name: 'F', role: 'clerk', joined: '2015-01-01', left: '2020-12-31' }
    const people = courtFile.shape.people.parse([row])
    expect(demandOf({ preferences, people }, '2021-01-01')).toEqual([{ unit: 'team', wishes: 5 }])
    expect(demandOf({ preferences, people }, '2020-12-31')).toEqual([{ unit: 'team', wishes: 6 }])
  })
})

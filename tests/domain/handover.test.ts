import { describe, expect, it } from 'vitest'
import {
  emptyHandover,
  handoverDay,
  handoverDraft,
  handoverMoves,
  handoverPoints,
  isHandoverDay,
  isSameWay,
  lastHandoverDay,
  longestHandover,
  longestPoint,
  mayReopen,
  mostOwnPoints,
  pointsDone,
  pointsOf,
  roles,
  wordless,
  wordsOf,
  type HandoverDraft,
} from '@/domain'

const draft = (more: Partial<HandoverDraft>): HandoverDraft => ({ ...emptyHandover, ...more })
const units = [
  { id: 'office', department: 'office' },
  { id: 'team', department: 'civil' },
  { id: 'other', department: 'civil' },
]

describe('points of a hand-over', () => {
  it('are there for every role, and each is of one', () => {
    for (const role of roles) {
      expect(pointsOf([`unit/${role}`]).length).toBeGreaterThan(3)
      expect(pointsOf([`unit/${role}`])).toEqual(expect.arrayContaining(['access', 'contacts']))
    }
    expect(new Set(pointsOf(roles.map((role) => `unit/${role}`)))).toEqual(new Set(handoverPoints))
  })
  it('are of all posts that are left, each once', () => {
    const both = pointsOf(['team/clerk', 'office/administrative'])
    expect(new Set(both).size).toBe(both.length)
    expect(both).toEqual(expect.arrayContaining(['records', 'papers']))
    expect(pointsOf([])).toEqual([])
  })
  it('are done once they are ticked, with the own ones', () => {
    const from = ['team/bailiff']
    const own = [
      { text: 'Spare keys', ticked: true },
      { text: 'Car', ticked: false },
    ]
    expect(pointsDone({ from, draft: emptyHandover })).toEqual({ done: 0, all: 4 })
    // What is ticked of another role’s list counts for nothing.
    expect(pointsDone({ from, draft: draft({ ticked: ['access', 'records'], own }) })).toEqual({ done: 2, all: 6 })
  })
  it('of one’s own are short and few', () => {
    const own = (text: string, times = 1) =>
      draft({ own: Array.from({ length: times }, () => ({ text, ticked: false })) })
    const fits = (given: unknown): boolean => handoverDraft.safeParse(given).success
    expect(fits(own('x'.repeat(longestPoint), mostOwnPoints))).toBe(true)
    expect(fits(own('x'.repeat(longestPoint + 1)))).toBe(false)
    expect(fits(own('x', mostOwnPoints + 1))).toBe(false)
    expect(fits(own('  '))).toBe(false)
    expect(fits({ ...emptyHandover, ticked: ['sleep'] })).toBe(false)
    expect(fits({ ...emptyHandover, day: '2027-02-30' })).toBe(false)
  })
})

describe('the day of a hand-over', () => {
  const date = '2027-01-04'
  it('is that of the move, or up to sixty days later', () => {
    expect(longestHandover).toBe(60)
    expect(lastHandoverDay(date)).toBe('2027-03-05')
    for (const [day, fits] of [
      ['2027-01-03', false],
      ['2027-01-04', true],
      ['2027-03-05', true],
      ['2027-03-06', false],
    ] as const)
      expect(isHandoverDay(day, date), day).toBe(fits)
    expect(handoverDay({ draft: emptyHandover, date })).toBe(date)
    expect(handoverDay({ draft: draft({ day: '2027-02-01' }), date })).toBe('2027-02-01')
  })
  it('follows the move where it does not fit to it any more', () =>
    expect(handoverDay({ draft: draft({ day: '2027-02-01' }), date: '2027-03-01' })).toBe('2027-03-01'))
  it('is the last on which what was confirmed is opened again', () => {
    const of = { draft: draft({ day: '2027-02-01' }), date, confirmedOn: '2027-01-10' }
    expect(mayReopen(of, '2027-02-01')).toBe(true)
    expect(mayReopen(of, '2027-02-02')).toBe(false)
    expect(mayReopen({ ...of, confirmedOn: null }, '2027-01-10')).toBe(false)
  })
})

describe('the way of a move', () => {
  it('is the same whatever the day, and another with another post', () => {
    const way = { from: ['office/clerk'], to: ['team/clerk'] }
    expect(isSameWay({ ...way, ...{ date: '2027-01-04' } }, way)).toBe(true)
    expect(isSameWay({ ...way, to: ['other/clerk'] }, way)).toBe(false)
    expect(isSameWay({ from: way.to, to: way.from }, way)).toBe(false)
    expect(isSameWay({ ...way, to: [] }, way)).toBe(false)
  })
})

describe('who hands over', () => {
  const moves = [
    { person: 'ann', from: 'ann@office/clerk', to: 'ann@team/clerk' },
    { person: 'bo', from: 'bo@team/clerk:500+office/administrative:500', to: null },
    { person: 'cy', from: 'cy@team/judge', to: 'cy@other/judge' },
    { person: 'new', from: null, to: 'new@team/clerk' },
  ]
  it('is everybody whose post changes and who had one, with the departments that it concerns', () => {
    const found = handoverMoves(units, moves, '2027-01-04')
    expect([...found.keys()]).toEqual(['ann', 'bo', 'cy'])
    expect(found.get('ann')).toEqual({
      ...{ person: 'ann', date: '2027-01-04', from: ['office/clerk'], to: ['team/clerk'] },
      departments: new Set(['office', 'civil']),
    })
    expect(found.get('bo')).toMatchObject({ from: ['team/clerk', 'office/administrative'], to: [] })
    expect(found.get('cy')!.departments).toEqual(new Set(['civil']))
  })
})

it('tells its words, and stands without them', () => {
  const said = draft({
    ticked: ['access'],
    own: [{ text: 'Car', ticked: true }],
    day: '2027-02-01',
    toWords: 'Registry',
  })
  expect(wordsOf(said)).toBe('CarRegistry')
  expect(wordsOf({ ...said, to: 'bo' })).toContain('bo')
  expect(wordless(said)).toEqual(draft({ ticked: ['access'] }))
  expect(wordsOf(wordless(said))).toBe('')
})

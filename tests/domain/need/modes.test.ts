import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addToMonth, needOf, type Court } from '../../../src/domain'
import { exampleCourt } from '../../../src/example'
import { month, smallCourt } from '../small-court'

const date = '2022-01-04'
const months = (count: number) => Array.from({ length: count }, (_, i) => addToMonth('2021-12', i - count + 1))
const teams = ['t1', 't2', 't3', 't4']

/** Four ordinary teams of one judge each; a team's filings and closings are the same in each of its months. */
const peersCourt = (
  rows: { filed: number; closed: number; months?: number; judges?: number }[],
  settings = {},
): Court =>
  smallCourt({
    settings: { needMode: 'peers', ...settings },
    teams: rows.map((_, i) => ({ id: teams[i]!, name: `T${i}`, department: 'civil', categories: ['contract'] })),
    posts: rows.map((_, i) => ({ unit: teams[i]!, role: 'judge' as const })),
    people: rows.flatMap(({ judges = 1 }, i) =>
      Array.from({ length: judges }, (_, k) => ({
        id: `j${i}-${k}`,
        name: 'J',
        role: 'judge' as const,
        joined: '2010-01-01',
      })),
    ),
    assignments: rows.flatMap(({ judges = 1 }, i) =>
      Array.from({ length: judges }, (_, k) => ({
        person: `j${i}-${k}`,
        unit: teams[i]!,
        role: 'judge' as const,
        from: '2010-01-01',
      })),
    ),
    caseload: rows.flatMap(({ filed, closed, months: count = 36 }, i) =>
      months(count).map((each) => month(teams[i]!, each, filed, { carried: 500, closed })),
    ),
  })
const fteOf = (court: Court, post: string) => needOf(court, date).find((need) => need.post === post)!

describe('need by peers', () => {
  it('is new cases of a year over the third quartile of what peers close per person', () => {
    const court = peersCourt([10, 20, 30, 40].map((closed) => ({ filed: 70, closed })))
    const need = fteOf(court, 't1/judge')
    expect(need.sum).toMatchObject({ mode: 'peers', group: 'category', filedAYear: 840 })
    if (need.sum.mode !== 'peers') throw new Error('mode')
    expect(need.sum.rates.map(Math.round)).toEqual([120, 240, 360, 480])
    expect(need.fte).toBeCloseTo(840 / 390, 6)
    const byMedian = peersCourt(
      [10, 20, 30, 40].map((closed) => ({ filed: 70, closed })),
      { peerReference: 'median' },
    )
    expect(fteOf(byMedian, 't1/judge').fte).toBeCloseTo(840 / 300, 6)
  })
  it('estimates a team that is younger than three years from the months there are', () => {
    const court = peersCourt([
      { filed: 70, closed: 20 },
      { filed: 70, closed: 20 },
      { filed: 35, closed: 20, months: 5 },
    ])
    const { sum, fte } = fteOf(court, 't3/judge')
    expect(sum.window).toMatchObject({ months: 36, reported: 5, counted: 5 })
    expect(sum).toMatchObject({ filedAYear: 420 })
    expect(fte).toBeCloseTo(420 / 240, 2)
  })
  it('says so where there are too few peers, or they closed nothing; without filings nothing is needed', () => {
    const two = peersCourt([
      { filed: 7, closed: 5 },
      { filed: 7, closed: 5 },
    ])
    expect(fteOf(two, 't1/judge')).toMatchObject({ fte: null, why: { code: 'peers-too-few', facts: { found: 2 } } })
    const idle = peersCourt([0, 0, 0].map((closed) => ({ filed: 7, closed })))
    expect(fteOf(idle, 't1/judge')).toMatchObject({ fte: null, why: { code: 'peers-closed-nothing' } })
    const quiet = peersCourt([5, 5, 5].map((closed) => ({ filed: 0, closed })))
    expect(fteOf(quiet, 't1/judge')).toMatchObject({ fte: 0, why: null })
  })
  it('leaves teams without anybody out of the peers', () => {
    const court = peersCourt([1, 1, 1, 0].map((judges) => ({ filed: 7, closed: 5, judges })))
    const { sum, fte } = fteOf(court, 't4/judge')
    expect(sum.mode === 'peers' && sum.rates).toHaveLength(3)
    expect(fte).toBeCloseTo(7 / 5, 6)
  })
})

describe('need pro rata', () => {
  it('shares out the people there are by load, with no year value', () => {
    const court = peersCourt(
      [
        { filed: 30, closed: 0 },
        { filed: 10, closed: 0 },
        { filed: 0, closed: 0 },
      ],
      {
        needMode: 'pro-rata',
        yearMinutes: {},
      },
    )
    expect(needOf(court, date).map(({ fte }) => fte)).toEqual([2.25, 0.75, 0])
    expect(fteOf(court, 't1/judge').sum).toMatchObject({ mode: 'pro-rata', measure: 'weighted', people: 3 })
  })
  it('says so where there is no load', () => {
    const court = peersCourt([{ filed: 0, closed: 0 }], { needMode: 'pro-rata' })
    expect(fteOf(court, 't1/judge')).toMatchObject({ fte: null, why: { code: 'load-missing' } })
  })
  it('gives away exactly the people there are, whatever the load', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 500 }), { minLength: 1, maxLength: 4 }), (filed) => {
        fc.pre(filed.some((each) => each > 0))
        const court = peersCourt(
          filed.map((each) => ({ filed: each, closed: 0, months: 12 })),
          { needMode: 'pro-rata' },
        )
        expect(needOf(court, date).reduce((sum, { fte }) => sum + fte!, 0)).toBeCloseTo(filed.length, 9)
      }),
      { numRuns: 40 },
    )
  })
})

describe('the filings window', () => {
  it('of three years is their mean, never a rounded one', () => {
    const filed = months(36).map((each, i) => month('fast', each, [18, 18, 19][i / 12] ?? 0))
    const court = smallCourt({ settings: { filingsWindow: 'three-year-mean' }, caseload: filed })
    expect(fteOf(court, 'fast/judge').sum).toMatchObject({
      minutes: expect.closeTo((55 / 3) * 239, 9) as number,
      window: { counted: 36 },
    })
  })
  it('of a shorter history is estimated from the months there are', () => {
    const court = smallCourt({
      settings: { filingsWindow: 'three-year-mean' },
      caseload: months(6).map((each) => month('fast', each, 10)),
    })
    expect(fteOf(court, 'fast/judge').sum).toMatchObject({ minutes: 120 * 239, window: { reported: 6, counted: 6 } })
  })
})

describe('a post that follows another', () => {
  const posts = [
    { unit: 'fast', role: 'judge' as const, fixed: 0.5 },
    { unit: 'fast', role: 'clerk' as const, fixed: 0.25, ratioTo: { role: 'judge' as const, per: 2 } },
  ]
  it('needs so many for each one needed there, and its own fixed work', () => {
    const court = smallCourt({ posts, caseload: [month('fast', '2021-05', 400)] })
    const [judges, clerks] = needOf(court, date)
    expect(clerks!.fte).toBeCloseTo(judges!.fte! * 2 + 0.25, 12)
    expect(clerks!.sum).toMatchObject({ mode: 'ratio', to: 'judge', per: 2, needThere: judges!.fte })
  })
  it('cannot be computed where that one cannot', () => {
    const court = smallCourt({ posts, settings: { yearMinutes: {} }, caseload: [month('fast', '2021-05', 400)] })
    expect(needOf(court, date)[1]).toMatchObject({ fte: null, why: { code: 'year-value-missing' } })
  })
})

describe('every need of the example', () => {
  it.each(['weights', 'peers', 'pro-rata'] as const)('by %s is a number or says why', (mode) => {
    for (const { fte, why } of needOf(exampleCourt(), date, mode)) {
      expect(fte === null).toBe(why !== null)
      if (fte !== null) expect(Number.isFinite(fte) && fte >= 0).toBe(true)
    }
  })
})

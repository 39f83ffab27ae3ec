import { addDays, addMonths, eachDayOfInterval } from 'date-fns'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  burdenOf,
  candidatesOn,
  courtIssues,
  dateOf,
  dayOf,
  ledgerBefore,
  ledgerOf,
  movesIn,
  noBurden,
  type Assignment,
  type BurdenTerms,
  type WishAnswer,
} from '../../src/domain'
import { smallCourt } from './small-court'

const terms: BurdenTerms = { burdenMonths: 36, burdenMove: 2, burdenDistance: 1, burdenRefusedWish: 1 }
const stay = (unit: string, from: string, until: string | null, more: Partial<Assignment> = {}): Assignment => ({
  person: 'bo',
  unit,
  role: 'clerk',
  from,
  until,
  kind: 'permanent',
  share: 1,
  ...more,
})
const answer = (date: string, unit: string, met: boolean, rank = 1): WishAnswer => ({
  round: `r-${date}`,
  person: 'bo',
  date,
  unit,
  rank,
  met,
})
const siteOf = (unit: string): string | null => (unit === 'town' ? 'Town' : null)
const ledger = (
  assignments: Assignment[],
  wishAnswers: WishAnswer[] = [],
  date = '2027-01-04',
  changed: Partial<BurdenTerms> = {},
) => ledgerBefore({ assignments, wishAnswers }, date, { ...terms, ...changed }, siteOf)
const inShort = (...given: Parameters<typeof ledger>) =>
  ledger(...given).map(({ date, kind, points }) => `${date} ${kind} ${points}`)

describe('the ledger', () => {
  const moved = [stay('office', '2015-07-01', '2025-06-30'), stay('fast', '2025-07-01', null)]

  it('holds a permanent change of post, with what it was and when it is laid down', () =>
    expect(ledger(moved)).toEqual([
      {
        date: '2025-07-01',
        kind: 'move',
        points: 2,
        expires: '2028-07-01',
        facts: { from: ['office/clerk'], to: ['fast/clerk'] },
      },
    ]))
  it.each<[string, Assignment[]]>([
    ['the first post', [stay('office', '2025-07-01', null)]],
    [
      'a temporary posting and the way back',
      [
        stay('office', '2015-07-01', null),
        stay('fast', '2025-07-01', '2025-12-31', { kind: 'temporary' }),
        stay('slow', '2026-03-01', '2026-05-31', { kind: 'temporary' }),
      ],
    ],
    [
      'the same post after a time without one, or under a new entry',
      [
        stay('office', '2015-07-01', '2025-06-30'),
        stay('office', '2026-01-01', '2026-06-30'),
        stay('office', '2026-07-01', null),
      ],
    ],
    [
      'another share of the same posts, or one of two given up',
      [
        stay('office', '2015-07-01', '2025-06-30', { share: 0.5 }),
        stay('fast', '2015-07-01', '2025-12-31', { share: 0.5 }),
        stay('office', '2025-07-01', null, { share: 0.3 }),
      ],
    ],
    ['a move on the day itself', [stay('office', '2015-07-01', '2027-01-03'), stay('fast', '2027-01-04', null)]],
    ['a move to come', [stay('office', '2015-07-01', '2027-03-31'), stay('fast', '2027-04-01', null)]],
  ])('knows that %s is no burden', (_, assignments) => expect(ledger(assignments)).toEqual([]))

  it('lays an entry down after the months set, to the day', () => {
    expect(inShort(moved, [], '2028-06-30')).toEqual(['2025-07-01 move 2'])
    expect(inShort(moved, [], '2028-07-01')).toEqual([])
    expect(inShort(moved, [], '2026-07-01', { burdenMonths: 12 })).toEqual([])
  })
  it('counts a second post taken up beside the first, and the way back to one held long ago', () =>
    expect(
      inShort([
        stay('office', '2015-07-01', '2024-12-31'),
        stay('fast', '2025-01-01', null, { share: 0.5 }),
        stay('slow', '2025-06-01', '2026-05-31', { share: 0.5 }),
        stay('office', '2026-06-01', null, { share: 0.5 }),
      ]),
    ).toEqual(['2025-01-01 move 2', '2025-06-01 move 2', '2026-06-01 move 2']))
  it('counts another site on top, and not the way within one', () => {
    const far = [
      stay('office', '2015-07-01', '2025-06-30'),
      stay('town', '2025-07-01', '2026-06-30'),
      stay('fast', '2026-07-01', null),
    ]
    expect(inShort(far)).toEqual([
      '2025-07-01 move 2',
      '2025-07-01 distance 1',
      '2026-07-01 move 2',
      '2026-07-01 distance 1',
    ])
    expect(ledger(far).flatMap((entry) => (entry.kind === 'distance' ? [entry.facts.site] : []))).toEqual([
      'Town',
      null,
    ])
  })
  it('leaves out a move that was the own first wish, and only that one', () => {
    const twice = [
      stay('office', '2015-07-01', '2025-06-30'),
      stay('town', '2025-07-01', '2026-06-30'),
      stay('fast', '2026-07-01', null),
    ]
    expect(inShort(twice, [answer('2025-07-01', 'town', true)])).toEqual(['2026-07-01 move 2', '2026-07-01 distance 1'])
    expect(inShort(twice, [answer('2026-06-15', 'fast', true)])).toEqual(['2025-07-01 move 2', '2025-07-01 distance 1'])
    expect(inShort(twice, [answer('2025-07-01', 'fast', true)])).toHaveLength(4)
    expect(inShort(twice, [answer('2025-07-01', 'town', true, 2)])).toHaveLength(4)
  })
  it('holds a round that met none of the own wishes', () =>
    expect(ledger([], [answer('2026-07-06', 'fast', false), answer('2027-01-04', 'slow', false)])).toEqual([
      { date: '2026-07-06', kind: 'refused-wish', points: 1, expires: '2029-07-06', facts: { unit: 'fast', rank: 1 } },
    ]))
  it('leaves out what the court counts nothing for', () => {
    const answers = [answer('2026-07-06', 'fast', false)]
    expect(inShort(moved, answers, '2027-01-04', { burdenMove: 0 })).toEqual(['2026-07-06 refused-wish 1'])
    expect(inShort(moved, answers, '2027-01-04', { burdenRefusedWish: 0 })).toEqual(['2025-07-01 move 2'])
  })
  it('is told in short', () => {
    expect(burdenOf(ledger(moved, [answer('2026-07-06', 'fast', false)]))).toEqual({
      points: 3,
      moves: 1,
      refused: 1,
      since: '2025-07-01',
    })
    expect(burdenOf([])).toEqual(noBurden)
  })
})

describe('moves', () => {
  const first = '2026-01-01'
  const day = fc.nat({ max: 40 }).map((days) => dateOf(addDays(dayOf(first), days)))
  const anyStay = fc
    .tuple(day, fc.option(day), fc.constantFrom('office', 'fast', 'slow'), fc.constantFrom('permanent', 'temporary'))
    .map(([a, b, unit, kind]) =>
      stay(unit, b !== null && b < a ? b : a, b !== null && b < a ? a : b, { kind: kind as 'permanent' }),
    )

  it('are the days on which a walk day by day meets a post not held when there was one last', () =>
    fc.assert(
      fc.property(fc.array(anyStay, { maxLength: 6 }), (assignments) => {
        const days = eachDayOfInterval({ start: dayOf(first), end: addDays(dayOf(first), 41) }).map(dateOf)
        let held = new Set<string>()
        const met: string[] = []
        for (const date of days) {
          const now = new Set(
            assignments
              .filter(
                ({ kind, from, until }) => kind === 'permanent' && from <= date && (until === null || until >= date),
              )
              .map(({ unit }) => unit),
          )
          if (held.size > 0 && [...now].some((unit) => !held.has(unit))) met.push(date)
          if (now.size > 0) held = now
        }
        expect(movesIn(assignments).map(({ date }) => date)).toEqual(met)
      }),
    ))
  it('never count less for one more, nor more for a shorter memory', () =>
    fc.assert(
      fc.property(
        fc.array(anyStay, { maxLength: 6 }),
        fc.array(fc.tuple(day, fc.boolean()), { maxLength: 3 }),
        fc.integer({ min: 1, max: 3 }),
        (assignments, given, months) => {
          const answers = given.map(([date]) => answer(date, 'fast', false))
          const date = dateOf(addMonths(dayOf(first), 2))
          const points = (...known: Parameters<typeof ledger>) => burdenOf(ledger(...known)).points
          expect(points(assignments, answers, date)).toBe(
            points(assignments, [], date) + answers.filter((each) => each.date < date).length,
          )
          expect(points(assignments, answers, date, { burdenMonths: months })).toBeLessThanOrEqual(
            points(assignments, answers, date, { burdenMonths: months + 1 }),
          )
        },
      ),
    ))
})

describe('the ledgers of a court', () => {
  const court = smallCourt({
    settings: { burdenMove: 3 },
    teams: [
      { id: 'fast', name: 'Fast track', department: 'civil', track: 'fast-track' },
      { id: 'slow', name: 'Complex', department: 'civil', track: 'complex', site: 'Town' },
    ],
    assignments: [
      { person: 'ann', unit: 'fast', role: 'judge', from: '2012-07-01' },
      { person: 'bo', unit: 'office', role: 'clerk', from: '2019-03-01', until: '2021-02-28' },
      { person: 'bo', unit: 'slow', role: 'clerk', from: '2021-03-01' },
    ],
    wishAnswers: [{ round: 'r0', person: 'ann', date: '2021-07-01', unit: 'slow', rank: 1, met: false }],
  })
  it('belong to each person alone, with the court’s own points and sites', () => {
    const kinds = (person: string) => ledgerOf(court, person, '2022-01-04').map(({ kind, points }) => [kind, points])
    expect(kinds('ann')).toEqual([['refused-wish', 1]])
    expect(kinds('bo')).toEqual([
      ['move', 3],
      ['distance', 1],
    ])
  })
  it('are what the planner is given', () =>
    expect(candidatesOn(court, '2022-01-04').map(({ id, burden }) => [id, burden])).toEqual([
      ['ann', { points: 1, moves: 0, refused: 1, since: '2021-07-01' }],
      ['bo', { points: 4, moves: 1, refused: 0, since: '2021-03-01' }],
    ]))
  it('know people and units of the court alone, and one answer of a round for each', () => {
    const [row] = court.wishAnswers
    const issues = (...wishAnswers: WishAnswer[]) =>
      [...courtIssues({ ...court, wishAnswers })].map(({ code, path }) => `${path.join('/')} ${code}`)
    expect(issues(row!, { ...row!, round: 'r1' })).toEqual([])
    expect(issues(row!, row!)).toEqual(['wishAnswers/1/person duplicate'])
    expect(issues({ ...row!, person: 'zoe', unit: 'moon' })).toEqual([
      'wishAnswers/0/person person-unknown',
      'wishAnswers/0/unit unit-unknown',
    ])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { movesOf, shortageOf } from '../../src/app/moves'
import {
  blankRound,
  builtIn,
  courtFile,
  courtIssues,
  demandOf,
  formerNumber,
  forgotten,
  haveOn,
  labelsFor,
  measure,
  needOf,
  problemOf,
  staffOn,
  whyNotForgotten,
  type Court,
  type Leave,
} from '../../src/domain'
import { exampleCourt } from '../../src/example'
import { anyCourt } from '../workbook/courts'
import { smallCourt } from './small-court'

const whole = exampleCourt()
const dates = ['2019-03-01', '2020-02-29', '2020-12-31', '2021-01-15', '2021-06-30', '2021-12-31', '2022-06-01']
const anyDay = fc.constantFrom(...dates, '2020-03-10', '2020-04-20', '2021-07-01', '2021-09-09')

/** The example court, of which some have left after leaves of every kind that overlap, follow each other, or do not. */
const leavers = fc
  .record({
    gone: fc.uniqueArray(fc.constantFrom(...whole.people.map(({ id }) => id)), { minLength: 1, maxLength: 6 }),
    left: anyDay,
    leaves: fc.array(
      fc.record({
        at: fc.nat(5),
        kind: fc.constantFrom<Leave['kind']>('annual', 'sick', 'maternity', 'study', 'secondment', 'other', 'nursing'),
        span: fc.tuple(anyDay, fc.option(anyDay)),
        consents: fc.boolean(),
      }),
      { maxLength: 12 },
    ),
  })
  .map(({ gone, ...rest }) => ({
    ...rest,
    gone: gone.filter((id) => whole.people.find((person) => person.id === id)!.joined <= rest.left),
  }))
  .filter(({ gone }) => gone.length > 0)
  .map(({ gone, left, leaves }): { court: Court; gone: string[] } => ({
    gone,
    court: {
      ...whole,
      people: whole.people.map((person) => (gone.includes(person.id) ? { ...person, left } : person)),
      assignments: whole.assignments.map((row) =>
        gone.includes(row.person) && (row.until ?? '9999') > left && row.from <= left ? { ...row, until: left } : row,
      ),
      leaves: [
        ...whole.leaves,
        ...leaves.map(({ at, kind, span: [a, b], consents }) => {
          const [from, until] = b !== null && b < a ? [b, a] : [a, b]
          return { person: gone[at % gone.length]!, kind, from, until, consents }
        }),
      ],
    },
  }))

const year = { from: '2021-01', until: '2021-12' }
const round = { id: 'r', name: 'R', ...blankRound }

describe('deleting what is private', () => {
  it('leaves every count as it was, on every date', () => {
    fc.assert(
      fc.property(leavers, ({ court, gone }) => {
        const labels = labelsFor(court, gone)
        const after = forgotten(court, labels)
        const named = (ids: readonly string[]): string[] => ids.map((id) => labels.get(id) ?? id)
        for (const date of dates) {
          expect(haveOn(after, date)).toEqual(haveOn(court, date))
          const staff = staffOn(court, date)
          expect(staffOn(after, date)).toEqual({ ...staff, people: named(staff.people) })
        }
        const today = '2022-07-01'
        expect(demandOf(after, today)).toEqual(demandOf(court, today))
        expect(needOf(after, '2022-01-04')).toEqual(needOf(court, '2022-01-04'))
        for (const definition of builtIn)
          expect(measure(after, definition, {}, year)).toEqual(measure(court, definition, {}, year))
      }),
      { numRuns: 60 },
    )
  })

  it('leaves the moves and the shortages of rounds as they were', () => {
    fc.assert(
      fc.property(leavers, anyDay, fc.nat(200), ({ court, gone }, date, shift) => {
        const labels = labelsFor(court, gone)
        const [before, after] = [court, forgotten(court, labels)].map((each) => problemOf(each, { ...round, date }))
        // Everybody in the seat of somebody else of the court: any plan will do.
        const seats = before!.posts.map(({ id }) => id)
        const plan = Object.fromEntries(
          before!.people.map(({ id }, at) => [id, `${id}@${seats[(at + shift) % seats.length]}`]),
        )
        const renamed = Object.fromEntries(
          Object.entries(plan).map(([id, seat]) => {
            const as = labels.get(id) ?? id
            return [as, as + seat.slice(seat.indexOf('@'))]
          }),
        )
        expect(shortageOf(after!)).toBe(shortageOf(before!))
        expect(shortageOf(after!, renamed)).toBe(shortageOf(before!, plan))
        expect(movesOf(after!, renamed)).toEqual(
          movesOf(before!, plan).map((move) => ({ ...move, person: labels.get(move.person) ?? move.person })),
        )
      }),
      { numRuns: 30 },
    )
  })

  it('leaves a court that holds together, in which nothing else of them is told', () => {
    fc.assert(
      fc.property(anyCourt, fc.nat(63), (court, which) => {
        const gone = court.people.filter((_, at) => (which >> at) & 1).map(({ id }) => id)
        fc.pre(gone.every((id) => formerNumber(id) === null))
        const labels = labelsFor(court, gone)
        const after = forgotten(court, labels)
        const faults = (of: Court): string[] => [...courtIssues(of)].map(({ code }) => code)
        expect(faults(after).filter((code) => !faults(court).includes(code))).toEqual([])
        const people = new Set([...labels.values()])
        for (const { id, ...rest } of after.people.filter((person) => people.has(person.id)))
          expect(rest).toMatchObject({ name: id, leader: false, underReview: false, mentor: null, conflictUnits: [] })
        for (const list of ['qualifications', 'preferences', 'wishAnswers'] as const)
          expect(after[list].filter(({ person }) => people.has(person) || gone.includes(person))).toEqual([])
        const kinds = after.leaves.filter(({ person }) => people.has(person)).map(({ kind }) => kind)
        expect(kinds.every((kind) => kind === 'other' || kind === 'secondment')).toBe(true)
        expect(after.kinships.filter(({ first, second }) => gone.includes(first) || gone.includes(second))).toEqual([])
        // Once more changes nothing: what is left is what is counted.
        const again = forgotten(after, new Map([...people].map((label) => [label, label])))
        expect(again.people).toEqual(after.people)
        expect(new Set(again.leaves)).toEqual(new Set(after.leaves))
      }),
      { numRuns: 200 },
    )
  })

  it('numbers them on', () => {
    const court = smallCourt()
    const [first, second] = court.people.map(({ id }) => id) as [string, string]
    const once = forgotten(court, labelsFor(court, [first]))
    expect(labelsFor(once, [second])).toEqual(new Map([[second, 'former-2']]))
    expect([formerNumber('former-12'), formerNumber('former-0'), formerNumber('formerly-1')]).toEqual([12, null, null])
  })

  it('is refused for whoever has a post, or has not left', () => {
    const court = courtFile.parse({
      ...smallCourt(),
      departments: [{ id: 'office', name: 'Office', kind: 'administrative' }],
      teams: [],
      posts: [{ unit: 'office', role: 'clerk' }],
      caseload: [],
      people: ['a', 'b', 'c', 'd'].map((id) => ({ id, name: id, role: 'clerk', joined: '2015-01-01', left: null })),
      assignments: [
        { person: 'a', unit: 'office', role: 'clerk', from: '2015-01-01', until: '2021-06-30' },
        { person: 'b', unit: 'office', role: 'clerk', from: '2015-01-01' },
      ],
    })
    const why = (id: string, left: string | null, today = '2021-07-01') =>
      whyNotForgotten(court, { ...court.people.find((each) => each.id === id)!, left }, today)?.code ?? null
    expect(why('a', '2021-06-30')).toBeNull()
    expect(why('a', '2021-06-30', '2021-06-30')).toBe('person-in-post')
    expect(why('b', '2021-06-30')).toBe('person-in-post')
    expect(why('c', null)).toBe('person-not-left')
    expect(why('c', '2021-07-01')).toBe('person-not-left')
    expect(whyNotForgotten(court, { ...court.people[0]!, id: 'former-1' }, '2022-01-01')?.code).toBe('person-former')
  })
})

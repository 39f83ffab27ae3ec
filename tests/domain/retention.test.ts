import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  absenceOn,
  courtFile,
  dueOn,
  leavesSince,
  settings,
  withoutDue,
  type Court,
  type Dated,
  type Leave,
} from '../../src/domain'
import { smallCourt } from './small-court'

const none: Dated = { statements: [], objections: [] }
const today = '2026-11-29'
const leave = (row: Partial<Leave> & Pick<Leave, 'from' | 'until'>): Leave => ({
  ...{ person: 'ann', kind: 'sick', consents: false },
  ...row,
})
const courtWith = (changes: object): Court => courtFile.parse({ ...smallCourt(), ...changes })
const kinds = (court: Court, more = none) =>
  dueOn(court, more, today).map(({ kind, person, rows }) => [kind, person, rows])

describe('how long personal facts are kept', () => {
  it('is two years, unless the court says otherwise', () => {
    expect(settings.parse({})).toMatchObject({
      ...{ keepLeftMonths: 24, keepLeavesMonths: 24, keepWishesMonths: 24, keepObjectionsMonths: 24 },
      deleteDaily: false,
    })
  })

  it('is counted from the last day at the court', () => {
    const left = (on: string, more = {}) =>
      courtWith({ people: [{ id: 'ann', name: 'Ann', role: 'judge', joined: '2012-07-01', left: on }], ...more })
    expect(kinds(left('2024-11-28'))).toEqual([['people', 'ann', 1]])
    expect(kinds(left('2024-11-29'))).toEqual([])
    expect(kinds(left('2024-11-29', { settings: { keepLeftMonths: 23 } }))).toEqual([['people', 'ann', 1]])
    const still = [{ person: 'ann', unit: 'civil', role: 'judge', from: '2015-01-01' }]
    expect(kinds(left('2024-11-28', { assignments: still }))).toEqual([])
    // Of whom all goes, no leave is listed beside.
    expect(kinds(left('2024-11-28', { leaves: [leave({ from: '2020-01-01', until: '2020-01-05' })] }))).toHaveLength(1)
  })

  it('is counted from the end of a leave, extensions and all', () => {
    const of = (...leaves: Leave[]) => kinds(courtWith({ leaves }))
    expect(of(leave({ from: '2024-01-01', until: '2024-11-28' }))).toEqual([['leaves', 'ann', 1]])
    expect(of(leave({ from: '2024-01-01', until: '2024-11-29' }))).toEqual([])
    expect(of(leave({ from: '2024-01-01', until: null }))).toEqual([])
    const extended = [
      leave({ from: '2024-01-01', until: '2024-06-30' }),
      leave({ from: '2024-07-01', until: '2025-03-31' }),
    ]
    expect(of(...extended)).toEqual([])
    const long = leave({ kind: 'other', from: '2020-01-01', until: '2020-06-30' })
    expect(of(long)).toEqual([])
    expect(of({ ...long, kind: 'secondment' })).toEqual([])
    expect(of({ ...long, kind: 'pregnancy' })).toEqual([['leaves', 'ann', 1]])
  })

  it('is counted from when wishes were stated last, and objections settled', () => {
    const preferences = [{ person: 'bo', rank: 1, unit: 'fast', role: null }]
    const court = courtWith({ preferences })
    const statements = [{ person: 'bo', savedOn: '2024-11-28' }]
    expect(kinds(court, { ...none, statements })).toEqual([['wishes', 'bo', 2]])
    expect(kinds(court, { ...none, statements: [{ person: 'bo', savedOn: '2024-11-29' }] })).toEqual([])
    const said = (settledOn: string | null, text = 'No') => ({ person: 'bo', text, settledOn })
    const objections = [said('2024-11-28'), said('2024-11-29'), said(null), said('2020-01-01', '')]
    expect(kinds(court, { ...none, objections: objections })).toEqual([['objections', 'bo', 1]])
  })

  it('leaves answers to wishes as long as the ledger counts them', () => {
    const answer = (date: string) => ({ round: date, person: 'bo', date, unit: 'fast', rank: 1, met: false })
    const court = courtWith({ wishAnswers: [answer('2023-11-28'), answer('2023-11-29'), answer('2024-01-01')] })
    const due = dueOn(court, none, today)
    expect(due).toMatchObject([{ kind: 'wishes', person: 'bo', rows: 1, since: '2023-11-28' }])
    expect(withoutDue(court, due, today).wishAnswers.map(({ date }) => date)).toEqual(['2023-11-29', '2024-01-01'])
  })
})

describe('leaves that are not kept', () => {
  const on = fc
    .integer({ min: 1, max: 27 })
    .chain((day) =>
      fc.constantFrom('2024-01', '2024-02', '2024-03').map((month) => `${month}-${String(day).padStart(2, '0')}`),
    )
  const rows = fc.array(
    fc
      .record({
        kind: fc.constantFrom<Leave['kind']>('annual', 'sick', 'maternity', 'other', 'secondment', 'nursing'),
        span: fc.tuple(on, fc.option(on, { freq: 9 })),
        consents: fc.boolean(),
      })
      .map(({ kind, span: [a, b], consents }) =>
        leave({ kind, consents, from: b !== null && b < a ? b : a, until: b !== null && b < a ? a : b }),
      ),
    { maxLength: 8 },
  )
  it('leave on every day who was away, and tell no reason; doing it again changes nothing', () => {
    fc.assert(
      fc.property(rows, on, fc.nat(40), (leaves, before, long) => {
        const after = leavesSince(leaves, long, before)
        for (let at = 0; at < 120; at++) {
          const day = new Date(Date.UTC(2023, 11, 20 + at)).toISOString().slice(0, 10)
          const [was, is] = [absenceOn(leaves, day, long), absenceOn(after, day, long)]
          expect([day, is?.until, is === null]).toEqual([day, was?.until, was === null])
        }
        const past = after.filter(({ until }) => until !== null && until < before)
        expect(past.every(({ kind }) => ['other', 'secondment', 'sick', 'maternity'].includes(kind))).toBe(true)
        expect(leavesSince(after, long, before)).toEqual(after)
      }),
      { numRuns: 300 },
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseRecord, countDays, courseOfDays, flowOfDays, listBegins, ofTeams } from '../../../src/domain'

const cases = [
  { id: 'a', filed: '2020-11-02', closed: '2020-12-31', outcome: 'full' },
  { id: 'b', filed: '2020-11-02', closed: '2021-01-01', outcome: 'full' },
  { id: 'c', filed: '2021-03-01', closed: '2021-03-31', outcome: 'settled' },
  { id: 'd', filed: '2021-03-01', closed: '2021-04-10', outcome: 'full', team: 'slow' },
  { id: 'e', filed: '2021-05-01', closed: null, outcome: null },
  { id: 'f', filed: '2021-12-01', closed: null, outcome: null },
].map((row) => caseRecord.parse({ team: 'fast', caseType: 'loan', ...row }))
const year = { from: '2021-01-01', until: '2021-12-31' }
const counted = countDays(cases, year)
const upTo = (until: string) => flowOfDays(counted, { from: year.from, until })

describe('a case list day by day', () => {
  it('counts the first and the last day of a span', () => {
    expect(upTo('2021-11-10')).toMatchObject({ carried: 1, filed: 3, accepted: 4, closed: 3, full: 2, fullDays: 100 })
    expect(flowOfDays(counted, { from: '2021-03-31', until: '2021-04-10' })).toMatchObject({ carried: 2, closed: 2 })
  })
  it('leaves out days on which nothing happened, and counts each team for itself', () => {
    expect(counted.days.map(({ date, team }) => `${date} ${team}`)).toEqual([
      '2021-01-01 fast',
      '2021-03-01 fast',
      '2021-03-01 slow',
      '2021-03-31 fast',
      '2021-04-10 slow',
      '2021-05-01 fast',
      '2021-12-01 fast',
    ])
    expect(flowOfDays(ofTeams(counted, new Set(['slow'])), year)).toMatchObject({ accepted: 1, closed: 1 })
  })
  it('tells from when on the list speaks', () => {
    expect(listBegins(countDays(cases, { from: '2020-01-01', until: '2021-12-31' }))).toBe('2020-12-01')
    expect(listBegins(countDays(cases.slice(4), year))).toBeNull()
  })
  const day = fc.integer({ min: 0, max: 90 }).map((n) => new Date(Date.UTC(2021, 0, 1 + n)).toISOString().slice(0, 10))
  const list = fc.array(
    fc
      .record({
        team: fc.constantFrom('fast', 'slow'),
        a: day,
        b: fc.option(day),
        outcome: fc.constantFrom('full', 'settled'),
      })
      .map(({ a, b, ...row }) => ({ ...row, filed: b !== null && b < a ? b : a, closed: b !== null && b < a ? a : b })),
    { maxLength: 30 },
  )
  it('adds up to what the list itself says of any span, on its last day as in its course', () =>
    fc.assert(
      fc.property(list, day, day, day, (rows, a, b, c) => {
        const [from, since, until] = [a, b, c].toSorted() as [string, string, string]
        const given = rows.map((row, i) =>
          caseRecord.parse({
            ...row,
            id: `c${i}`,
            caseType: 'loan',
            outcome: row.closed === null ? null : row.outcome,
          }),
        )
        const flow = flowOfDays(countDays(given, { from, until }), { from: since, until })
        const open = given.filter(({ filed, closed }) => filed <= until && (closed === null || closed >= since))
        const done = open.filter(({ closed }) => closed !== null && closed <= until)
        expect([flow.accepted, flow.closed, flow.full]).toEqual([
          open.length,
          done.length,
          done.filter(({ outcome }) => outcome === 'full').length,
        ])
        const { rows: counted, ...last } = flow
        expect(counted.every(({ date }) => since <= date && date <= until)).toBe(true)
        expect(courseOfDays(countDays(given, { from, until }), { from: since, until }).at(-1)).toEqual(last)
      }),
    ))
})

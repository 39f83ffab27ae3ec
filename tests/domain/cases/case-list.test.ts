import { addMonths, differenceInCalendarDays } from 'date-fns'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  caseRecord,
  countCases,
  dateOf,
  dueBy,
  dayOf,
  lastDayOf,
  pendingOf,
  type CaseRecord,
  type Measure,
} from '../../../src/domain'
import { anyCase } from './draw'

const period = { from: '2019-03', until: '2021-02' }

/** One month of one series, counted case by case as the words say it. */
function counted(cases: readonly CaseRecord[], team: string, caseType: string, month: string) {
  const of = cases.filter((row) => row.team === team && row.caseType === caseType)
  const end = lastDayOf(month)
  const closed = of.filter((row) => row.closed?.startsWith(month))
  const pending = of.filter((row) => row.filed <= end && (row.closed === null || row.closed > end))
  const older = (months: number) =>
    pending.filter((row) => row.filed <= lastDayOf(dateOf(addMonths(dayOf(`${month}-01`), -months)).slice(0, 7))).length
  const sum = (rows: readonly CaseRecord[], value: (row: CaseRecord) => number) =>
    rows.reduce((total, row) => total + value(row), 0)
  const lasting = (row: CaseRecord) => differenceInCalendarDays(dayOf(row.closed!), dayOf(row.filed))
  const filed = of.filter((row) => row.filed.startsWith(month))
  const measures: Record<Measure, number> = {
    limited: closed.filter(({ due }) => due !== null).length,
    onTime: closed.filter((row) => row.due !== null && row.closed! <= row.due).length,
    days: sum(closed, lasting),
    mediable: closed.filter(({ outcome }) => ['judgment', 'mediated', 'settled', 'withdrawn'].includes(outcome!))
      .length,
    settled: closed.filter(({ outcome }) => outcome === 'mediated' || outcome === 'settled').length,
    withdrawn: closed.filter(({ outcome }) => outcome === 'withdrawn').length,
    full: closed.filter(({ outcome }) => outcome === 'full').length,
    fullDays: sum(
      closed.filter(({ outcome }) => outcome === 'full'),
      lasting,
    ),
    terminated: closed.filter(({ outcome }) => outcome === 'terminated-for-now').length,
    disputes: filed.filter((row) => {
      const others = cases.filter((each) => (each.dispute ?? each.id) === (row.dispute ?? row.id))
      return others.every(
        (each) => each === row || row.filed < each.filed || (row.filed === each.filed && row.id < each.id),
      )
    }).length,
    pendingTo3: pending.length - older(3),
    pendingTo6: older(3) - older(6),
    pendingTo12: older(6) - older(12),
    pendingOver12: older(12),
    claimed: sum(closed, ({ claimed }) => claimed ?? 0),
    recovered: sum(closed, ({ recovered }) => recovered ?? 0),
  }
  return { filed: filed.length, closed: closed.length, pending: pending.length, measures }
}

describe('a case list counted month by month', () => {
  it('gives what counting case by case gives, and stocks that add up and carry over', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyCase, { maxLength: 40, selector: ({ id }) => id }), (cases) => {
        const rows = countCases(cases, period)
        const before = new Map<string, number>()
        for (const row of rows) {
          const { measures, ...flow } = counted(cases, row.team, row.caseType, row.month)
          expect(row).toMatchObject(flow)
          expect(row.pending).toBe(pendingOf(row))
          for (const [measure, value] of Object.entries(row.measures))
            expect(value, measure).toBe(measures[measure as Measure])
          const series = `${row.team} ${row.caseType}`
          if (before.has(series)) expect(row.carried).toBe(before.get(series))
          before.set(series, row.pending)
        }
        const inPeriod = (date: string | null) => date !== null && date >= '2019-03-01' && date <= '2021-02-28'
        const total = (field: 'filed' | 'closed') => rows.reduce((sum, row) => sum + row[field], 0)
        expect(total('filed')).toBe(cases.filter(({ filed }) => inPeriod(filed)).length)
        expect(total('closed')).toBe(cases.filter(({ closed }) => inPeriod(closed)).length)
      }),
      { numRuns: process.env.FULL ? 300 : 40 },
    )
  })

  it('leaves out what no case of a series speaks of, rather than telling 0', () => {
    const [row] = countCases(
      [caseRecord.parse({ id: '1', team: 'a', caseType: 'loan', filed: '2020-01-05', closed: '2020-01-25' })],
      { from: '2020-01', until: '2020-01' },
    )
    expect(row!.measures).toEqual({ days: 20, pendingTo3: 0, pendingTo6: 0, pendingTo12: 0, pendingOver12: 0 })
  })

  it('takes the statutory limit from the case type where the list names none', () => {
    const row = caseRecord.parse({ id: '1', team: 'a', caseType: 'loan', filed: '2020-01-05', closed: '2020-07-05' })
    const sixMonths = ({ filed }: CaseRecord) => dateOf(addMonths(dayOf(filed), 6))
    const of = { from: '2020-07', until: '2020-07' }
    expect(countCases([row], of, sixMonths)[0]!.measures).toMatchObject({ limited: 1, onTime: 1 })
    expect(countCases([{ ...row, closed: '2020-07-06' }], of, sixMonths)[0]!.measures).toMatchObject({ onTime: 0 })
  })

  it('begins a series with its first case, and knows no case of other months', () => {
    const cases = [
      caseRecord.parse({ id: '1', team: 'a', caseType: 'loan', filed: '2020-03-05' }),
      caseRecord.parse({ id: '2', team: 'b', caseType: 'loan', filed: '2019-01-05', closed: '2019-02-01' }),
    ]
    expect(countCases(cases, { from: '2020-01', until: '2020-04' }).map(({ team, month }) => [team, month])).toEqual([
      ['a', '2020-03'],
      ['a', '2020-04'],
    ])
    expect(countCases([], { from: '2020-01', until: '2020-04' })).toEqual([])
  })
})

describe(dueBy.name, () => {
  const due = dueBy([
    { id: 'loan', limitMonths: 6 },
    { id: 'fast', limitMonths: 0.5 },
    { id: 'free', limitMonths: 0 },
    { id: 'untold', limitMonths: null },
  ])
  const of = (caseType: string, more: object = {}) =>
    due(caseRecord.parse({ id: '1', team: 'a', caseType, filed: '2026-08-31', ...more }))
  it('is what the list gives, else as many months after filing as the case type has', () => {
    expect(of('loan', { due: '2026-12-01' })).toBe('2026-12-01')
    expect(of('loan')).toBe('2027-02-28')
    expect(of('fast')).toBe('2026-09-15')
    expect(of('free')).toBeNull()
    expect(of('free', { due: '2026-12-01' })).toBe('2026-12-01')
    expect(of('untold')).toBeUndefined()
    expect(of('unknown')).toBeUndefined()
  })
})

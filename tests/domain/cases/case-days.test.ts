import { addDays } from 'date-fns'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseRecord, countCases, countDays, dateOf, dayOf } from '../../../src/domain'
import { anyCase } from './draw'

const row = (id: string, more: object) => caseRecord.parse({ id, team: 'a', caseType: 'loan', ...more })

describe(countDays.name, () => {
  it('counts what happened on each day, and the stock before', () => {
    const cases = [
      row('1', { filed: '2021-10-01' }),
      row('2', { filed: '2021-10-01', closed: '2021-11-09', outcome: 'full' }),
      row('3', { filed: '2021-10-12', closed: '2021-11-10', outcome: 'full' }),
      row('4', { filed: '2021-11-10', closed: '2021-11-10', outcome: 'withdrawn' }),
      row('5', { filed: '2021-11-12', team: 'b' }),
      row('6', { filed: '2021-11-13' }),
    ]
    expect(countDays(cases, { from: '2021-11-10', until: '2021-11-12' })).toEqual({
      stock: [{ team: 'a', caseType: 'loan', pending: 2 }],
      days: [
        { date: '2021-11-10', team: 'a', caseType: 'loan', filed: 1, closed: 2, full: 1, fullDays: 29 },
        { date: '2021-11-12', team: 'b', caseType: 'loan', filed: 1, closed: 0, full: 0, fullDays: 0 },
      ],
    })
  })
  it('adds up to the months of the same list', () => {
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 60 }), (cases) => {
        const { stock, days } = countDays(cases, { from: '2019-03-01', until: '2019-05-31' })
        const months = countCases(cases, { from: '2019-03', until: '2019-05' })
        const sum = (rows: readonly object[], field: string): number =>
          rows.reduce((total, each) => total + ((each as Record<string, number>)[field] ?? 0), 0)
        expect(sum(days, 'filed')).toBe(sum(months, 'filed'))
        expect(sum(days, 'closed')).toBe(sum(months, 'closed'))
        expect(sum(stock, 'pending')).toBe(
          sum(
            months.filter(({ month }) => month === '2019-03'),
            'carried',
          ),
        )
      }),
    )
  })
  it('gives the stock of the next day when the span is moved on by one', () => {
    fc.assert(
      fc.property(fc.array(anyCase, { maxLength: 40 }), fc.nat(900), (cases, shift) => {
        const from = dateOf(addDays(dayOf('2018-06-01'), shift))
        const next = dateOf(addDays(dayOf(from), 1))
        const { stock, days } = countDays(cases, { from, until: from })
        const flow = days.reduce((total, { filed, closed }) => total + filed - closed, 0)
        const pending = (of: typeof stock): number => of.reduce((total, each) => total + each.pending, 0)
        expect(pending(countDays(cases, { from: next, until: next }).stock)).toBe(pending(stock) + flow)
      }),
    )
  })
})

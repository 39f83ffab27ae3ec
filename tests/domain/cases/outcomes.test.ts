import { describe, expect, it } from 'vitest'
import { survey } from '../../../src/domain'
import { heldFundsOn, paymentsIn, surveyOutcomes, wilson } from '../../../src/domain/cases/outcomes'

describe('the interval of a share', () => {
  // Newcombe (1998), table I: the score method without continuity correction.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %d in %d is %d to %d', (hits, of, low, high) => {
    const found = wilson(hits, of)
    expect(Math.abs(found.low - low)).toBeLessThan(0.0005)
    expect(Math.abs(found.high - high)).toBeLessThan(0.0005)
  })
  it('never leaves 0 to 1', () => {
    expect(wilson(0, 1).low).toBe(0)
    expect(wilson(3, 3).high).toBe(1)
  })
})

describe('outcomes', () => {
  const row = (id: string, date: string, phase: string, satisfied: boolean, subject: string | null = null) =>
    survey.parse({ id, date, phase, satisfied, subject })
  const rows = [
    row('x', '2021-11-02', 'before', true, 'Lawyers'),
    row('a', '2021-11-08', 'before', false),
    row('b', '2021-11-01', 'before', true),
    row('c', '2021-12-10', 'after', true),
  ]
  it('are told by subject and phase, with how many were asked', () => {
    const found = surveyOutcomes(rows, '2021-12-31')
    expect(found.map(({ subject }) => subject)).toEqual([null, 'Lawyers'])
    expect(found[0]).toMatchObject({
      before: { from: '2021-11-01', until: '2021-11-08', asked: 2, satisfied: 1, share: 0.5 },
      after: { asked: 1, share: 1 },
    })
    expect(found[1]!.after).toBeNull()
  })
  it('of later days belong to no earlier figure', () => expect(surveyOutcomes(rows, '2021-11-30')[0]!.after).toBeNull())
  it('payments are those of the span; none on record is no figure', () => {
    const payments = [
      { id: 'p', date: '2021-11-10', amount: 1 },
      { id: 'q', date: '2021-11-11', amount: 2 },
      { id: 'r', date: '2021-12-10', amount: 4 },
    ]
    expect(paymentsIn(payments, { from: '2021-11-11', until: '2021-12-10' })).toMatchObject({ count: 2, amount: 6 })
    expect(paymentsIn(payments, { from: '2020-11-11', until: '2020-12-10' })).toBeNull()
  })
  it('held funds stand as they were last counted', () => {
    const counts = ['2021-11-10', '2021-10-29'].map((date, i) => ({
      date,
      overdueCount: i,
      overdueAmount: i,
      unidentifiedCount: i,
      unidentifiedAmount: i,
    }))
    expect(heldFundsOn(counts, '2021-11-09')?.date).toBe('2021-10-29')
    expect(heldFundsOn(counts, '2021-12-01')?.date).toBe('2021-11-10')
    expect(heldFundsOn(counts, '2021-10-01')).toBeNull()
  })
})

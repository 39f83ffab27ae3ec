import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { caseType, needOf, reviewOverdue, weightFromPanel, weightsOf } from '../../../src/domain'
import { eventWeight } from '../../published.json'
import { month, smallCourt } from '../small-court'

const loan = (more: object) => [caseType.parse({ ...smallCourt().caseTypes[0]!, ...more })]
const answer = (expert: string, round: number, minutes: number) => ({
  caseType: 'loan',
  role: 'judge' as const,
  expert,
  round,
  minutes,
})

describe('weights', () => {
  it('stand in the table by default', () => {
    expect(weightsOf(smallCourt()).get('loan')).toEqual({
      judge: { value: 239, sum: { source: 'table' } },
      clerk: { value: 100, sum: { source: 'table' } },
    })
  })
  it('of a hearing of 8.77 minutes that happens 5.82 times are 51 minutes', () => {
    const event = { caseType: 'loan', role: 'judge' as const, event: 'Hearing', ...eventWeight }
    const events = [{ ...event, minutes: eventWeight.minutes, frequency: eventWeight.frequency }]
    const court = smallCourt({
      caseTypes: loan({ weightSource: 'events' }),
      weightEvents: events,
      caseload: [month('fast', '2021-05', 12)],
    })
    const weight = weightsOf(court).get('loan')!.judge!
    expect(Math.round(weight.value)).toBe(eventWeight.weight)
    expect(weight.value).toBeCloseTo(51.0414, 10)
    expect(weightsOf(court).get('loan')!.clerk).toBeUndefined()
    // The need takes the unrounded weight.
    expect(needOf(court, '2022-01-04').find(({ post }) => post === 'fast/judge')!.sum).toMatchObject({
      minutes: 12 * weight.value,
    })
  })
  it('of a panel are the median of its last round, with the quartiles', () => {
    const rounds = [
      answer('a', 1, 900),
      answer('b', 1, 10),
      answer('a', 2, 100),
      answer('b', 2, 140),
      answer('c', 2, 120),
    ]
    const { value, sum } = weightFromPanel(rounds)
    expect(value).toBe(120)
    expect(sum).toMatchObject({ round: 2, lowerQuartile: 110, upperQuartile: 130 })
  })
  it('of a panel lie within its answers, and half of them within the quartiles', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 }), (minutes) => {
        const { value, sum } = weightFromPanel(minutes.map((each, i) => answer(`e${i}`, 1, each)))
        if (sum.source !== 'panel') throw new Error('no panel')
        expect(value).toBeGreaterThanOrEqual(sum.lowerQuartile)
        expect(value).toBeLessThanOrEqual(sum.upperQuartile)
        expect(sum.lowerQuartile).toBeGreaterThanOrEqual(Math.min(...minutes))
        expect(sum.upperQuartile).toBeLessThanOrEqual(Math.max(...minutes))
      }),
    )
  })
  it('are overdue after the day of their review, and never where none is set', () => {
    const [due] = loan({ weightReviewDue: '2026-03-31' })
    expect(reviewOverdue(due!, '2026-03-31')).toBe(false)
    expect(reviewOverdue(due!, '2026-04-01')).toBe(true)
    expect(reviewOverdue(loan({})[0]!, '2099-01-01')).toBe(false)
  })
})

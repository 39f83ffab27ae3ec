import { describe, expect, it } from 'vitest'
import { decision, pinOf, postedUntil, suggestedRoundDate, type Decision } from '../../src/domain'
import { exampleCourt } from '../../src/example'

describe(suggestedRoundDate, () => {
  const { caseload } = exampleCourt()
  it('is the first Monday of next month', () => {
    const real = { example: false, caseload }
    expect(suggestedRoundDate(real, '2026-11-22')).toBe('2026-12-07')
    expect(suggestedRoundDate(real, '2026-12-31')).toBe('2027-01-04')
    expect(suggestedRoundDate(real, '2027-01-31')).toBe('2027-02-01')
    expect(suggestedRoundDate({ example: true, caseload: [] }, '2026-11-22')).toBe('2026-12-07')
  })
  it('begins an example round where the figures of the court end', () => {
    expect(suggestedRoundDate({ example: true, caseload }, '2026-11-22')).toBe('2022-01-04')
    const half = caseload.filter(({ month }) => month < '2021-07')
    expect(suggestedRoundDate({ example: true, caseload: half }, '2026-11-22')).toBe('2021-07-04')
  })
})

describe('a decision', () => {
  const pin = { kind: 'pin' as const, person: 'Ann', seat: 'Ann@Team1/clerk', reason: '' }
  it('may post a person to a seat for a time; what gives no seat has no last day', () => {
    expect(decision.parse({ ...pin, until: '2027-06-30' })).toEqual({ ...pin, until: '2027-06-30' })
    expect(decision.parse(pin)).toEqual(pin)
    const refused = [
      { kind: 'veto' as const },
      { seat: null },
      { until: '2027-06-31' },
      { until: 'soon' },
      { until: '' },
    ]
    for (const more of refused) {
      const { error } = decision.safeParse({ ...pin, until: '2027-06-30', ...more })
      expect(error?.issues.map(({ path }) => path)).toEqual([['until']])
    }
  })
  it('holds as the last one says', () => {
    const decisions: Decision[] = [
      { ...pin, until: '2027-06-30' },
      { ...pin, kind: 'veto' },
    ]
    expect(pinOf(decisions, 'Ann')?.until).toBe('2027-06-30')
    expect(postedUntil(decisions, 'Ann', pin.seat)).toBe('2027-06-30')
    expect(postedUntil(decisions, 'Ann', 'Ann@Team2/clerk')).toBeNull()
    expect(postedUntil(decisions, 'Bo', null)).toBeNull()
    expect(postedUntil([...decisions, pin], 'Ann', pin.seat)).toBeNull()
  })
})

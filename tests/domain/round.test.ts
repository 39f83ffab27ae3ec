import { describe, expect, it } from 'vitest'
import { suggestedRoundDate } from '../../src/domain'
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

import { describe, expect, it } from 'vitest'
import { asOf, type Court } from '../../src/domain'

describe(asOf.name, () => {
  const told = (until: string): Pick<Court, 'caseload' | 'posts' | 'assignments'> => ({
    caseload: [{ team: 'team', caseType: 'loan', month: until, carried: 0, filed: 1, closed: 1, pending: 0 }] as never,
    posts: [],
    assignments: [],
  })
  it('is the day after the last month of cases, where that is past', () =>
    expect(asOf(told('2025-12'), '2030-05-05')).toBe('2026-01-01'))
  it('is today, where the cases reach further or there are none', () => {
    expect(asOf(told('2025-12'), '2025-06-15')).toBe('2025-06-15')
    expect(asOf({ caseload: [], posts: [], assignments: [] }, '2025-06-15')).toBe('2025-06-15')
  })
})

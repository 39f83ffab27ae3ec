import { describe, expect, it } from 'vitest'
import { defaultDate, firstMondayOfNextMonth, nextNumber } from '../../../src/app/rounds/defaults'
import { exampleCourt } from '../../../src/example'

describe('a new round', () => {
  it('begins on the first Monday of next month', () => {
    expect(firstMondayOfNextMonth(new Date(2026, 10, 22))).toBe('2026-12-07')
    expect(firstMondayOfNextMonth(new Date(2026, 11, 31))).toBe('2027-01-04')
    expect(firstMondayOfNextMonth(new Date(2027, 0, 31))).toBe('2027-02-01')
  })
  it('does not begin on a holiday', () => {
    expect(firstMondayOfNextMonth(new Date(2028, 3, 2))).toBe('2028-05-08')
    expect(firstMondayOfNextMonth(new Date(2029, 8, 2))).toBe('2029-10-08')
  })
  it('begins after the figures of the example court end', () => {
    const { caseload } = exampleCourt()
    const today = new Date(2026, 10, 22)
    expect(defaultDate({ example: true, caseload }, today)).toBe('2022-01-04')
    expect(defaultDate({ example: true, caseload: caseload.filter(({ month }) => month < '2021-07') }, today)).toBe(
      '2021-07-04',
    )
    expect(defaultDate({ example: false, caseload }, today)).toBe('2026-12-07')
  })
  it('bears the next free number', () => {
    expect(nextNumber([])).toBe(1)
    expect(nextNumber(['第 1 批', 'Round 3'])).toBe(2)
  })
})

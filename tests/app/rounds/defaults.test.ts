import { describe, expect, it } from 'vitest'
import { defaultDate, firstMondayOfNextMonth, nextNumber } from '../../../src/app/rounds/defaults'

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
    expect(defaultDate({ example: true }, new Date(2026, 10, 22))).toBe('2022-01-04')
    expect(defaultDate({ example: false }, new Date(2026, 10, 22))).toBe('2026-12-07')
  })
  it('bears the next free number', () => {
    expect(nextNumber([])).toBe(1)
    expect(nextNumber(['第 1 批', 'Round 3'])).toBe(2)
  })
})

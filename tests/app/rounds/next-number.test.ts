import { expect, it } from 'vitest'
import { nextNumber } from '../../../src/app/rounds/next-number'

it('gives a new round the next free number', () => {
  expect(nextNumber([])).toBe(1)
  expect(nextNumber(['第 1 批', 'Round 3'])).toBe(2)
})

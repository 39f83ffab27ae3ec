import { describe, expect, it } from 'vitest'
import { caseload, unusualFilings, usualRange } from '../../../src/domain'

describe(usualRange.name, () => {
  it('does not know what is usual of a short series', () => expect(usualRange([1, 2, 3, 4, 5])).toBeNull())
  it('is not moved by the outlier itself', () => {
    const { low, high } = usualRange([100, 110, 90, 105, 95, 100, 4000])!
    expect(low).toBeCloseTo(100 / 3)
    expect(high).toBe(300)
  })
  it('allows small counts to be small, and zero', () => {
    const { low, high } = usualRange([0, 1, 0, 2, 1, 0, 1])!
    expect(low).toBe(0)
    expect(high).toBeGreaterThan(6)
  })
  it('allows what spreads widely to spread', () => {
    const { high } = usualRange([10, 400, 30, 500, 20, 350])!
    expect(high).toBeGreaterThan(1000)
  })
})

describe(unusualFilings.name, () => {
  const months = (filed: readonly number[]) =>
    filed.map((count, at) =>
      caseload.parse({
        team: 'a',
        caseType: 'loan',
        month: `2026-${String(at + 1).padStart(2, '0')}`,
        carried: 0,
        filed: count,
        closed: count,
        pending: 0,
      }),
    )
  it('names a month with a digit too many, and one with a digit too few', () => {
    const found = [...unusualFilings({ caseload: months([100, 110, 90, 1050, 95, 100, 10, 104]) })]
    expect(found.map(({ path, facts }) => [path[1], facts.value])).toEqual([
      [3, 1050],
      [6, 10],
    ])
    expect(found[0]!.facts.right).toBe('34 - 300')
  })
  it('keeps calm about a holiday month and a rush', () => {
    expect([...unusualFilings({ caseload: months([100, 55, 90, 130, 95, 100, 160, 104]) })]).toEqual([])
  })
})

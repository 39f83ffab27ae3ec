import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { needsHelp, roundings, wholePosts } from '../../../src/domain'

const one = (rule: (typeof roundings)[number], need: number, have = 0) =>
  wholePosts([{ id: 'a', need, have }], rule).get('a')
const split = (rule: (typeof roundings)[number], needs: number[], total: number) => [
  ...wholePosts(
    needs.map((need, i) => ({ id: `u${i}`, need, have: 0 })),
    rule,
    total,
  ).values(),
]

describe('whole posts', () => {
  it('are the need itself where nothing is rounded', () => expect(one('none', 1.23)).toBe(1.23))
  it.each([
    [0, 0],
    [0.49, 0],
    [0.5, 1],
    [2.5, 3],
    [3 * 0.1 * 5, 2],
  ])('half up of %d are %i', (need, posts) => expect(one('half-up', need)).toBe(posts))
  it.each([
    [2.29, 2, 2],
    [2.3, 2, 3],
    [1.81, 3, 3],
    [1.8, 3, 2],
    [0, 2, 0],
    [0.1, 0, 1],
  ])('by threshold of %d beside %i are %i', (need, have, posts) => expect(one('threshold', need, have)).toBe(posts))
  it.each([
    [3, 2, 2],
    [3.2, 2, 3],
    [1, 2, 2],
    [0.8, 2, 1],
  ])('within a tolerance of %d beside %i are %i', (need, have, posts) =>
    expect(one('tolerance', need, have)).toBe(posts),
  )
  it('of equal proportions and largest remainders may differ', () => {
    expect(split('equal-proportions', [1.45, 3.4, 5.15], 10)).toEqual([2, 3, 5])
    expect(split('largest-remainder', [1.41, 3.45, 5.14], 10)).toEqual([1, 4, 5])
    // Everybody who needs any gets one first; alike units in the order of their ids.
    expect(split('equal-proportions', [0.1, 9.9], 2)).toEqual([1, 1])
    expect(split('equal-proportions', [1, 1, 1], 2)).toEqual([1, 1, 0])
    expect(split('largest-remainder', [1, 1, 1], 2)).toEqual([1, 1, 0])
    expect(split('largest-remainder', [0, 0], 3)).toEqual([0, 0])
  })
  it('of a fixed total add up to it, and a larger need never gets fewer', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('equal-proportions' as const, 'largest-remainder' as const),
        fc.array(fc.double({ min: 0.01, max: 20, noNaN: true }), { minLength: 1, maxLength: 8 }),
        fc.nat({ max: 60 }),
        (rule, needs, total) => {
          const posts = split(rule, needs, total)
          expect(posts.reduce((sum, each) => sum + each, 0)).toBe(total)
          for (const [i, need] of needs.entries())
            for (const [j, other] of needs.entries())
              if (need > other + 1e-6) expect(posts[i]).toBeGreaterThanOrEqual(posts[j]!)
        },
      ),
    )
  })
  it('ask for help where a fifth of the need is not there', () => {
    expect(needsHelp({ need: 5, have: 4 })).toBe(false)
    expect(needsHelp({ need: 5, have: 3.9 })).toBe(true)
  })
})

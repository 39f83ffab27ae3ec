import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Together } from '../../src/planner/together'

const things = [0, 1, 2, 3, 4, 5, 6, 7]
const subsets = Array.from({ length: 256 }, (_, bits) => things.filter((thing) => bits & (1 << thing)))
const within = (few: readonly number[], many: readonly number[]): boolean => few.every((each) => many.includes(each))

/** Clashes among eight things, and how generous `find` is: what it keeps beside what was asked. */
const arbitraryCase = fc
  .record({
    clashes: fc.array(fc.subarray(things, { minLength: 1 }), { minLength: 1, maxLength: 5 }),
    order: fc.shuffledSubarray(things, { minLength: 8 }),
    generous: fc.boolean(),
  })
  .map(({ clashes, order, generous }) => {
    const holds = (these: readonly number[]): boolean => !clashes.some((clash) => within(clash, these))
    const asked: (readonly number[])[] = []
    const find = (these: readonly number[]): Promise<ReadonlySet<number>[] | null> => {
      asked.push(these)
      if (!holds(these)) return Promise.resolve(null)
      const kept = [...these]
      if (generous) for (const more of order) if (holds([...kept, more])) kept.push(more)
      return Promise.resolve([new Set(kept)])
    }
    return { holds, asked, together: new Together(things, find) }
  })

describe(Together.name, () => {
  it('finds as few things as can clash, and asks nothing twice', () =>
    fc.assert(
      fc.asyncProperty(arbitraryCase, async ({ holds, asked, together }) => {
        const fewest = Math.min(...subsets.filter((some) => !holds(some)).map(({ length }) => length))
        const found = (await together.smallest())!
        expect(holds(found)).toBe(false)
        expect(found.length).toBe(fewest)
        const before = asked.length
        expect(await together.smallest()).toEqual(found)
        expect(asked.length).toBe(before)
      }),
    ))

  it('finds some that clash, though without any one of them the others hold', () =>
    fc.assert(
      fc.asyncProperty(arbitraryCase, async ({ holds, together }) => {
        const found = await together.irreducible()
        expect(holds(found)).toBe(false)
        for (const each of found) expect(holds(found.filter((other) => other !== each))).toBe(true)
      }),
    ))

  it('finds every way to leave few enough out, the smallest first, none holding another', () =>
    fc.assert(
      fc.asyncProperty(arbitraryCase, async ({ holds, together }) => {
        const enough = subsets.filter((out) => holds(things.filter((each) => !out.includes(each))))
        const minimal = enough.filter((out) => !enough.some((other) => other !== out && within(other, out)))
        const found: (readonly number[])[] = []
        for await (const out of together.corrections()) found.push(out)
        const text = (sets: readonly (readonly number[])[]): string[] => sets.map((set) => set.toSorted().join()).sort()
        expect(text(found)).toEqual(text(minimal))
        expect(found.map(({ length }) => length)).toEqual(found.map(({ length }) => length).toSorted((a, b) => a - b))
      }),
    ))
})

import { describe, expect, it } from 'vitest'
import { figuresOf } from '../../../src/app/overview/figures'
import { addToMonth, staffOn } from '../../../src/domain'
import { exampleCourt } from '../../../src/example'
import { smallCourt } from '../small-court'

/** So many months of one case filed each, ending with the month; closed as told. */
const history = (until: string, closed: readonly number[]) => {
  let stock = 10
  return closed.map((count, index) => {
    const carried = stock
    stock += 1 - count
    const month = addToMonth(until, index - closed.length + 1)
    return { team: 'team-1', caseType: 'contract', month, carried, filed: 1, closed: count, pending: stock }
  })
}

describe('key figures', () => {
  it('are those of the last twelve whole months, with the sum they come from', () => {
    const [closing, pending, disposition] = figuresOf(exampleCourt(), '2022-01-01')
    expect(closing).toMatchObject({ id: 'closing-rate', flow: { closed: 14_683, accepted: 16_070 } })
    expect(closing!.value).toBeCloseTo(91.37, 2)
    expect(pending).toMatchObject({ value: 1387 })
    expect(disposition!.value).toBeCloseTo((365 * 1387) / 14_683, 6)
    expect(closing!.months.map(({ month }) => month)).toEqual(
      Array.from({ length: 12 }, (_, index) => addToMonth('2021-01', index)),
    )
  })

  it('are compared with the court’s own earlier years', () => {
    const steady = new Array<number>(36).fill(1)
    const better = [...new Array<number>(24).fill(1), ...new Array<number>(11).fill(1), 5]
    const at = (closed: number[]) => figuresOf(smallCourt({ caseload: history('2025-12', closed) }), '2026-01-01')
    expect(at(steady).map(({ place }) => place)).toEqual(['within', 'within', 'within'])
    expect(at(better).map(({ place }) => place)).toEqual(['above', 'below', 'below'])
  })

  it('have no range with less than two years, and no value without cases', () => {
    const young = figuresOf(smallCourt(), '2026-01-01')
    expect(young.map(({ usual, place }) => [usual, place])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ])
    const none = figuresOf(smallCourt({ caseload: [] }), '2026-01-01')
    expect(none.map(({ value, why }) => [value, why?.code])).toEqual([
      [null, 'nothing-reported'],
      [null, 'nothing-reported'],
      [null, 'nothing-reported'],
    ])
  })
})

describe('the front-line share', () => {
  it('counts FTE on posts: who is away counts nowhere, who is split counts in both places', () => {
    const staff = staffOn(smallCourt(), '2026-01-01')
    // Ed and half of Cy at the front line; Bo, Di and the other half of Cy in the office.
    expect(staff.frontLine).toBeCloseTo(1.5)
    expect(staff.all).toBeCloseTo(4)
    expect(staff).toMatchObject({ administrative: 0, heads: 5 })
  })
})

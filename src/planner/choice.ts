import { tolerance, type Choice } from '../rules'
import type { Activity } from './activities'
import { grainOf, reach } from './curve'
import type { Draft } from './draft'

/**
 * Holds a choice to what the plan says: with the sum _a_ between _least_ and _most_ in steps of a grain, and the choice
 * _z_ taken from _n_ on,  a >= least + (n - least) z  and  a <= n - grain + (most - n + grain) z.  Where one seat is
 * enough, nobody may sit there without it: one row a person more, which the sums alone would leave loose.
 */
export function layChoice(
  draft: Draft,
  { id, atLeast }: Choice,
  decides: Activity,
  column: number,
  personOf: Int32Array,
): void {
  const { columns, counts } = decides
  const grain = grainOf(counts)
  if (grain === 0 && counts.length > 0) throw new Error(`Choice ${id} counts in no whole thousandths.`)
  const up = (value: number): number => (grain === 0 ? value : Math.ceil(value / grain - tolerance) * grain)
  const [low, high] = reach(decides, personOf)
  // What must limits say of the same sum holds in every plan: it may settle the choice at once.
  const [least, most] = [Math.max(low, up(decides.atLeast)), Math.min(high, -up(-decides.atMost))]
  const from = up(atLeast)
  if (from <= least) return void (draft.lower[column] = 1)
  if (from > most) return void (draft.upper[column] = 0)
  const isWhole = counts.every(Number.isInteger) && Number.isInteger(least) && Number.isInteger(from)
  const enough = draft.row(least, Infinity, isWhole)
  const short = draft.row(-Infinity, from - grain, isWhole)
  columns.forEach((j, i) => {
    draft.put(enough, j, counts[i]!)
    draft.put(short, j, counts[i]!)
  })
  draft.put(enough, column, least - from)
  draft.put(short, column, from - grain - most)
  if (least < 0 || counts.some((count) => count < from)) return
  for (let i = 0; i < columns.length;) {
    const person = personOf[columns[i]!]
    const row = draft.row(-Infinity, 0, true)
    for (; i < columns.length && personOf[columns[i]!] === person; i++) draft.put(row, columns[i]!, 1)
    draft.put(row, column, -1)
  }
}

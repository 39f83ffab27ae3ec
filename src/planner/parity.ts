import type { Face } from './face'
import type { DrawnCurve } from './model'
import type { Row } from './row'

/**
 * Rows that every plan of the face keeps and this point breaks. Most people count the same in a sum (full time), some
 * count half: half a full-timer beside a half-timer makes a sum of the point that no people make.
 */
export const parityRows = (face: Face, point: Float64Array): Row[] =>
  face.model.curves.flatMap((curve) => {
    const row = mostBroken(face, curve, point)
    return row === null || row.excess < 1e-4 ? [] : [row]
  })

/**
 * Where every sum within the curve is one of its points, these are an even number together: the people taken who count
 * an odd number, the point if it is odd, and what the sum is over the last point. So of an odd lot of them not all can
 * be true with the others false and nothing over (Jeroslow's facets of the parity polytope): with lot T,
 * sum of T - sum of the others - over <= |T| - 1. The lot that the point breaks most holds what is more true than not.
 */
function mostBroken(
  { model, upper, rowLower }: Face,
  { row, plain, points, first, columns, counts }: DrawnCurve,
  point: Float64Array,
): (Row & { readonly excess: number }) | null {
  if (plain === 1 || !model.rowIsWhole[row] || rowLower[row]! < 0) return null
  if (points.some((value, i) => i > 0 && value !== points[i - 1]! + 1)) return null
  const isWhole = (column: number): boolean => Math.abs(point[column]! - Math.round(point[column]!)) < 1e-6
  if (columns.every(isWhole) && points.every((_, i) => isWhole(first + i))) return null
  const terms = [
    ...Array.from(columns, (column, i) => ({ column, count: counts[i]! })),
    ...points.map((value, i) => ({ column: first + i, count: -value })),
  ].filter(({ column }) => upper[column]! > 0)
  const isOdd = ({ count }: { count: number }): boolean => count % 2 !== 0
  // A plan lies on one point: its odd points are true or false together.
  const oddPoints = terms.filter((term) => isOdd(term) && term.column >= model.whole)
  const lots = [...terms.filter((term) => isOdd(term) && term.column < model.whole).map((term) => [term]), oddPoints]
  const truth = lots.map((lot) => lot.reduce((sum, { column }) => sum + point[column]!, 0))
  const inLot = truth.map((value) => value > 0.5)
  if (inLot.filter(Boolean).length % 2 === 0) {
    const doubt = (i: number): number => Math.abs(truth[i]! - 0.5)
    const doubtful = truth.reduce((least, _, i) => (doubt(i) < doubt(least) ? i : least), 0)
    inLot[doubtful] = !inLot[doubtful]
  }
  const sign = new Map(lots.flatMap((lot, i) => lot.map(({ column }) => [column, inLot[i] ? 1 : -1])))
  const values = Float64Array.from(terms, ({ column, count }) => (sign.get(column) ?? 0) - count)
  const most = inLot.filter(Boolean).length - 1
  const sum = terms.reduce((so, { column }, k) => so + values[k]! * point[column]!, 0)
  return {
    level: null,
    columns: Int32Array.from(terms, ({ column }) => column),
    values,
    lower: -Infinity,
    upper: most,
    excess: sum - most,
  }
}

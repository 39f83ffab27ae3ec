import { another } from './another'
import type { DrawnCurve, Model } from './model'
import { termsOf } from './row'
import { near, type Search } from './search'

/** The goal counts sums (how many are in each post): some of its costs lie on curves. */
export const isOfNumbers = ({ whole, costs }: Model, level: number): boolean =>
  costs[level]!.subarray(whole).some((cost) => cost !== 0)

/** Columns of the curve's points that cost other than those the plan lies on, at one of these levels. */
function otherPoints({ costs }: Model, { first, points }: DrawnCurve, plan: Float64Array, levels: number[]): number[] {
  const price = points.map((_, i) => levels.map((level) => costs[level]![first + i]!.toFixed(6)).join())
  const taken = new Set(price.filter((_, i) => plan[first + i]! > 1e-9))
  return points.flatMap((_, i) => (taken.has(price[i]!) ? [] : [first + i]))
}

/** The least part of a sum between two points that lies on either of them (`mix` in point.ts). */
function leastPart({ points, plain }: DrawnCurve): number {
  const widest = (among: readonly number[]): number =>
    Math.max(1, ...among.slice(1).map((point, i) => point - among[i]!))
  return 1 / Math.max(widest(points), widest(points.filter((point) => point % plain === 0)))
}

/**
 * Called where goals about numbers are behind and goals about people begin. Most often all plans with the proven
 * values cost the same on every single curve. Where that can be shown, the other points are closed: the face alone
 * holds those goals from now on, without the rows that tied them, and people can only take what is left of the numbers.
 * Otherwise every later goal is slow. Where it could not be shown, it is tried again as long as rows tie the goals.
 */
export function settleNumbers(search: Search): void {
  const { model, face, best, behind, level: next } = search
  if (best === null || next === undefined || isOfNumbers(model, next)) return
  const numbers = new Set(behind.map(({ level }) => level).filter((level) => isOfNumbers(model, level)))
  const isTied = search.rows.some(({ level }) => level !== null && numbers.has(level))
  const haveJustEnded = behind.length > 0 && numbers.has(behind.at(-1)!.level)
  if (!isTied && !haveJustEnded) return
  const tied = [...numbers]
  // A goal that gives way to later ones leaves the numbers open.
  if (tied.some((level) => behind.findLast((step) => step.level === level)!.most > best.values[level]! + near)) return
  if (!model.curves.every(({ row }) => model.rowIsWhole[row])) return
  const others = model.curves.flatMap((curve) => otherPoints(model, curve, best.point, tied))
  const cost = new Float64Array(model.columns)
  for (const j of others) cost[j] = 1
  const part = Math.min(1, ...model.curves.map(leastPart))
  if (another(search, { level: null, ...termsOf(cost), lower: part - 1e-6, upper: Infinity }) !== null) return
  for (const j of others) face.upper[j] = 0
  search.untie(tied)
}

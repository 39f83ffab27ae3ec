import type { Plan, Seat } from '../domain'
import { isTaken, sumOf } from '../rules'
import type { DrawnCurve, Model } from './model'

/** The plan that a point of the model stands for; null where a seat or a choice is neither taken nor free. */
export function planAt(model: Model, point: ArrayLike<number>): Plan | null {
  const plan = new Map<string, Seat>()
  for (let j = 0; j < model.whole; j++) {
    const value = point[j]!
    if (value < 1e-5) continue
    if (value < 1 - 1e-5) return null
    if (j >= model.seats.length) continue
    const seat = model.seats[j]!
    if (plan.has(seat.person.id)) return null
    plan.set(seat.person.id, seat)
  }
  return plan
}

/** The two points that a sum lies between, plain ones where the sum is plain. */
function mix(point: Float64Array, { points, plain, first }: DrawnCurve, sum: number): void {
  const at = Math.max(points[0]!, Math.min(points.at(-1)!, sum))
  const fits = (value: number): boolean => at % plain !== 0 || value % plain === 0
  const below = points.findLastIndex((value) => value <= at && (value === at || fits(value)))
  const above = points.findIndex((value) => value >= at && (value === at || fits(value)))
  const [low, high] = [points[below]!, points[above]!]
  const share = high === low ? 0 : (at - low) / (high - low)
  point[first + below]! += 1 - share
  point[first + above]! += share
}

/** Where the plan lies in the model; null when it takes a seat that a must rule forbids outright. */
export function pointOf(model: Model, plan: Plan): Float64Array | null {
  const point = new Float64Array(model.columns)
  let seated = 0
  model.seats.forEach((seat, j) => {
    if (plan.get(seat.person.id) !== seat) return
    point[j] = 1
    seated++
  })
  if (seated < plan.size) return null
  model.choices.forEach((choice, k) => {
    if (isTaken(choice, sumOf(choice, plan))) point[model.seats.length + k] = 1
  })
  const sums = rowSums(model, point)
  for (const curve of model.curves) mix(point, curve, sums[curve.row]!)
  return point
}

function rowSums({ rows, columns, starts, indices, values }: Model, point: Float64Array): Float64Array {
  const sums = new Float64Array(rows)
  for (let j = 0; j < columns; j++)
    if (point[j] !== 0) for (let k = starts[j]!; k < starts[j + 1]!; k++) sums[indices[k]!]! += values[k]! * point[j]!
  return sums
}

/** Whether the point keeps every row of the model. */
export const isInside = (model: Model, point: Float64Array): boolean =>
  !model.impossible &&
  rowSums(model, point).every((sum, i) => sum >= model.rowLower[i]! - 1e-6 && sum <= model.rowUpper[i]! + 1e-6)

/** What the point costs, level by level, to a millionth. */
export const valuesAt = ({ costs, offsets, columns }: Model, point: Float64Array): number[] =>
  costs.map((cost, level) => {
    let value = offsets[level]!
    for (let j = 0; j < columns; j++) value += cost[j]! * point[j]!
    return Math.round(value * 1e6) / 1e6
  })

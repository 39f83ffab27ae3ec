import type { Plan, Problem, Seat } from '../../src/domain'
import { excessOf, type InForce } from '../../src/rules'

export interface Best {
  /** Smallest values of the goals in order; null when no plan keeps every must rule. */
  readonly values: number[] | null
  /** How many plans have these values. */
  readonly plans: number
}

/** Tries every plan there is, on the rules' own words alone. */
export function tryAllPlans(problem: Problem, inForce: readonly InForce[], levels: number): Best {
  const rows = inForce.flatMap(({ weight, limits }) =>
    weight === 'warn' ? [] : limits.map((limit) => ({ weight, limit })),
  )
  const sums = new Float64Array(rows.length)
  const terms = new Map<Seat, { row: number; count: number }[]>(problem.seats.map((seat) => [seat, []]))
  rows.forEach(({ limit: { seats, counts } }, row) =>
    seats.forEach((seat, i) => terms.get(seat)!.push({ row, count: counts?.[i] ?? 1 })),
  )
  const people = problem.people.map(({ id }) => problem.seatsOf(id))
  let best: number[] | null = null
  let plans = 0
  const judge = (): void => {
    const values = new Array<number>(levels).fill(0)
    for (let row = 0; row < rows.length; row++) {
      const { weight, limit } = rows[row]!
      const excess = excessOf(limit, sums[row]!)
      if (excess <= 1e-6) continue
      if (weight === 'must') return
      values[weight.level]! += weight.price * excess
    }
    const level = best === null ? -1 : values.findIndex((value, i) => Math.abs(value - best![i]!) > 1e-6)
    if (best === null || (level >= 0 && values[level]! < best[level]!)) {
      best = values
      plans = 1
    } else if (level < 0) plans++
  }
  const place = (index: number): void => {
    if (index === people.length) return judge()
    place(index + 1)
    for (const seat of people[index]!) {
      for (const { row, count } of terms.get(seat)!) sums[row]! += count
      place(index + 1)
      for (const { row, count } of terms.get(seat)!) sums[row]! -= count
    }
  }
  place(0)
  return { values: best, plans }
}

/** Every plan there is, whatever the rules say. */
export function* plansOf(problem: Problem, from = 0, plan: Plan = new Map()): Generator<Plan> {
  const person = problem.people[from]
  if (person === undefined) return void (yield plan)
  yield* plansOf(problem, from + 1, plan)
  for (const seat of problem.seatsOf(person.id)) yield* plansOf(problem, from + 1, new Map(plan).set(person.id, seat))
}

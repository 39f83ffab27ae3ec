import type { Plan, Problem, Seat } from '../../src/domain'
import { excessOf, isTaken, type Choice, type InForce, type Limit, type Sum } from '../../src/rules'

export interface Best {
  /** Smallest values of the goals in order; null when no plan keeps every must rule. */
  readonly values: number[] | null
  /** How many plans have these values. */
  readonly plans: number
}

/** How many plans there are, whatever the rules say. */
export const countPlans = (problem: Problem): number =>
  problem.people.reduce((product, { id }) => product * (problem.seatsOf(id).length + 1), 1)

/** Hands over how far each plan there is misses each limit, on the limits' own words alone. The array is used again. */
export function missedByAllPlans(
  problem: Problem,
  limits: readonly Limit[],
  judge: (excess: Float64Array) => void,
): void {
  const choices = new Map<string, Choice>()
  const find = ({ choices: inside }: Sum): void => {
    for (const { choice } of inside ?? []) {
      choices.set(choice.id, choice)
      find(choice)
    }
  }
  limits.forEach(find)
  const places = new Map([...choices.keys()].map((id, k) => [id, limits.length + k]))
  const sums = new Float64Array(limits.length + choices.size)
  const terms = new Map<Seat, { row: number; count: number }[]>(problem.seats.map((seat) => [seat, []]))
  ;[...limits, ...choices.values()].forEach(({ seats, counts }, row) =>
    seats.forEach((seat, i) => terms.get(seat)!.push({ row, count: counts?.[i] ?? 1 })),
  )
  const people = problem.people.map(({ id }) => problem.seatsOf(id))
  const sumOf = (row: number, { choices: inside }: Sum): number => {
    let sum = sums[row]!
    for (const { choice, count } of inside ?? [])
      if (isTaken(choice, sumOf(places.get(choice.id)!, choice))) sum += count
    return sum
  }
  const excess = new Float64Array(limits.length)
  const count = (): void => {
    for (let row = 0; row < limits.length; row++) {
      const over = excessOf(limits[row]!, sumOf(row, limits[row]!))
      excess[row] = over > 1e-6 ? over : 0
    }
    judge(excess)
  }
  const place = (index: number): void => {
    if (index === people.length) return count()
    place(index + 1)
    for (const seat of people[index]!) {
      for (const { row, count } of terms.get(seat)!) sums[row]! += count
      place(index + 1)
      for (const { row, count } of terms.get(seat)!) sums[row]! -= count
    }
  }
  place(0)
}

/** Hands over what each plan costs at each level; plans that break a must rule are left out. */
export function judgeAllPlans(
  problem: Problem,
  inForce: readonly InForce[],
  levels: number,
  judge: (values: number[]) => void,
): void {
  const rows = inForce.flatMap(({ weight, limits }) =>
    weight === 'warn' ? [] : limits.map((limit) => ({ weight, limit })),
  )
  missedByAllPlans(
    problem,
    rows.map(({ limit }) => limit),
    (excess) => {
      const values = new Array<number>(levels).fill(0)
      for (let row = 0; row < rows.length; row++) {
        const { weight } = rows[row]!
        if (excess[row] === 0) continue
        if (weight === 'must') return
        values[weight.level]! += weight.price * excess[row]!
      }
      judge(values)
    },
  )
}

/** Tries every plan there is. */
export function tryAllPlans(problem: Problem, inForce: readonly InForce[], levels: number): Best {
  let best: number[] | null = null
  let plans = 0
  judgeAllPlans(problem, inForce, levels, (values) => {
    const level = best === null ? -1 : values.findIndex((value, i) => Math.abs(value - best![i]!) > 1e-6)
    if (best === null || (level >= 0 && values[level]! < best[level]!)) {
      best = values
      plans = 1
    } else if (level < 0) plans++
  })
  return { values: best, plans }
}

/**
 * The same where goals give way: each in turn keeps the plans within its slack of the least, and at the end each that
 * gave way is made least among what is left. A last goal gives way to nobody.
 */
export function tryAllPlansWithSlack(problem: Problem, inForce: readonly InForce[], slack: readonly number[]): Best {
  let left: number[][] = []
  judgeAllPlans(problem, inForce, slack.length, (values) => left.push(values))
  if (left.length === 0) return { values: null, plans: 0 }
  const keep = (level: number, room: number): void => {
    const least = left.reduce((low, values) => Math.min(low, values[level]!), Infinity)
    left = left.filter((values) => values[level]! <= least + room + 1e-6)
  }
  slack.forEach((room, level) => keep(level, level === slack.length - 1 ? 0 : room))
  slack.forEach((_, level) => keep(level, 0))
  return { values: left[0]!, plans: left.length }
}

/** Every plan there is, whatever the rules say. */
export function* plansOf(problem: Problem, from = 0, plan: Plan = new Map()): Generator<Plan> {
  const person = problem.people[from]
  if (person === undefined) return void (yield plan)
  yield* plansOf(problem, from + 1, plan)
  for (const seat of problem.seatsOf(person.id)) yield* plansOf(problem, from + 1, new Map(plan).set(person.id, seat))
}

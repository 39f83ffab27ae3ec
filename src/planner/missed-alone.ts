import type { Plan, Problem, Seat } from '../domain'
import { excessOf, sumOf, tolerance, type InForce, type Sum } from '../rules'

/** What a seat counts in each of the limits, by their places in the list. */
type Counts = ReadonlyMap<number, number>

const nothing: Counts = new Map()

function countsBySeat(laws: readonly InForce[]): Map<Seat, Counts> {
  const bySeat = new Map<Seat, Map<number, number>>()
  laws.forEach(({ limits: [limit] }, law) =>
    limit!.seats.forEach((seat, i) => {
      const counts = bySeat.get(seat) ?? new Map<number, number>()
      bySeat.set(seat, counts.set(law, (counts.get(law) ?? 0) + (limit!.counts?.[i] ?? 1)))
    }),
  )
  return bySeat
}

const seatsIn = ({ seats, choices = [] }: Sum): Seat[] => [
  ...seats,
  ...choices.flatMap(({ choice }) => seatsIn(choice)),
]

const reseated = (plan: Plan, person: string, seat: Seat | undefined): Plan => {
  const other = new Map(plan)
  if (seat === undefined) other.delete(person)
  else other.set(person, seat)
  return other
}

/**
 * Which of these limits (one to each law) can be missed alone, beginning from a plan that misses one: by letting one
 * person after another sit elsewhere, so that after each step a single limit is missed, another one or the same by
 * less. Costs no question to the solver, but need not find all.
 */
export function missedAlone(problem: Problem, laws: readonly InForce[], plan: Plan): Set<InForce> {
  const bySeat = countsBySeat(laws)
  // Choices depend on the whole plan: what they stand in is summed up anew.
  const withChoices = new Set(laws.flatMap(({ limits }, law) => (limits[0]!.choices === undefined ? [] : [law])))
  const excess = (law: number, sum: number): number => excessOf(laws[law]!.limits[0]!, sum)
  const missed = laws.flatMap(({ limits }, law) => (excess(law, sumOf(limits[0]!, plan)) > tolerance ? [law] : []))
  if (missed.length !== 1) return new Set()
  const found = new Set(missed)
  const steps = [{ law: missed[0]!, plan }]
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    const { law, plan } = step
    const sums = laws.map(({ limits }) => sumOf(limits[0]!, plan))
    const before = excess(law, sums[law]!)
    let isEased = false
    const next = (person: string, to: Seat | undefined): void => {
      const from = plan.get(person)
      const left = (from && bySeat.get(from)) ?? nothing
      const taken = (to && bySeat.get(to)) ?? nothing
      const after = (at: number): number => {
        if (withChoices.has(at)) return excess(at, sumOf(laws[at]!.limits[0]!, reseated(plan, person, to)))
        return excess(at, sums[at]! - (left.get(at) ?? 0) + (taken.get(at) ?? 0))
      }
      if (to === from || after(law) > before - tolerance) return
      const touched = new Set([law, ...left.keys(), ...taken.keys(), ...withChoices])
      const [only, ...others] = [...touched].filter((at) => after(at) > tolerance)
      if (only === undefined || others.length > 0 || (only === law ? isEased : found.has(only))) return
      if (only === law) isEased = true
      found.add(only)
      steps.push({ law: only, plan: reseated(plan, person, to) })
    }
    const leaving = new Set<string>()
    for (const seat of seatsIn(laws[law]!.limits[0]!)) {
      const person = seat.person.id
      // Who does not sit in one of them changes the sum only by coming.
      if (withChoices.has(law) || plan.get(person) === seat) leaving.add(person)
      else next(person, seat)
    }
    for (const person of leaving) for (const to of [undefined, ...problem.seatsOf(person)]) next(person, to)
  }
  return new Set([...found].map((law) => laws[law]!))
}

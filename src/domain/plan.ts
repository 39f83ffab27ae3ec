import type { Problem, Seat } from './problem'

/** Who goes where: each person's seat. A person who is not in the map is on the bench. */
export type Plan = ReadonlyMap<string, Seat>

/** A plan as data: person to seat id, null for the bench; every person of the problem stands in it. */
export type PlanData = Readonly<Record<string, string | null>>

/** One person who changes place; null is the bench. */
export interface Move {
  readonly person: string
  readonly from: Seat | null
  readonly to: Seat | null
}

/** Everybody where they are now. */
export const presentPlan = (problem: Problem): Plan =>
  new Map(
    problem.people.flatMap(({ id }) => {
      const seat = problem.presentSeat(id)
      return seat === undefined ? [] : [[id, seat] as const]
    }),
  )

/** The plan with one person moved; null is the bench. The plan given stays as it was. */
export function withMove(plan: Plan, person: string, to: Seat | null): Plan {
  const next = new Map(plan)
  if (to === null) next.delete(person)
  else next.set(person, to)
  return next
}

/** Who sits elsewhere in the second plan than in the first, in the order of the problem's people. */
export function movesBetween(problem: Problem, first: Plan, second: Plan): Move[] {
  return problem.people.flatMap(({ id }) => {
    const from = first.get(id) ?? null
    const to = second.get(id) ?? null
    return from === to ? [] : [{ person: id, from, to }]
  })
}

export const writePlan = (problem: Problem, plan: Plan): PlanData =>
  Object.fromEntries(problem.people.map(({ id }) => [id, plan.get(id)?.id ?? null]))

/** Whether everybody sits in the same place in both, in whichever order the plans name them. */
export const samePlan = (one: PlanData, other: PlanData): boolean =>
  Object.keys({ ...one, ...other }).every((person) => (one[person] ?? null) === (other[person] ?? null))

/** Reads a plan; throws with the id of the first seat that the problem does not offer. */
export function readPlan(problem: Problem, data: PlanData): Plan {
  const plan = new Map<string, Seat>()
  for (const [person, id] of Object.entries(data)) {
    if (id === null) continue
    const seat = problem.seat.get(id)
    if (seat === undefined || seat.person.id !== person) throw new UnknownSeat(person, id)
    plan.set(person, seat)
  }
  return plan
}

/** Reads what it can; people whose seat is unknown, or who joined since, stand where they are now. */
export function readLeniently(problem: Problem, data: PlanData | undefined): { plan: Plan; lost: string[] } {
  const present = presentPlan(problem)
  if (data === undefined) return { plan: present, lost: [] }
  const plan = new Map<string, Seat>()
  const lost: string[] = []
  for (const { id } of problem.people) {
    const named = data[id]
    const seat = typeof named === 'string' ? problem.seat.get(named) : undefined
    if (named === null) continue
    if (seat !== undefined && seat.person.id === id) plan.set(id, seat)
    else {
      if (named !== undefined) lost.push(id)
      const now = present.get(id)
      if (now !== undefined) plan.set(id, now)
    }
  }
  return { plan, lost }
}

/** A plan names a seat that is not in the problem: it was made for another state of the court. */
export class UnknownSeat extends Error {
  constructor(
    readonly person: string,
    readonly seat: string,
  ) {
    super(`The plan gives ${person} the seat ${seat}, which this problem does not have.`)
  }
}

import { rolesFilled, type BrokenLimit, type Problem } from '../domain'
import type { InForce } from '../rules'
import { forbiddenBy } from './activities'

/** A post as it stands for one person, whatever the rest of the plan. */
export interface Place {
  readonly seat: string
  /** Must rules each of which forbids the seat by itself; where there are none, the whole plan decides. */
  readonly forbidden: readonly Pick<BrokenLimit, 'rule' | 'facts'>[]
}

/**
 * The whole posts that somebody of the person's role may fill, in the problem's order: "where else would I fit". None
 * for whoever is not in the problem.
 */
export function placesOf(problem: Problem, inForce: readonly InForce[], id: string): Place[] {
  const person = problem.person.get(id)
  if (person === undefined) return []
  const may = rolesFilled(problem, person.role)
  const seats = problem
    .seatsOf(id)
    .filter(({ parts: [part, ...more] }) => more.length === 0 && may.has(problem.post.get(part!.post)!.role))
  const forbidden = new Map(seats.map((seat) => [seat, new Map<string, Place['forbidden'][number]>()]))
  for (const { id: rule, weight, limits } of inForce)
    if (weight === 'must')
      for (const limit of limits)
        for (const seat of forbiddenBy(problem, limit)) forbidden.get(seat)?.set(rule, { rule, facts: limit.facts })
  return seats.map((seat) => ({ seat: seat.id, forbidden: [...forbidden.get(seat)!.values()] }))
}

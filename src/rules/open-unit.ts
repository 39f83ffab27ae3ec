import type { Candidate, Problem, Seat } from '../domain'
import type { Choice, Limit } from './rule'
import { newPostingOf, staysPut } from './stays'

/** Whether a unit is open in a plan: somebody sits there. */
export const isOpen = (problem: Problem, unit: string): Choice => ({
  id: `open ${unit}`,
  seats: problem.seatsInUnit(unit),
  atLeast: 1,
})

export const mayClose = (problem: Problem, unit: string): boolean => problem.unit.get(unit)!.status === 'may-close'

/** Whether somebody sits in the department; null where it stays, as it does unless each of its units may be closed. */
export const isDepartmentOpen = (problem: Problem, department: string): Choice | null =>
  problem.units.every((unit) => unit.department !== department || unit.status === 'may-close')
    ? { id: `open department ${department}`, seats: problem.seatsInDepartment(department), atLeast: 1 }
    : null

/** At least so many of these seats while it is open; where it cannot be closed (null), in any case. */
export const leastWhile = (
  open: Choice | null,
  seats: readonly Seat[],
  heads: number,
): Pick<Limit, 'seats' | 'choices' | 'atLeast'> =>
  open === null ? { seats, atLeast: heads } : { seats, choices: [{ choice: open, count: -heads }], atLeast: 0 }

/** At least so many of these seats as long as the unit is open: one that may be closed keeps nobody once it is. */
export const leastWhileOpen = (
  problem: Problem,
  unit: string,
  seats: readonly Seat[],
  heads: number,
): Pick<Limit, 'seats' | 'choices' | 'atLeast'> =>
  leastWhile(mayClose(problem, unit) ? isOpen(problem, unit) : null, seats, heads)

/**
 * Holds the person where they are, unless the unit is closed around them. Whoever is posted elsewhere for a time keeps
 * the post (公务员法 72), so that counts as staying.
 */
export function staysWhileOpen(
  problem: Problem,
  person: Candidate,
): Pick<Limit, 'seats' | 'choices' | 'atLeast' | 'atMost'> {
  const units = new Set(person.present.map(({ post }) => problem.post.get(post)!.unit))
  const closing = [...units].filter((unit) => mayClose(problem, unit))
  const posting = newPostingOf(problem, person.id)
  const stays = staysPut(problem, person)
  const kept = stays.atMost === 0 || posting === undefined ? stays : { ...stays, seats: [...stays.seats, posting.seat] }
  if (closing.length === 0) return kept
  return {
    ...kept,
    choices: closing.map((unit) => ({ choice: isOpen(problem, unit), count: -1 })),
    atLeast: 1 - closing.length,
  }
}

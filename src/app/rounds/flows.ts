import type { Move, Problem, Seat } from '../../domain'

/** How many people go from one department to one unit; null is the bench. */
export interface Flow {
  readonly from: string | null
  readonly to: string | null
  readonly people: readonly string[]
}

/** Units of a seat, each once. */
export const unitsOfSeat = (problem: Problem, seat: Seat | null): string[] =>
  seat === null ? [] : [...new Set(seat.parts.flatMap(({ post }) => problem.post.get(post)?.unit ?? []))]

/** Moves gathered from department to unit, the strongest first; a move inside one unit (another role) is no flow. */
export function flowsOf(problem: Problem, moves: readonly Move[]): Flow[] {
  const flows = new Map<string, { from: string | null; to: string | null; people: string[] }>()
  for (const { person, from, to } of moves) {
    const source = unitsOfSeat(problem, from)
    const targets = unitsOfSeat(problem, to).filter((unit) => !source.includes(unit))
    if (targets.length === 0 && to !== null) continue
    const department = source[0] === undefined ? null : (problem.unit.get(source[0])?.department ?? null)
    const target = targets[0] ?? null
    const key = `${department ?? ''}>${target ?? ''}`
    const flow = flows.get(key) ?? { from: department, to: target, people: [] }
    flow.people.push(person)
    flows.set(key, flow)
  }
  return [...flows.values()].toSorted((a, b) => b.people.length - a.people.length)
}

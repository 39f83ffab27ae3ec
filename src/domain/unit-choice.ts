import { z } from 'zod'
import type { Court } from './court'
import type { Plan } from './plan'
import { fteIn, type Problem, type Unit } from './problem'
import type { Role } from './role'
import type { CourtPost, PostId, Team } from './unit'

/** What a plan makes of a unit that is for it to set up or to close. */
export const unitChoice = z.object({
  unit: z.string(),
  /** Set up, left out, kept as it is, or closed. */
  becomes: z.enum(['opened', 'left-out', 'kept', 'closed']),
  /** Heads in the unit now, and in the plan. */
  before: z.int(),
  after: z.int(),
  /** What its posts need, and what of that the plan covers, in thousandths of an FTE. */
  need: z.int(),
  covered: z.int(),
})
export type UnitChoice = z.infer<typeof unitChoice>

/** Heads that a post takes for its unit to be open: its own, those of the track's template, or one. */
export function leastHeads(
  {
    departments,
    teams,
    settings,
  }: Pick<Court, 'departments' | 'settings'> & { readonly teams: readonly Pick<Team, 'id' | 'department' | 'track'>[] },
  { unit, role, least }: Pick<CourtPost, 'unit' | 'role' | 'least'>,
): number {
  if (least !== null) return least
  const team = teams.find(({ id }) => id === unit)
  const kind = departments.find(({ id }) => id === team?.department)?.kind
  const template = settings.templates.find((row) => row.kind === kind && row.track === team?.track)
  return template === undefined ? 1 : (template.heads[role] ?? 0)
}

const headsIn = (seats: Problem['seats']): number => seats.filter(({ present }) => present).length

/**
 * It is for a plan to say whether the unit is open: it is proposed and nobody is there yet, or it may be closed. One
 * that was proposed and has people by now is a unit like any other.
 */
export const isForPlan = (problem: Problem, { id, status }: Pick<Unit, 'id' | 'status'>): boolean =>
  status === 'may-close' || (status === 'proposed' && headsIn(problem.seatsInUnit(id)) === 0)

/** A post of a unit, and the heads that it takes for the unit to be open. */
export interface HeadsToBeOpen {
  readonly post: PostId
  readonly role: Role
  readonly least: number
}

/** What each post of a unit takes for it to be open: of one that goes on no more heads than are there now. */
export function headsToBeOpen(problem: Problem, unit: string): HeadsToBeOpen[] {
  const isNew = headsIn(problem.seatsInUnit(unit)) === 0
  return problem.posts
    .filter((post) => post.unit === unit)
    .map(({ id, role, least }) => ({
      post: id,
      role,
      least: isNew ? least : Math.min(least, headsIn(problem.seatsInPost(id))),
    }))
}

/** The same with the heads that the plan has in each post: where they are fewer, the unit is open in part only. */
export const headsInPlan = (
  problem: Problem,
  plan: Plan,
  unit: string,
): (HeadsToBeOpen & { readonly heads: number })[] =>
  headsToBeOpen(problem, unit).map((each) => ({
    ...each,
    heads: problem.seatsInPost(each.post).filter((seat) => plan.get(seat.person.id) === seat).length,
  }))

/** What the plan makes of every unit that is for it to set up or to close, in the order of their ids. */
export function unitChoices(problem: Problem, plan: Plan): UnitChoice[] {
  return problem.units
    .filter((unit) => isForPlan(problem, unit))
    .map(({ id: unit }): UnitChoice => {
      const seats = problem.seatsInUnit(unit)
      const before = headsIn(seats)
      const taken = seats.filter((seat) => plan.get(seat.person.id) === seat)
      const after = taken.length
      const becomes = after > 0 ? (before > 0 ? 'kept' : 'opened') : before > 0 ? 'closed' : 'left-out'
      const posts = problem.posts.filter((post) => post.unit === unit)
      const have = (post: PostId): number => taken.reduce((sum, seat) => sum + fteIn(seat, post), 0)
      return {
        unit,
        becomes,
        before,
        after,
        need: posts.reduce((sum, { need }) => sum + need, 0),
        covered: posts.reduce((sum, { id, need }) => sum + Math.min(need, have(id)), 0),
      }
    })
    .sort((a, b) => (a.unit < b.unit ? -1 : 1))
}

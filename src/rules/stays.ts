import { addMonths } from 'date-fns'
import {
  dateOf,
  dayOf,
  inOrder,
  pinOf,
  seatId,
  type CalendarDate,
  type Candidate,
  type Post,
  type Problem,
  type Seat,
} from '../domain'
import type { Limit } from './rule'

/** Holds the person where they are: in the present seat, or on the bench. */
export function staysPut(problem: Problem, { id }: Candidate): Pick<Limit, 'seats' | 'atLeast' | 'atMost'> {
  const present = problem.presentSeat(id)
  return present === undefined ? { seats: problem.seatsOf(id), atMost: 0 } : { seats: [present], atLeast: 1 }
}

/** The seat that waits at home for somebody who is posted elsewhere; undefined where there is none. */
export function homeOf(problem: Problem, person: string): Seat | undefined {
  const home = problem.person.get(person)!.posting?.home ?? []
  return home.length === 0 ? undefined : problem.seat.get(seatId(person, inOrder(home)))
}

/** A temporary posting that is decided on in this round: the seat, and the last day there. */
export interface NewPosting {
  readonly seat: Seat
  readonly until: CalendarDate
}

/** The temporary posting that a pin makes; undefined where the person is not pinned, or for good. */
export function newPostingOf(problem: Problem, person: string): NewPosting | undefined {
  const { seat: id = null, until } = pinOf(problem.decisions, person) ?? {}
  const seat = id === null ? undefined : problem.seat.get(id)
  return until === undefined || seat?.person.id !== person ? undefined : { seat, until }
}

/** The person's seats with a part in such a post, but for the own ones: the present one, and the one at home. */
export function seatsToMoveTo(problem: Problem, person: string, isSuch: (post: Post) => boolean): Seat[] {
  const home = homeOf(problem, person)
  const isOwn = (seat: Seat): boolean => seat.present || seat === home
  return problem
    .seatsOf(person)
    .filter((seat) => !isOwn(seat) && seat.parts.some(({ post }) => isSuch(problem.post.get(post)!)))
}

/** People who sit in the unit, or department, now: a split counts in each of its places. */
export const sittingIn = (problem: Problem, seats: readonly Seat[]): Candidate[] =>
  seats.filter((seat) => seat.present).map((seat) => problem.person.get(seat.person.id)!)

/** Has been in the present post for that many months on the round's date, to the day. */
export const hasServed = ({ date }: Pick<Problem, 'date'>, { since }: Candidate, months: number): boolean =>
  since !== null && dateOf(addMonths(dayOf(since), months)) <= date

/**
 * Unit by unit the seats of two people there, counted so that the sum is 1 where only the first is in, -1 where only
 * the second.
 */
export function* seatsOfBoth(
  problem: Problem,
  first: string,
  second: string,
): Generator<{ unit: string; seats: readonly Seat[]; counts: readonly number[] }> {
  const inUnits = new Map<string, Set<Seat>>()
  for (const seat of [...problem.seatsOf(first), ...problem.seatsOf(second)])
    for (const { post } of seat.parts) {
      const { unit } = problem.post.get(post)!
      inUnits.set(unit, (inUnits.get(unit) ?? new Set()).add(seat))
    }
  for (const [unit, found] of inUnits) {
    const seats = [...found]
    yield { unit, seats, counts: seats.map(({ person }) => (person.id === first ? 1 : -1)) }
  }
}

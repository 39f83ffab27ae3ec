import { fteIn, type Post, type Problem, type Seat } from '../../domain'

interface Have {
  readonly seats: readonly Seat[]
  /** Whole thousandths of an FTE that each seat gives to the post. */
  readonly counts: readonly number[]
}

const known = new WeakMap<Problem, Map<string, Have>>()

/** What each seat gives to the post; made once per problem, so that every goal that asks shares one list. */
export function haveOf(problem: Problem, { id }: Post): Have {
  const ready = known.get(problem) ?? new Map<string, Have>()
  known.set(problem, ready)
  const found = ready.get(id)
  if (found !== undefined) return found
  const seats = problem.seatsInPost(id)
  const have = { seats, counts: seats.map((seat) => fteIn(seat, id)) }
  ready.set(id, have)
  return have
}

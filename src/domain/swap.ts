import { z } from 'zod'
import { calendarDate } from './calendar'
import { withMove, type Plan, type PlanData } from './plan'
import { partsOfSeat, rolesFilled, type Problem, type ProblemData } from './problem'
import { id } from './role'

/**
 * Where a swap of seats (对调) stands: the other is asked, has agreed, or declined; HR accepted or refused; whoever asked
 * took it back; or the plan that it was about is another one by now.
 */
export const swapStates = ['asked', 'agreed', 'declined', 'accepted', 'refused', 'withdrawn', 'void'] as const
export type SwapState = (typeof swapStates)[number]
const open: readonly SwapState[] = ['asked', 'agreed']
export const isOpenSwap = ({ state }: Pick<Swap, 'state'>): boolean => open.includes(state)

const words = z.string().trim().max(1000)
export const swapAsked = z.object({ person: id, other: id, text: words.default('') })
export const swapAnswer = z.object({ state: z.enum(['agreed', 'declined']) })
/** What HR decides; a refusal says why. */
export const swapDecision = z
  .object({ state: z.enum(['accepted', 'refused']), answer: words })
  .refine(({ state, answer }) => state === 'accepted' || answer !== '', {
    path: ['answer'],
    message: 'A refusal says why.',
  })
export type SwapDecision = z.infer<typeof swapDecision>

/** Two people ask to have each other's seats in the plan that is kept of a round. */
export const swap = z.object({
  id,
  /** Who asked. */
  person: id,
  other: id,
  /** What whoever asked says to the other and to HR. */
  text: z.string(),
  state: z.enum(swapStates),
  /** Version of the plan that it is about. */
  plan: z.int(),
  askedOn: calendarDate,
  /** Day on which the other agreed or declined. */
  answeredOn: calendarDate.nullable(),
  /** What HR says to both. */
  answer: z.string().nullable(),
  /** Day from which it is not open any more. */
  settledOn: calendarDate.nullable(),
})
export type Swap = z.infer<typeof swap>

/** The post that a seat is wholly in; null for the bench and for somebody who is shared out. */
const wholePost = (seat: string | null | undefined): string | null => {
  const parts = seat ? partsOfSeat(seat) : []
  return parts.length === 1 && parts[0]!.share === 1000 ? parts[0]!.post : null
}

/** The plan with the seats of the two exchanged and nobody else moved; null where they have no two posts to exchange. */
export function exchanged(problem: Problem, plan: Plan, first: string, second: string): Plan | null {
  const [from, to] = [first, second].map((person) => wholePost(plan.get(person)?.id))
  const seats = [problem.seat.get(`${first}@${to}`), problem.seat.get(`${second}@${from}`)]
  if (first === second || from === to || seats[0] === undefined || seats[1] === undefined) return null
  return withMove(withMove(plan, first, seats[0]), second, seats[1])
}

/**
 * With whom a person may ask to swap: people whose post in the plan is another one, where each one's role may fill the
 * other's. What else stands in the way is for the rules to say. Who is shared out between posts has none to give.
 */
export function swapPartners(
  { people, posts, fills }: Pick<ProblemData, 'people' | 'posts' | 'fills'>,
  plan: PlanData,
  person: string,
): string[] {
  const roles = new Map(people.map(({ id, role }) => [id, role]))
  const role = new Map(posts.map((post) => [post.id, post.role]))
  const mayFill = (who: string, post: string): boolean =>
    roles.has(who) && role.has(post) && rolesFilled({ fills }, roles.get(who)!).has(role.get(post)!)
  const own = wholePost(plan[person])
  if (own === null) return []
  return people.flatMap(({ id }) => {
    const post = wholePost(plan[id])
    return post !== null && post !== own && mayFill(person, post) && mayFill(id, own) ? [id] : []
  })
}

import { z } from 'zod'
import { calendarDate, type CalendarDate } from './calendar'
import { movesBetween, presentPlan, readLeniently, type Move, type PlanData } from './plan'
import type { Problem } from './problem'
import { id } from './role'

/** What a division head says to a move in a draft plan (会签): accept it, or object with a reason. */
export const reviewVerdicts = ['accept', 'object'] as const
export type ReviewVerdict = (typeof reviewVerdicts)[number]

const seat = z.string().max(300).nullable()
/** The move that is answered, by its seats; null is the bench. */
const answered = z.object({ person: id, from: seat, to: seat })

/** An answer as a head gives it; a verdict of null opens the move again. */
export const reviewReply = answered
  .extend({ verdict: z.enum(reviewVerdicts).nullable(), reason: z.string().trim().max(2000).default('') })
  .refine(({ verdict, reason }) => verdict !== 'object' || reason !== '', {
    path: ['reason'],
    message: 'An objection says why.',
  })
export type ReviewReply = z.infer<typeof reviewReply>

/** An answer as it is kept, for one division: a move from one to another is answered by both. */
export const reviewAnswer = answered.extend({
  division: id,
  verdict: z.enum(reviewVerdicts),
  reason: z.string(),
  /** Day on which it was given. */
  on: calendarDate,
})
export type ReviewAnswer = z.infer<typeof reviewAnswer>

/** When a draft plan was sent for review, and the last day on which answers are asked for. */
export interface ReviewSent {
  readonly on: CalendarDate
  readonly until: CalendarDate
}

/** How a move touches a division: somebody comes in, goes out, or stays there in another post. */
export type Way = 'in' | 'out' | 'within'

/** Which divisions a move touches and how, by the divisions of its posts before and after. */
export function waysOf(from: readonly string[], to: readonly string[]): Map<string, Way> {
  const wayOf = (division: string): Way => (!from.includes(division) ? 'in' : to.includes(division) ? 'within' : 'out')
  return new Map([...from, ...to].map((division) => [division, wayOf(division)]))
}

/** A move as one division has to answer it; null while it is open. */
export interface ReviewItem {
  readonly division: string
  readonly way: Way
  readonly move: Move
  readonly answer: ReviewAnswer | null
}

/** The move's seats, as answers name them. */
export const seatsOf = ({ person, from, to }: Move): z.infer<typeof answered> => ({
  person,
  from: from?.id ?? null,
  to: to?.id ?? null,
})

/**
 * What every division has to answer of a plan, in the order of divisions and people. An answer stands only for the move that it
 * was given to: once the plan has another for the person, that one is open.
 */
export function reviewItems(problem: Problem, plan: PlanData, answers: readonly ReviewAnswer[]): ReviewItem[] {
  const place = new Map(problem.departments.map(({ id: key }, index) => [key, index]))
  const divisionsOf = (of: Move['from']): string[] =>
    (of?.parts ?? []).flatMap(({ post }) => problem.post.get(post)?.department ?? [])
  return movesBetween(problem, presentPlan(problem), readLeniently(problem, plan).plan)
    .flatMap((move) => {
      const { person, from, to } = seatsOf(move)
      return [...waysOf(divisionsOf(move.from), divisionsOf(move.to))].map(([division, way]): ReviewItem => {
        const said = answers.find((each) => each.division === division && each.person === person)
        return { division, way, move, answer: said?.from === from && said.to === to ? said : null }
      })
    })
    .toSorted((a, b) => place.get(a.division)! - place.get(b.division)!)
}

/** How many moves are accepted, objected to, and still open. */
export function reviewCounts(items: readonly ReviewItem[]): Record<'accept' | 'object' | 'open', number> {
  const count = (verdict: ReviewVerdict | undefined): number =>
    items.filter(({ answer }) => answer?.verdict === verdict).length
  return { accept: count('accept'), object: count('object'), open: count(undefined) }
}

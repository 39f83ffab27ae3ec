import { createRoute, z } from '@hono/zod-openapi'
import {
  calendarDate,
  dateOf,
  defineProblem,
  id,
  problemOf,
  reviewAnswer,
  reviewItems,
  reviewReply,
  seatsOf,
  type Account,
  type PlanData,
  type ReviewItem,
  type Round,
} from '../domain'
import { noteLook } from './db/audit'
import { readCourt } from './db/courts'
import { readStoredPlan } from './db/plans'
import {
  answerReview,
  callBackReview,
  divisionsWithHead,
  listReviewAnswers,
  readReview,
  sendReview,
} from './db/reviews'
import { readRound } from './db/rounds'
import { ApiError } from './errors'
import { conflict, found, json, jsonBody, notFound, ofRound, resource, unfit } from './http'
import { permit } from './permit'
import type { Services } from './services'

const path = '/courts/{court}/rounds/{round}/review'
/** A year's moves of the largest court fit. */
const mostReplies = 2000
const told = z.object({
  /** Null while the draft is not under review: it was not sent, or was called back. */
  sent: z.object({ on: calendarDate, until: calendarDate }).nullable(),
  /** Those of one's own divisions; an answer counts while the plan has the same move. */
  answers: z.array(reviewAnswer),
  /** Divisions whose head has an account; the others can answer nothing. */
  heads: z.array(id),
})

const get = createRoute({
  method: 'get',
  path,
  request: { params: ofRound },
  responses: { 200: json(told, 'Whether the draft was sent for review, and what was answered'), ...notFound },
})
const send = createRoute({
  method: 'put',
  path,
  request: { params: ofRound, ...jsonBody(z.object({ until: calendarDate })) },
  responses: { 200: json(told), ...notFound, ...conflict, ...unfit },
})
const callBack = createRoute({
  method: 'delete',
  path,
  request: { params: ofRound },
  responses: { 200: json(told, 'It is under review no more; what was answered stays'), ...notFound, ...conflict },
})
const answer = createRoute({
  method: 'post',
  path: `${path}/answers`,
  request: {
    params: ofRound,
    ...jsonBody(z.object({ division: id, answers: z.array(reviewReply).min(1).max(mostReplies) })),
  },
  responses: { 200: json(told, 'All of them are kept, or none'), ...notFound, ...conflict, ...unfit },
})

const today = (): string => dateOf(new Date())

export const reviewRoutes = ({ database: { db } }: Services) => {
  const roundOf = async (court: string, round: string): Promise<Round> =>
    found(await readRound(db, court, round), 'round-not-found', { round }).round
  /** What the account may read of the review of a round: a head what the own divisions answered. */
  async function toldTo({ role, divisions }: Account, court: string, round: string): Promise<z.infer<typeof told>> {
    const isOwn = (division: string): boolean => role !== 'head' || divisions.includes(division)
    return {
      sent: await readReview(db, court, round),
      answers: (await listReviewAnswers(db, court, round)).filter(({ division }) => isOwn(division)),
      heads: (await divisionsWithHead(db, court)).filter(isOwn),
    }
  }
  /** The draft that is under review; a kept plan is reviewed no more. */
  async function draftOf(court: string, round: Round): Promise<PlanData> {
    const plan = await readStoredPlan(db, court, round.id)
    if (plan === null) throw new ApiError(409, 'review-without-plan', { round: round.name })
    if (plan.status === 'kept') throw new ApiError(409, 'review-closed', { round: round.name })
    return plan.plan
  }
  async function itemsOf(court: string, round: Round, plan: PlanData): Promise<ReviewItem[]> {
    const whole = found(await readCourt(db, court), 'court-not-found', { court }).court
    return reviewItems(defineProblem(problemOf(whole, round)), plan, [])
  }
  return resource()
    .openapi(get, async (context) => {
      const { court, round } = context.req.valid('param')
      const user = permit(context, 'reviews.read', court)
      await roundOf(court, round)
      await noteLook(db, user, court)
      return context.json(await toldTo(user, court, round), 200)
    })
    .openapi(send, async (context) => {
      const { court, round: of } = context.req.valid('param')
      const { until } = context.req.valid('json')
      const user = permit(context, 'reviews.send', court)
      const round = await roundOf(court, of)
      const items = await itemsOf(court, round, await draftOf(court, round))
      if (until < today()) throw new ApiError(422, 'review-day-past', { until })
      await sendReview(db, court, round, { on: today(), until }, new Set(items.map(({ division }) => division)), user)
      return context.json(await toldTo(user, court, of), 200)
    })
    .openapi(callBack, async (context) => {
      const { court, round: of } = context.req.valid('param')
      const user = permit(context, 'reviews.send', court)
      const round = await roundOf(court, of)
      const items = await itemsOf(court, round, await draftOf(court, round))
      // The draft may have changed since it was sent: those who answered were asked, too.
      const asked = [...items, ...(await listReviewAnswers(db, court, of))].map(({ division }) => division)
      if (!(await callBackReview(db, court, round, new Set(asked), today(), user)))
        throw new ApiError(409, 'review-not-running', { round: round.name })
      return context.json(await toldTo(user, court, of), 200)
    })
    .openapi(answer, async (context) => {
      const { court, round: of } = context.req.valid('param')
      const { division, answers } = context.req.valid('json')
      const user = permit(context, 'reviews.answer', court)
      if (!user.divisions.includes(division)) throw new ApiError(404, 'review-division', { division })
      const round = await roundOf(court, of)
      if ((await readReview(db, court, of)) === null) throw new ApiError(409, 'review-not-sent', { round: round.name })
      const all = await itemsOf(court, round, await draftOf(court, round))
      const items = all.filter((item) => item.division === division)
      const key = ({ person, from, to }: ReturnType<typeof seatsOf>): string => JSON.stringify([person, from, to])
      const moves = new Set(items.map(({ move }) => key(seatsOf(move))))
      const changed = answers.filter((each) => !moves.has(key(each))).length
      if (changed > 0) throw new ApiError(409, 'review-move-changed', { count: changed })
      await answerReview(db, court, round, division, answers, today(), user)
      return context.json(await toldTo(user, court, of), 200)
    })
}

import { createRoute, z } from '@hono/zod-openapi'
import { planData, problemOf, proposal, readPlan, type Court, type Round, type WishAnswer } from '../domain'
import { orderOf } from '../rules'
import { wishAnswersOf } from '../rules/wish-answers'
import { certificate, certifyPlan } from './certificate'
import { decisionFile } from './decision-file'
import { noteLook } from './db/audit'
import { readCourt } from './db/courts'
import { exportDecision, readStoredPlan, savePlan, type NewPlan } from './db/plans'
import { readRound } from './db/rounds'
import { ApiError, errorBody, staleOn } from './errors'
import { found, json, jsonBody, notFound, ofRound, onVersion, resource, stale, tagged, unfit, versionIn } from './http'
import { permit } from './permit'
import { roundSeen } from './rounds'
import type { Services } from './services'
import { planFor } from './sight'

const given = z.object({
  plan: planData,
  status: z.enum(['draft', 'kept']),
  origin: z.enum(['proposal', 'hand']),
  proposal: proposal.nullable().default(null),
})
const stored = given.extend({ proposal: proposal.nullable(), certificate, version: z.int(), savedAt: z.string() })
const path = '/courts/{court}/rounds/{round}/plan'

const get = createRoute({
  method: 'get',
  path,
  request: { params: ofRound },
  responses: { 200: json(stored.nullable(), 'The plan; null while the round has none'), ...notFound },
})
const put = createRoute({
  method: 'put',
  path,
  request: { params: ofRound, headers: onVersion, ...jsonBody(given) },
  responses: {
    200: json(stored),
    409: json(errorBody.extend({ broken: certificate.shape.broken }), 'A plan that breaks a rule cannot be kept'),
    ...notFound,
    ...unfit,
    ...stale(stored.nullable()),
  },
})
const getDecision = createRoute({
  method: 'get',
  path: '/courts/{court}/rounds/{round}/decision',
  request: { params: ofRound },
  responses: {
    200: json(
      z.object({ format: z.string(), sha256: z.string() }),
      'The decision file of the plan that is kept, with all its fields',
    ),
    409: json(errorBody, 'The round has no kept plan'),
    ...notFound,
  },
})

/**
 * All that is saved with a plan: what the checker says of it, and where it is to be kept what became of everybody's
 * wishes and what it rests on. Throws `plan-breaks-rules` where it cannot be kept.
 */
export function wholePlan(
  court: Court,
  round: Round,
  next: z.infer<typeof given>,
): { whole: NewPlan; answers: WishAnswer[] } {
  const { problem, ...checked } = certifyPlan(court, round, next.plan)
  const { keeps, broken } = checked.certificate
  const isKept = next.status === 'kept'
  if (isKept && !keeps) throw new ApiError(409, 'plan-breaks-rules', { count: broken.length }, { broken })
  // What became of everybody's wishes is known from a plan that is kept, and from no other.
  const answers = isKept ? wishAnswersOf(problem, round.id, readPlan(problem, checked.plan)) : []
  const decision = isKept ? decisionFile(problemOf(court, round), orderOf(round), checked.plan, next.proposal) : null
  return { whole: { ...next, ...checked, decision }, answers }
}

export const planRoutes = ({ database: { db } }: Services) =>
  resource()
    .openapi(get, async (context) => {
      const { court, round } = context.req.valid('param')
      const user = permit(context, 'rounds.read', court)
      await roundSeen(db, user, court, round)
      const current = await readStoredPlan(db, court, round)
      if (current !== null) await noteLook(db, user, court)
      tagged(context, current?.version ?? 0)
      return context.json(current && planFor(user, current), 200)
    })
    .openapi(getDecision, async (context) => {
      const { court, round } = context.req.valid('param')
      const user = permit(context, 'decision.export', court)
      const { name } = found(await readRound(db, court, round), 'round-not-found', { round }).round
      const file = await exportDecision(db, court, { id: round, name }, user)
      if (file === null) throw new ApiError(409, 'no-plan-kept', { round: name })
      context.header('content-disposition', `attachment; filename="decision-${round}.json"`)
      return context.json(file, 200)
    })
    .openapi(put, async (context) => {
      const { court, round } = context.req.valid('param')
      const next = context.req.valid('json')
      const version = versionIn(context.req.valid('header'))
      const user = permit(context, 'rounds.change', court)
      const of = {
        court: found(await readCourt(db, court), 'court-not-found', { court }).court,
        round: found(await readRound(db, court, round), 'round-not-found', { round }).round,
      }
      const { whole, answers } = wholePlan(of.court, of.round, next)
      const saved = await savePlan(db, court, of.round, whole, answers, version, user)
      if (saved === null) {
        const current = await readStoredPlan(db, court, round)
        await noteLook(db, user, court)
        throw staleOn(version, current)
      }
      tagged(context, saved.version)
      return context.json(saved, 200)
    })

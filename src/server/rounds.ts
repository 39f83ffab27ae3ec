import { randomUUID } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import { round as roundSchema, type Account, type Round } from '../domain'
import { goals, rules } from '../rules'
import type { Db } from './db'
import { noteLook } from './db/audit'
import { asReader } from './db/as-reader'
import { readCourt, readCourtFor } from './db/courts'
import { readStoredPlan } from './db/plans'
import { addRound, listRounds, readRound, removeRound, saveRound, type StoredRound } from './db/rounds'
import { ApiError, staleOn } from './errors'
import {
  found,
  json,
  jsonBody,
  notFound,
  ofCourt,
  ofRound,
  onVersion,
  resource,
  stale,
  tagged,
  unfit,
  versionIn,
} from './http'
import { permit } from './permit'
import { roundFor, seesDrafts } from './sight'
import type { Services } from './services'

const stored = z.object({ round: roundSchema, version: z.int() })

const list = createRoute({
  method: 'get',
  path: '/courts/{court}/rounds',
  request: { params: ofCourt },
  responses: { 200: json(z.array(stored.extend({ kept: z.boolean() }))), ...notFound },
})
const create = createRoute({
  method: 'post',
  path: '/courts/{court}/rounds',
  request: { params: ofCourt, ...jsonBody(roundSchema.omit({ id: true })) },
  responses: { 201: json(stored), ...notFound, ...unfit },
})
const get = createRoute({
  method: 'get',
  path: '/courts/{court}/rounds/{round}',
  request: { params: ofRound },
  responses: { 200: json(stored), ...notFound },
})
const put = createRoute({
  method: 'put',
  path: '/courts/{court}/rounds/{round}',
  request: { params: ofRound, headers: onVersion, ...jsonBody(roundSchema) },
  responses: { 200: json(stored), ...notFound, ...unfit, ...stale(stored) },
})
const remove = createRoute({
  method: 'delete',
  path: '/courts/{court}/rounds/{round}',
  request: { params: ofRound },
  responses: { 204: { description: 'Gone, with its plan and its runs' }, ...notFound },
})

/** A round that the account may know of: for staff, one whose plan is kept. */
export async function roundSeen(db: Db, account: Account, court: string, id: string): Promise<StoredRound> {
  const round = found(await readRound(db, court, id), 'round-not-found', { round: id })
  if (!seesDrafts(account) && (await readStoredPlan(db, court, id))?.status !== 'kept')
    throw new ApiError(404, 'round-not-found', { round: id })
  return round
}

/** A round may name only rules and goals that this version knows, each goal once. */
function refuseUnknown({ rules: settings, goals: order, slack }: Pick<Round, 'rules' | 'goals' | 'slack'>): void {
  const rule = settings.find(({ id }) => !rules.some((each) => each.id === id))
  if (rule !== undefined) throw new ApiError(422, 'rule-unknown', { rule: rule.id })
  const goal = [...order, ...Object.keys(slack)].find((id) => !goals.some((each) => each.id === id))
  if (goal !== undefined) throw new ApiError(422, 'goal-unknown', { goal })
  if (new Set(order).size < order.length) throw new ApiError(422, 'goal-twice', {})
}

export const roundRoutes = ({ database, jobs }: Services) => {
  const { db } = database
  return resource()
    .openapi(list, async (context) => {
      const { court } = context.req.valid('param')
      const user = permit(context, 'rounds.read', court)
      const shown = await asReader(database, user, court, async (tx) => {
        const of = found(await readCourtFor(tx, user, court), 'court-not-found', { court }).court
        return (await listRounds(tx, court))
          .filter(({ kept }) => kept || seesDrafts(user))
          .map((each) => ({ ...each, round: roundFor(user, of, each.round) }))
      })
      await noteLook(db, user, court)
      return context.json(shown, 200)
    })
    .openapi(create, async (context) => {
      const { court } = context.req.valid('param')
      const round: Round = { id: `round-${randomUUID().slice(0, 8)}`, ...context.req.valid('json') }
      const user = permit(context, 'rounds.change', court)
      refuseUnknown(round)
      found(await readCourt(db, court), 'court-not-found', { court })
      await addRound(db, court, round, user)
      tagged(context, 1)
      return context.json({ round, version: 1 }, 201)
    })
    .openapi(get, async (context) => {
      const { court, round } = context.req.valid('param')
      const user = permit(context, 'rounds.read', court)
      const shown = await asReader(database, user, court, async (tx) => {
        const { round: whole, version } = await roundSeen(tx, user, court, round)
        const of = found(await readCourtFor(tx, user, court), 'court-not-found', { court }).court
        return { round: roundFor(user, of, whole), version }
      })
      await noteLook(db, user, court)
      tagged(context, shown.version)
      return context.json(shown, 200)
    })
    .openapi(put, async (context) => {
      const { court, round: id } = context.req.valid('param')
      const round = context.req.valid('json')
      const given = versionIn(context.req.valid('header'))
      const user = permit(context, 'rounds.change', court)
      if (round.id !== id) throw new ApiError(422, 'id-differs', { id, given: round.id })
      refuseUnknown(round)
      const version = await saveRound(db, court, round, given, user)
      if (version === null) {
        const current = found(await readRound(db, court, id), 'round-not-found', { round: id })
        await noteLook(db, user, court)
        throw staleOn(given, current)
      }
      tagged(context, version)
      return context.json({ round, version }, 200)
    })
    .openapi(remove, async (context) => {
      const { court, round } = context.req.valid('param')
      const user = permit(context, 'rounds.change', court)
      await jobs.stopAll(court, round)
      if (!(await removeRound(db, court, round, user))) throw new ApiError(404, 'round-not-found', { round })
      return context.body(null, 204)
    })
}

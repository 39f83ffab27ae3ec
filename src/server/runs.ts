import { randomUUID } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { may, outcome, problemOf, progress, refuseTooLarge, type Account, type Permission } from '../domain'
import { noteLook } from './db/audit'
import { readRound } from './db/rounds'
import { addRun, latestRun, noteStop, readRun, removeRun, runsUnderWay, type ShownRun } from './db/runs'
import { ApiError, errorBody } from './errors'
import { conflict, found, json, jsonBody, notFound, ofRound, resource, unfit } from './http'
import { permit } from './permit'
import { roundSeen } from './rounds'
import { inputOf } from './run'
import type { Services } from './services'

const run = z.object({
  id: z.string(),
  court: z.string(),
  round: z.string(),
  state: z.enum(['queued', 'running', 'done', 'stopped', 'failed']),
  progress: progress.nullable(),
  outcome: outcome.nullable(),
  error: errorBody.nullable(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
})
const ofRun = z.object({ run: z.uuid() })
/** Seconds; as long as it takes where it is left out. */
const wanted = z.object({ timeLimit: z.int().min(1).max(3600).optional() })

const create = createRoute({
  method: 'post',
  path: '/courts/{court}/rounds/{round}/runs',
  request: { params: ofRound, ...jsonBody(wanted) },
  responses: { 202: json(z.object({ id: z.string() }), 'It waits for its turn'), ...notFound, ...conflict, ...unfit },
})
const latest = createRoute({
  method: 'get',
  path: '/courts/{court}/rounds/{round}/runs/latest',
  request: { params: ofRound },
  responses: { 200: json(run.nullable(), 'The newest run; null where there was none'), ...notFound },
})
const get = createRoute({
  method: 'get',
  path: '/runs/{run}',
  request: { params: ofRun },
  responses: { 200: json(run, 'The run as it stands, with the best plan so far'), ...notFound },
})
const stop = createRoute({
  method: 'delete',
  path: '/runs/{run}',
  request: { params: ofRun },
  responses: { 200: json(run, 'The run as it ended, with its best plan'), ...notFound },
})

export const runRoutes = ({ database: { db }, jobs }: Services) => {
  /** A run of another court is answered as one that is not there. */
  async function runOf(context: Context, what: Permission, id: string): Promise<{ row: ShownRun; user: Account }> {
    permit(context, what)
    const unknown = new ApiError(404, 'run-not-found', { run: id })
    const row = await readRun(db, id)
    if (row === null) throw unknown
    return { row, user: permit(context, what, row.court, unknown) }
  }
  return resource()
    .openapi(create, async (context) => {
      const { court, round } = context.req.valid('param')
      const { timeLimit = null } = context.req.valid('json')
      const user = permit(context, 'rounds.change', court)
      const of = found(await inputOf(db, { courtId: court, roundId: round }), 'round-not-found', { round })
      refuseTooLarge(problemOf(of.court, of.round))
      const id = randomUUID()
      if (!(await addRun(db, { id, courtId: court, roundId: round, timeLimit }, user))) {
        const [other] = await runsUnderWay(db, court)
        throw new ApiError(409, 'run-in-progress', { run: other?.id ?? null })
      }
      await jobs.send(id).catch(async (error: unknown) => {
        await removeRun(db, id)
        throw error
      })
      return context.json({ id }, 202)
    })
    .openapi(latest, async (context) => {
      const { court, round } = context.req.valid('param')
      const user = permit(context, 'rounds.read', court)
      // A run tells whom rules concern; whoever may not read that is told of none.
      if (!may(user, 'runs.read')) {
        await roundSeen(db, user, court, round)
        return context.json(null, 200)
      }
      const newest = await latestRun(db, court, round)
      if (newest === null) found(await readRound(db, court, round), 'round-not-found', { round })
      else await noteLook(db, user, court)
      return context.json(newest, 200)
    })
    .openapi(get, async (context) => {
      const { run: id } = context.req.valid('param')
      const { row, user } = await runOf(context, 'runs.read', id)
      await noteLook(db, user, row.court)
      return context.json(row, 200)
    })
    .openapi(stop, async (context) => {
      const { run: id } = context.req.valid('param')
      const { row, user } = await runOf(context, 'rounds.change', id)
      if (row.endedAt === null) await noteStop(db, user, row)
      else await noteLook(db, user, row.court)
      await jobs.stop(id)
      return context.json(found(await readRun(db, id), 'run-not-found', { run: id }), 200)
    })
}

import { createRoute, z } from '@hono/zod-openapi'
import type { Logger } from 'pino'
import { dateOf, dueKinds, id, whyNotForgotten } from '../domain'
import { noteLook } from './db/audit'
import { listCourts, readCourt, type StoredCourt } from './db/courts'
import { forgetPeople, holdCourt, RunUnderWay } from './db/forget'
import type { Db } from './db'
import { applyRetention, readDue } from './db/retention'
import { staleCourt } from './courts'
import { ApiError } from './errors'
import {
  conflict,
  found,
  json,
  notFound,
  ofCourt,
  onVersion,
  resource,
  stale,
  tagged,
  versionIn,
  versionOf,
} from './http'
import { permit, server, type User } from './permit'
import type { Services } from './services'

const due = z.object({
  kind: z.enum(dueKinds),
  person: z.string(),
  name: z.string(),
  rows: z.int(),
  since: z.string(),
})

const forget = createRoute({
  method: 'delete',
  path: '/courts/{court}/people/{person}',
  request: { params: z.object({ court: id, person: id }), headers: onVersion },
  responses: {
    200: json(versionOf, 'Gone but for what counts are made of, which stands under a label'),
    ...notFound,
    ...conflict,
    ...stale(z.unknown()),
  },
})
const list = createRoute({
  method: 'get',
  path: '/courts/{court}/retention',
  request: { params: ofCourt },
  responses: { 200: json(z.array(due), 'What is kept longer than the court says, as of today'), ...notFound },
})
const apply = createRoute({
  method: 'post',
  path: '/courts/{court}/retention',
  request: { params: ofCourt, headers: onVersion },
  responses: {
    200: json(versionOf, 'What was due is gone, all of it; nothing changes where nothing is due'),
    ...notFound,
    ...conflict,
    ...stale(z.unknown()),
  },
})

const today = (): string => dateOf(new Date())

export const retentionRoutes = ({ database: { db } }: Services) => {
  /** Does it to the court, if it still has the version that it was asked for on. */
  async function doneTo(
    court: string,
    given: number,
    user: User,
    act: (tx: Db, held: StoredCourt) => Promise<number>,
  ): Promise<number> {
    const version = await db.transaction(async (tx) => {
      const held = found(await holdCourt(tx, court), 'court-not-found', { court })
      return held.version === given ? act(tx, held).catch(underWay) : null
    })
    if (version === null) throw await staleCourt(db, court, given, user)
    return version
  }
  return resource()
    .openapi(forget, async (context) => {
      const { court, person } = context.req.valid('param')
      const given = versionIn(context.req.valid('header'))
      const user = permit(context, 'people.forget', court)
      const version = await doneTo(court, given, user, (tx, held) => {
        const row = found(held.court.people.find((each) => each.id === person) ?? null, 'person-not-found', { person })
        const not = whyNotForgotten(held.court, row, today())
        if (not !== null) throw new ApiError(409, not.code, not.facts)
        return forgetPeople(tx, held, [person], user)
      })
      tagged(context, version)
      return context.json({ version }, 200)
    })
    .openapi(list, async (context) => {
      const { court } = context.req.valid('param')
      const user = permit(context, 'people.forget', court)
      const held = found(await readCourt(db, court), 'court-not-found', { court })
      await noteLook(db, user, court)
      return context.json(await readDue(db, held, today()), 200)
    })
    .openapi(apply, async (context) => {
      const { court } = context.req.valid('param')
      const given = versionIn(context.req.valid('header'))
      const user = permit(context, 'people.forget', court)
      const version = await doneTo(
        court,
        given,
        user,
        async (tx, held) => (await applyRetention(tx, held, today(), user)) ?? held.version,
      )
      tagged(context, version)
      return context.json({ version }, 200)
    })
}

function underWay(error: unknown): never {
  throw error instanceof RunUnderWay ? new ApiError(409, 'forget-run-under-way') : error
}

/** Deletes what is due of every court that says so. Where a plan is being worked out it waits for the next day. */
export async function deleteDue(db: Db, log: Logger): Promise<void> {
  for (const { id: court } of await listCourts(db))
    try {
      await db.transaction(async (tx) => {
        const held = await holdCourt(tx, court)
        if (held?.court.settings.deleteDaily === true) await applyRetention(tx, held, today(), server)
      })
    } catch (error) {
      log.error({ err: error, court }, 'retention')
    }
}

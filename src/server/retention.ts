import { createRoute, z } from '@hono/zod-openapi'
import { dateOf, id, whyNotForgotten } from '../domain'
import { forgetPeople, holdCourt, RunUnderWay } from './db/forget'
import { staleCourt } from './courts'
import { ApiError } from './errors'
import { conflict, found, json, notFound, onVersion, resource, stale, tagged, versionIn, versionOf } from './http'
import { permit } from './permit'
import type { Services } from './services'

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

export const retentionRoutes = ({ database: { db } }: Services) =>
  resource().openapi(forget, async (context) => {
    const { court, person } = context.req.valid('param')
    const given = versionIn(context.req.valid('header'))
    const user = permit(context, 'people.forget', court)
    const version = await db.transaction(async (tx) => {
      const held = found(await holdCourt(tx, court), 'court-not-found', { court })
      if (held.version !== given) return null
      const row = found(held.court.people.find((each) => each.id === person) ?? null, 'person-not-found', { person })
      const not = whyNotForgotten(held.court, row, dateOf(new Date()))
      if (not !== null) throw new ApiError(409, not.code, not.facts)
      return forgetPeople(tx, held, [person], user).catch(underWay)
    })
    if (version === null) throw await staleCourt(db, court, given, user)
    tagged(context, version)
    return context.json({ version }, 200)
  })

function underWay(error: unknown): never {
  throw error instanceof RunUnderWay ? new ApiError(409, 'forget-run-under-way') : error
}

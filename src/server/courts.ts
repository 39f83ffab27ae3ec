import { randomUUID } from 'node:crypto'
import { createRoute, z } from '@hono/zod-openapi'
import { courtFile, changeableLists, courtChange, emptyCourt, isOf, name, type Court } from '../domain'
import { exampleCourt } from '../example'
import { noteLook } from './db/audit'
import type { Db } from './db'
import { asReader } from './db/as-reader'
import { addCourt, listCourts, readCourt, readCourtFor, removeCourt, saveCourt } from './db/courts'
import { ApiError, invalid, staleOn } from './errors'
import {
  conflict,
  found,
  json,
  jsonBody,
  notFound,
  ofCourt,
  onVersion,
  resource,
  stale,
  tagged,
  unfit,
  versionIn,
  versionOf,
} from './http'
import { permit, type User } from './permit'
import { courtFor } from './sight'
import type { Services } from './services'

const summary = z.object({
  id: z.string(),
  name: z.string(),
  example: z.boolean(),
  version: z.int(),
  people: z.int(),
  teams: z.int(),
})
const source = z.discriminatedUnion('source', [
  z.object({ source: z.literal('example') }),
  z.object({ source: z.literal('empty'), name }),
  z.object({ source: z.literal('file'), court: courtFile }),
])
const stored = z.object({ court: courtFile, version: z.int() })
const created = z.object({ id: z.string(), version: z.int() })

const list = createRoute({ method: 'get', path: '/courts', responses: { 200: json(z.array(summary)) } })
const create = createRoute({
  method: 'post',
  path: '/courts',
  request: jsonBody(source),
  responses: { 201: json(created), ...conflict, ...unfit },
})
/** The case list is long: it comes along only where it is asked for. */
const parts = z.object({ cases: z.enum(['all', 'none']).default('none') })
const get = createRoute({
  method: 'get',
  path: '/courts/{court}',
  request: { params: ofCourt, query: parts },
  responses: { 200: json(stored), ...notFound },
})
const put = createRoute({
  method: 'put',
  path: '/courts/{court}',
  request: { params: ofCourt, headers: onVersion, ...jsonBody(courtFile) },
  responses: { 200: json(versionOf), ...notFound, ...conflict, ...unfit, ...stale(stored) },
})
const patch = createRoute({
  method: 'patch',
  path: '/courts/{court}',
  request: { params: ofCourt, headers: onVersion, ...jsonBody(courtChange) },
  responses: { 200: json(versionOf), ...notFound, ...conflict, ...unfit, ...stale(stored) },
})
const remove = createRoute({
  method: 'delete',
  path: '/courts/{court}',
  request: { params: ofCourt },
  responses: { 204: { description: 'Gone, with all that belonged to it' }, ...notFound },
})

const courtFrom = (given: z.infer<typeof source>): Court => {
  if (given.source === 'example') return exampleCourt()
  if (given.source === 'file') return given.court
  return emptyCourt(`court-${randomUUID().slice(0, 8)}`, given.name)
}

export const courtRoutes = ({ database, jobs }: Services) => {
  const { db } = database
  return resource()
    .openapi(list, async (context) => {
      const account = permit(context, 'courts.list')
      const all = await listCourts(db)
      return context.json(
        all.filter(({ id }) => isOf(account, id)),
        200,
      )
    })
    .openapi(create, async (context) => {
      const user = permit(context, 'court.add')
      const court = courtFrom(context.req.valid('json'))
      if (!(await addCourt(db, court, user))) throw new ApiError(409, 'court-exists', { court: court.id })
      tagged(context, 1)
      return context.json({ id: court.id, version: 1 }, 201)
    })
    .openapi(get, async (context) => {
      const { court } = context.req.valid('param')
      const { cases } = context.req.valid('query')
      const user = permit(context, 'court.read', court)
      if (cases === 'all') permit(context, 'cases.read', court)
      const read = await asReader(database, user, court, (tx) => readCourtFor(tx, user, court, cases === 'all'))
      const { version, court: whole } = found(read, 'court-not-found', { court })
      await noteLook(db, user, court)
      tagged(context, version)
      return context.json({ version, court: courtFor(user, whole) }, 200)
    })
    .openapi(put, async (context) => {
      const { court: id } = context.req.valid('param')
      const court = context.req.valid('json')
      const given = versionIn(context.req.valid('header'))
      const user = permit(context, 'court.change', id)
      if (court.id !== id) throw new ApiError(422, 'id-differs', { id, given: court.id })
      const version = await saveCourt(db, court, given, user)
      if (version === null) throw await staleCourt(db, id, given, user)
      tagged(context, version)
      return context.json({ version }, 200)
    })
    .openapi(patch, async (context) => {
      const { court: id } = context.req.valid('param')
      const change = context.req.valid('json')
      const given = versionIn(context.req.valid('header'))
      const user = permit(context, 'court.change', id)
      // Only a team or a case type can be missed by the case list, which may be long.
      const withCases = change.teams !== undefined || change.caseTypes !== undefined
      const current = found(await readCourt(db, id, withCases), 'court-not-found', { court: id })
      if (current.version !== given) throw await staleCourt(db, id, given, user)
      const changed = courtFile.safeParse({ ...current.court, ...change })
      if (!changed.success) throw invalid(changed.error)
      const touched = changeableLists.filter((list) => change[list] !== undefined)
      const version = await saveCourt(db, changed.data, given, user, touched)
      if (version === null) throw await staleCourt(db, id, given, user)
      tagged(context, version)
      return context.json({ version }, 200)
    })
    .openapi(remove, async (context) => {
      const { court } = context.req.valid('param')
      const user = permit(context, 'court.remove', court)
      await jobs.stopAll(court)
      if (!(await removeCourt(db, court, user))) throw new ApiError(404, 'court-not-found', { court })
      return context.body(null, 204)
    })
}

/** The refusal of a change that was made on another version than the current one, which is a look at that one. */
export async function staleCourt(db: Db, id: string, given: number, by: User): Promise<ApiError> {
  const current = found(await readCourt(db, id), 'court-not-found', { court: id })
  await noteLook(db, by, id)
  return staleOn(given, current)
}

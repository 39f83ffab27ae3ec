import { createRoute, z } from '@hono/zod-openapi'
import { courtFile, department, id, person, team, type Court } from '../domain'
import { staleCourt } from './courts'
import { readCourt, saveCourt, type StoredCourt } from './db/courts'
import { ApiError, invalid } from './errors'
import {
  conflict,
  found,
  json,
  jsonBody,
  notFound,
  onVersion,
  resource,
  stale,
  tagged,
  unfit,
  versionIn,
  versionOf,
} from './http'
import { permit } from './permit'
import type { Services } from './services'

/** Lists of a court whose rows can be changed one by one; all else is changed with the court whole. */
const schemas = { departments: department, teams: team, people: person }
const list = z.enum(['departments', 'teams', 'people'])
type Row = Court['people' | 'departments' | 'teams'][number]

const ofList = z.object({ court: id, list })
const ofRow = ofList.extend({ row: id })
const rowBody = jsonBody(z.record(z.string(), z.unknown()))
const refusals = { ...notFound, ...conflict, ...unfit, ...stale(z.object({ court: courtFile, version: z.int() })) }

const post = createRoute({
  method: 'post',
  path: '/courts/{court}/{list}',
  request: { params: ofList, headers: onVersion, ...rowBody },
  responses: { 201: json(versionOf), ...refusals },
})
const put = createRoute({
  method: 'put',
  path: '/courts/{court}/{list}/{row}',
  request: { params: ofRow, headers: onVersion, ...rowBody },
  responses: { 200: json(versionOf), ...refusals },
})
const remove = createRoute({
  method: 'delete',
  path: '/courts/{court}/{list}/{row}',
  request: { params: ofRow, headers: onVersion },
  responses: { 200: json(versionOf), ...refusals },
})

export const courtRowRoutes = ({ database: { db } }: Services) => {
  /** Changes one list of a court that still has the version given; the court must hold together afterwards. */
  const change = async (
    params: z.infer<typeof ofList>,
    given: number,
    edit: (rows: Row[]) => Row[],
    refuse: (error: z.core.$ZodError) => ApiError = invalid,
  ): Promise<number> => {
    const current: StoredCourt = found(await readCourt(db, params.court), 'court-not-found', { court: params.court })
    if (current.version !== given) throw await staleCourt(db, params.court, given)
    const changed = courtFile.safeParse({ ...current.court, [params.list]: edit(current.court[params.list]) })
    if (!changed.success) throw refuse(changed.error)
    const version = await saveCourt(db, changed.data, given, [params.list])
    if (version === null) throw await staleCourt(db, params.court, given)
    return version
  }
  const parseRow = (name: z.infer<typeof list>, body: unknown): Row => {
    const row = schemas[name].safeParse(body)
    if (!row.success) throw invalid(row.error)
    return row.data
  }
  const placeOf = (rows: Row[], row: string): number => {
    const place = rows.findIndex((each) => each.id === row)
    if (place < 0) throw new ApiError(404, 'row-not-found', { row })
    return place
  }

  return resource()
    .openapi(post, async (context) => {
      const params = context.req.valid('param')
      const row = parseRow(params.list, context.req.valid('json'))
      permit(context, 'change', params.court)
      const version = await change(params, versionIn(context.req.valid('header')), (rows) => [...rows, row])
      tagged(context, version)
      return context.json({ version }, 201)
    })
    .openapi(put, async (context) => {
      const params = context.req.valid('param')
      const row = parseRow(params.list, context.req.valid('json'))
      permit(context, 'change', params.court)
      if (row.id !== params.row) throw new ApiError(422, 'id-differs', { id: params.row, given: row.id })
      const version = await change(params, versionIn(context.req.valid('header')), (rows) =>
        rows.with(placeOf(rows, params.row), row),
      )
      tagged(context, version)
      return context.json({ version }, 200)
    })
    .openapi(remove, async (context) => {
      const params = context.req.valid('param')
      permit(context, 'change', params.court)
      const version = await change(
        params,
        versionIn(context.req.valid('header')),
        (rows) => rows.toSpliced(placeOf(rows, params.row), 1),
        ({ issues }) =>
          new ApiError(409, 'still-in-use', { row: params.row, count: issues.length, where: issues[0]?.path[0] }),
      )
      tagged(context, version)
      return context.json({ version }, 200)
    })
}

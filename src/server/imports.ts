import { createRoute, z } from '@hono/zod-openapi'
import { calendarMonth } from '../domain'
import { accountSheet, sheets, type ListName } from '../workbook'
import { importKinds } from '../workbook/sheets-import'
import { staleCourt } from './courts'
import { courtIsThere } from './db/courts'
import { readImport } from './db/imports'
import { ApiError, errorBody } from './errors'
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
  versionIn,
  versionOf,
} from './http'
import { importModes } from './import/prepare'
import { preview } from './import/preview'
import { permit } from './permit'
import type { Services } from './services'

/** One thing that is wrong in a file, at its place. */
export const problem = z.object({
  code: z.string(),
  list: z.enum([...sheets, accountSheet].map(({ list }) => list) as [ListName, ...ListName[]]).nullable(),
  sheet: z.string(),
  row: z.int().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  right: z.string().nullable(),
})
const shown = z.object({
  id: z.string(),
  name: z.string(),
  mode: z.enum(importModes),
  state: z.enum(['working', 'ready', 'refused', 'done', 'cancelled', 'failed']),
  stage: z.enum(['receiving', 'reading', 'comparing', 'counting', 'ready', 'writing']),
  rows: z.int(),
  /** Version of the court that the preview was made on. */
  basedOn: z.int(),
  preview: preview.nullable(),
  problems: z.object({ problems: z.array(problem), total: z.int() }).nullable(),
  error: errorBody.nullable(),
})

const ofImport = ofCourt.extend({ import: z.uuid() })
/**
 * What the file is. Its kind is told by its header where it is left out; `from` is the first month that a case list is
 * counted for.
 */
const order = z.object({
  name: z.string().max(200).default(''),
  kind: z.enum(importKinds).optional(),
  mode: z.enum(importModes).default('merge'),
  from: calendarMonth.optional(),
})
const file = { content: { 'application/octet-stream': { schema: z.any() } }, required: true }

const create = createRoute({
  method: 'post',
  path: '/courts/{court}/imports',
  request: { params: ofCourt, query: order, body: file },
  responses: {
    202: json(z.object({ id: z.string() }), 'It is being read'),
    413: json(errorBody, 'The file is too large'),
    415: json(errorBody, 'The file is neither a workbook nor a text'),
    ...notFound,
    ...conflict,
  },
})
const get = createRoute({
  method: 'get',
  path: '/courts/{court}/imports/{import}',
  request: { params: ofImport },
  responses: { 200: json(shown, 'The import as it stands'), ...notFound },
})
const cancel = createRoute({
  method: 'delete',
  path: '/courts/{court}/imports/{import}',
  request: { params: ofImport },
  responses: { 200: json(shown, 'The import as it ended'), ...notFound },
})
const commit = createRoute({
  method: 'post',
  path: '/courts/{court}/imports/{import}/commit',
  request: { params: ofImport, headers: onVersion, ...jsonBody(z.object({ confirmed: z.boolean().default(false) })) },
  responses: { 200: json(versionOf), ...notFound, ...conflict, ...stale(z.unknown()) },
})

/** Types that browsers and programs give a table; what the bytes say decides. */
const formats: Record<string, 'xlsx' | 'csv'> = {
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'text/csv': 'csv',
}

export const importRoutes = ({ database: { db }, imports }: Services) => {
  const importOf = async (params: z.infer<typeof ofImport>) =>
    found(await readImport(db, params.court, params.import), 'import-not-found', { import: params.import })
  return resource()
    .openapi(create, async (context) => {
      const { court } = context.req.valid('param')
      const { name, kind = null, mode, from = null } = context.req.valid('query')
      const user = permit(context, 'imports.use', court)
      if (!(await courtIsThere(db, court))) throw new ApiError(404, 'court-not-found', { court })
      const told = formats[context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''] ?? null
      const started = await imports.start(
        { court, name, kind, mode, from, format: told, by: user.id },
        context.req.raw.body,
      )
      return context.json({ id: started }, 202)
    })
    .openapi(get, async (context) => {
      const params = context.req.valid('param')
      permit(context, 'imports.use', params.court)
      return context.json(shown.parse(await importOf(params)), 200)
    })
    .openapi(cancel, async (context) => {
      const params = context.req.valid('param')
      permit(context, 'imports.use', params.court)
      await imports.cancel(await importOf(params))
      return context.json(shown.parse(await importOf(params)), 200)
    })
    .openapi(commit, async (context) => {
      const params = context.req.valid('param')
      const { confirmed } = context.req.valid('json')
      const given = versionIn(context.req.valid('header'))
      const user = permit(context, 'imports.use', params.court)
      const row = await importOf(params)
      if (row.state !== 'ready' || row.preview === null)
        throw new ApiError(409, 'import-not-ready', { state: row.state })
      const doubts = row.preview.warnings.total
      if (doubts > 0 && !confirmed) throw new ApiError(409, 'import-unconfirmed', { count: doubts })
      const version = given === row.basedOn ? await imports.commit(row, user) : null
      if (version === null) throw await staleCourt(db, params.court, given, user)
      tagged(context, version)
      return context.json({ version }, 200)
    })
}

import { createRoute, z } from '@hono/zod-openapi'
import { calendarDate, caseRecord, outcomes } from '../domain'
import { courtIsThere } from './db/courts'
import { caseDays, casePage } from './db/cases'
import { ApiError } from './errors'
import { json, notFound, ofCourt, resource, unfit } from './http'
import { permit } from './permit'
import type { Services } from './services'

/** One or several of a query's values: `team=a&team=b`. */
const several = <T extends z.ZodType<string>>(one: T) =>
  z
    .union([z.array(one), one.transform((only) => [only])])
    .optional()
    .openapi({ type: 'array', items: { type: 'string' } })
const ofSeries = { team: several(z.string()), caseType: several(z.string()) }

/** Which cases: all that is left out does not count. `pendingOn` asks for those pending when that day ended. */
const filter = z.object({
  ...ofSeries,
  filedFrom: calendarDate.optional(),
  filedUntil: calendarDate.optional(),
  closedFrom: calendarDate.optional(),
  closedUntil: calendarDate.optional(),
  pendingOn: calendarDate.optional(),
  outcome: several(z.enum(outcomes)),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(500).default(50),
})
export type CaseFilter = z.infer<typeof filter>

const span = z.object({ ...ofSeries, from: calendarDate, until: calendarDate })
export type CaseSpan = z.infer<typeof span>

const days = z.object({
  stock: z.array(z.object({ team: z.string(), caseType: z.string(), pending: z.int() })),
  days: z.array(
    z.object({
      date: z.string(),
      team: z.string(),
      caseType: z.string(),
      filed: z.int(),
      closed: z.int(),
      full: z.int(),
      fullDays: z.int(),
    }),
  ),
})

const list = createRoute({
  method: 'get',
  path: '/courts/{court}/cases',
  request: { params: ofCourt, query: filter },
  responses: {
    200: json(z.object({ count: z.int(), cases: z.array(caseRecord) }), 'A page, and how many there are in all'),
    ...notFound,
    ...unfit,
  },
})
const byDay = createRoute({
  method: 'get',
  path: '/courts/{court}/cases/days',
  request: { params: ofCourt, query: span },
  responses: { 200: json(days, 'Days on which anything happened, and the stock before them'), ...notFound, ...unfit },
})

export const caseRoutes = ({ database: { db } }: Services) => {
  const there = async (court: string): Promise<void> => {
    if (!(await courtIsThere(db, court))) throw new ApiError(404, 'court-not-found', { court })
  }
  return resource()
    .openapi(list, async (context) => {
      const { court } = context.req.valid('param')
      permit(context, 'cases.read', court)
      await there(court)
      return context.json(await casePage(db, court, context.req.valid('query')), 200)
    })
    .openapi(byDay, async (context) => {
      const { court } = context.req.valid('param')
      permit(context, 'cases.read', court)
      await there(court)
      return context.json(await caseDays(db, court, context.req.valid('query')), 200)
    })
}

import { createRoute, z } from '@hono/zod-openapi'
import {
  dateOf,
  demandOf,
  id,
  statementIssues,
  wishStatement,
  wishWindow,
  type Court,
  type Person,
  type WishStatement,
} from '../domain'
import { noteLook } from './db/audit'
import { asReader } from './db/as-reader'
import { readCourt, readCourtFor, type StoredCourt } from './db/courts'
import type { Db } from './db'
import { listRounds } from './db/rounds'
import { confirmStatement, readStatement, saveDraft, type StoredStatement } from './db/wishes'
import { ApiError, staleOn } from './errors'
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
import { permit, permitOwn } from './permit'
import type { Services } from './services'

const ofPerson = z.object({ court: id, person: id })
const window = z.object({ open: z.boolean(), until: z.string().nullable(), round: z.string().nullable() })
const stored = z.object({
  draft: wishStatement,
  confirmed: wishStatement.nullable(),
  confirmedAt: z.string().nullable(),
  version: z.int(),
  window,
})
const demand = z.object({ unit: z.string(), wishes: z.int() })

const get = createRoute({
  method: 'get',
  path: '/courts/{court}/people/{person}/wishes',
  request: { params: ofPerson },
  responses: { 200: json(stored, 'What was said, and until when it may be confirmed'), ...notFound },
})
const put = createRoute({
  method: 'put',
  path: '/courts/{court}/people/{person}/wishes',
  request: { params: ofPerson, headers: onVersion, ...jsonBody(wishStatement) },
  responses: { 200: json(versionOf, 'Saved as a draft'), ...notFound, ...unfit, ...stale(stored) },
})
const confirm = createRoute({
  method: 'post',
  path: '/courts/{court}/people/{person}/wishes/confirm',
  request: { params: ofPerson, headers: onVersion },
  responses: {
    200: json(stored, 'The draft is what the person has said, and plans are made with it'),
    ...notFound,
    ...conflict,
    ...unfit,
    ...stale(stored),
  },
})
const demands = createRoute({
  method: 'get',
  path: '/courts/{court}/demand',
  request: { params: ofCourt },
  responses: {
    200: json(z.array(demand), 'How sought units are; those that fewer than five wish for are left out'),
    ...notFound,
  },
})

interface Found {
  readonly court: Court
  readonly person: Person
}

function personIn(stored: StoredCourt | null, court: string, person: string): Found {
  const { court: whole } = found(stored, 'court-not-found', { court })
  const row = whole.people.find((each) => each.id === person) ?? null
  return { court: whole, person: found(row, 'person-not-found', { person }) }
}

/** With the window of today: until when it may be confirmed. */
async function withWindow(db: Db, court: string, statement: StoredStatement): Promise<z.infer<typeof stored>> {
  const rounds = (await listRounds(db, court)).map(({ round }) => round)
  return { ...statement, window: wishWindow(rounds, dateOf(new Date())) }
}

function refuseUnfit({ court, person }: Found, statement: WishStatement): void {
  const units = new Set([...court.departments, ...court.teams].map((unit) => unit.id))
  const people = new Set(court.people.map((each) => each.id))
  const issues = [...statementIssues({ units, people }, person.id, statement)].map((issue) => ({ ...issue, facts: {} }))
  if (issues.length === 0) return
  throw new ApiError(422, 'invalid', { count: issues.length, where: issues[0]!.path.join('.') }, { issues })
}

export const wishRoutes = ({ database }: Services) => {
  const { db } = database
  const personOf = async (court: string, person: string): Promise<Found> =>
    personIn(await readCourt(db, court), court, person)
  const staleStatement = async (court: string, person: string, given: number): Promise<ApiError> => {
    const current = await withWindow(db, court, await readStatement(db, court, person))
    return staleOn(given, current)
  }
  return resource()
    .openapi(get, async (context) => {
      const { court, person } = context.req.valid('param')
      const user = permitOwn(context, 'wishes.say', court, person)
      const statement = await asReader(database, user, court, async (tx) => {
        personIn(await readCourtFor(tx, user, court), court, person)
        return withWindow(tx, court, await readStatement(tx, court, person))
      })
      await noteLook(db, user, court)
      tagged(context, statement.version)
      return context.json(statement, 200)
    })
    .openapi(put, async (context) => {
      const { court, person } = context.req.valid('param')
      const given = versionIn(context.req.valid('header'))
      permitOwn(context, 'wishes.say', court, person)
      await personOf(court, person)
      const version = await saveDraft(db, court, person, context.req.valid('json'), given)
      if (version === null) throw await staleStatement(court, person, given)
      tagged(context, version)
      return context.json({ version }, 200)
    })
    .openapi(confirm, async (context) => {
      const { court, person } = context.req.valid('param')
      const given = versionIn(context.req.valid('header'))
      const user = permitOwn(context, 'wishes.say', court, person)
      const of = await personOf(court, person)
      const { draft, version, window } = await withWindow(db, court, await readStatement(db, court, person))
      if (!window.open) throw new ApiError(409, 'wishes-closed', { until: window.until, round: window.round })
      if (version !== given) throw await staleStatement(court, person, given)
      refuseUnfit(of, draft)
      const saved = await confirmStatement(db, court, of.person, given, user)
      if (saved === null) throw await staleStatement(court, person, given)
      tagged(context, saved.version)
      return context.json(await withWindow(db, court, saved), 200)
    })
    .openapi(demands, async (context) => {
      const { court } = context.req.valid('param')
      permit(context, 'demand.read', court)
      const { court: whole } = found(await readCourt(db, court), 'court-not-found', { court })
      return context.json(demandOf(whole, dateOf(new Date())), 200)
    })
}

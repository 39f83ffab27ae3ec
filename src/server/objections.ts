import { createRoute, z } from '@hono/zod-openapi'
import {
  dateOf,
  id,
  objection,
  objectionAnswer,
  objectionText,
  peopleSeen,
  type Account,
  type Objection,
  type ObjectionWindow,
  type Round,
} from '../domain'
import { afterWorkingDays } from '../domain/working-days'
import { noteLook } from './db/audit'
import type { Db } from './db'
import { asReader } from './db/as-reader'
import { readCourt, readCourtFor } from './db/courts'
import { fileObjection, listObjections, readObjection, settleObjection } from './db/objections'
import { readStoredPlan } from './db/plans'
import { ApiError } from './errors'
import { conflict, found, json, jsonBody, notFound, ofRound, resource, unfit } from './http'
import { permit, permitOwn } from './permit'
import { roundSeen } from './rounds'
import type { Services } from './services'

const path = '/courts/{court}/rounds/{round}/objections'
const ofObjection = ofRound.extend({ objection: id })
/** Whether people may ask for something else than the kept plan says, and the last day for it; null while none is kept. */
export const windowOpen = z.object({ open: z.boolean(), until: z.string().nullable() })
const listed = windowOpen.extend({ objections: z.array(objection) })

const list = createRoute({
  method: 'get',
  path,
  request: { params: ofRound },
  responses: { 200: json(listed, 'Those that one may see, and until when one may be filed'), ...notFound },
})
const file = createRoute({
  method: 'post',
  path,
  request: { params: ofRound, ...jsonBody(z.object({ person: id, text: objectionText })) },
  responses: { 201: json(objection), ...notFound, ...conflict, ...unfit },
})
const answer = createRoute({
  method: 'post',
  path: `${path}/{objection}/answer`,
  request: { params: ofObjection, ...jsonBody(objectionAnswer) },
  responses: { 200: json(objection), ...notFound, ...conflict, ...unfit },
})
const withdraw = createRoute({
  method: 'post',
  path: `${path}/{objection}/withdrawal`,
  request: { params: ofObjection },
  responses: { 200: json(objection, 'Taken back by the person'), ...notFound, ...conflict },
})

const notThere = (of: string): ApiError => new ApiError(404, 'objection-not-found', { objection: of })
function refuseSettled({ state, settledOn }: Objection): void {
  if (state !== 'open') throw new ApiError(409, 'objection-settled', { on: settledOn })
}
const today = (): string => dateOf(new Date())

/** Until when one may object to the plan that is kept of the round; a plan kept anew begins the days anew. */
export async function objectionWindow(db: Db, court: string, round: Round): Promise<ObjectionWindow> {
  const plan = await readStoredPlan(db, court, round.id)
  if (plan?.status !== 'kept') return { open: false, until: null }
  const until = afterWorkingDays(dateOf(new Date(plan.savedAt)), round.objectionDays)
  return { open: today() <= until, until }
}

export const objectionRoutes = ({ database }: Services) => {
  const { db } = database
  const roundOf = async (user: Account, court: string, round: string): Promise<Round> =>
    (await roundSeen(db, user, court, round)).round
  async function nameOf(court: string, person: string): Promise<string> {
    const whole = found(await readCourt(db, court), 'court-not-found', { court }).court
    return found(whole.people.find((each) => each.id === person) ?? null, 'person-not-found', { person }).name
  }
  const oneOf = async (court: string, round: string, of: string): Promise<Objection> => {
    const one = await readObjection(db, court, round, of)
    if (one === null) throw notThere(of)
    return one
  }
  async function settle(
    user: Account,
    court: string,
    of: string,
    one: Objection,
    given: Omit<Parameters<typeof settleObjection>[5], 'on'>,
  ): Promise<Objection> {
    refuseSettled(one)
    const [round, name] = [await roundOf(user, court, of), await nameOf(court, one.person)]
    const settled = await settleObjection(db, court, round, one, name, { ...given, on: today() }, user)
    if (settled === null) throw new ApiError(409, 'objection-settled', { on: today() })
    return settled
  }
  return resource()
    .openapi(list, async (context) => {
      const { court, round } = context.req.valid('param')
      const user = permit(context, 'rounds.read', court)
      const told = await asReader(database, user, court, async (tx) => {
        const window = await objectionWindow(tx, court, (await roundSeen(tx, user, court, round)).round)
        const whole = found(await readCourtFor(tx, user, court), 'court-not-found', { court }).court
        const seen = peopleSeen(user, whole)
        const all = await listObjections(tx, court, round)
        return { ...window, objections: all.filter(({ person }) => seen?.has(person) ?? true) }
      })
      await noteLook(db, user, court)
      return context.json(told, 200)
    })
    .openapi(file, async (context) => {
      const { court, round: id } = context.req.valid('param')
      const { person, text } = context.req.valid('json')
      const user = permitOwn(context, 'objections.file', court, person)
      const round = await roundOf(user, court, id)
      const name = await nameOf(court, person)
      const window = await objectionWindow(db, court, round)
      if (!window.open) throw new ApiError(409, 'objections-closed', { round: round.name, until: window.until })
      const said = { text, filedOn: today(), answerBy: afterWorkingDays(today(), round.answerDays) }
      const filed = await fileObjection(db, court, round, { id: person, name }, said, user)
      if (filed === null) throw new ApiError(409, 'objection-open', { round: round.name })
      return context.json(filed, 201)
    })
    .openapi(answer, async (context) => {
      const { court, round, objection: of } = context.req.valid('param')
      const given = context.req.valid('json')
      const user = permit(context, 'objections.answer', court)
      return context.json(await settle(user, court, round, await oneOf(court, round, of), given), 200)
    })
    .openapi(withdraw, async (context) => {
      const { court, round, objection: of } = context.req.valid('param')
      permit(context, 'objections.file', court)
      const one = await oneOf(court, round, of)
      const user = permitOwn(context, 'objections.file', court, one.person, notThere(of))
      return context.json(await settle(user, court, round, one, { state: 'withdrawn', answer: null }), 200)
    })
}

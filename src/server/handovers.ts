import { createRoute, z } from '@hono/zod-openapi'
import {
  dateOf,
  handover,
  handoverDay,
  handoverDraft,
  id,
  isHandoverDay,
  lastHandoverDay,
  mayReopen,
  pointsDone,
  type Account,
  type Handover,
  type HandoverDraft,
  type HandoverMove,
  type MoveOfUnits,
  type Round,
} from '../domain'
import { asReader, seePeople } from './db/as-reader'
import { noteLook } from './db/audit'
import { readCourt } from './db/courts'
import { confirmHandover, listHandovers, readHandover, saveHandover } from './db/handovers'
import { keptMoves } from './db/plans'
import { ApiError, staleOn } from './errors'
import {
  conflict,
  found,
  json,
  jsonBody,
  notFound,
  ofRound,
  onVersion,
  resource,
  stale,
  tagged,
  unfit,
  versionIn,
  versionOf,
} from './http'
import { permit, permitOwn } from './permit'
import { roundSeen } from './rounds'
import type { Services } from './services'
import { seesAll } from './sight'

/** Whose post changes in a kept plan hands over the work (交接): a list ticked point by point, a day, and to whom. */
const path = '/courts/{court}/rounds/{round}/handovers'
const ofPerson = ofRound.extend({ person: id })

const list = createRoute({
  method: 'get',
  path,
  request: { params: ofRound },
  responses: {
    200: json(z.array(handover), 'One’s own; to heads those of moves out of and into their divisions; to HR all'),
    ...notFound,
  },
})
const put = createRoute({
  method: 'put',
  path: `${path}/{person}`,
  request: { params: ofPerson, headers: onVersion, ...jsonBody(handoverDraft) },
  responses: { 200: json(versionOf, 'Saved'), ...notFound, ...conflict, ...unfit, ...stale(handover) },
})
const confirm = createRoute({
  method: 'post',
  path: `${path}/{person}/confirmation`,
  request: { params: ofPerson, headers: onVersion },
  responses: { 200: json(handover, 'All is handed over'), ...notFound, ...conflict, ...stale(handover) },
})
const reopen = createRoute({
  method: 'post',
  path: `${path}/{person}/reopening`,
  request: { params: ofPerson, headers: onVersion },
  responses: { 200: json(handover, 'To be gone on with'), ...notFound, ...conflict, ...stale(handover) },
})

const today = (): string => dateOf(new Date())
const notThere = (): ApiError => new ApiError(404, 'handover-not-found')

/** The person, HR, and the heads of the divisions that the move leaves and comes to. */
const isRead = (user: Account, { person, departments }: MoveOfUnits): boolean =>
  seesAll(user) || user.person === person || (user.role === 'head' && user.divisions.some((of) => departments.has(of)))

function refuseConfirmed({ confirmedOn }: Handover): void {
  if (confirmedOn !== null) throw new ApiError(409, 'handover-confirmed', { on: confirmedOn })
}
function refuseStale(current: Handover, given: number): void {
  if (current.version !== given) throw staleOn(given, current)
}

export const handoverRoutes = ({ database }: Services) => {
  const { db } = database
  interface Found {
    readonly round: Round
    readonly move: MoveOfUnits
    readonly now: Handover
  }
  async function oneOf(user: Account, court: string, of: string, person: string): Promise<Found> {
    const { round } = await roundSeen(db, user, court, of)
    const move = (await keptMoves(db, court, round)).get(person)
    if (move === undefined) throw notThere()
    return { round, move, now: await readHandover(db, court, of, move) }
  }
  async function refuseUnfit(court: string, { person, date }: HandoverMove, { day, to }: HandoverDraft): Promise<void> {
    if (day !== null && !isHandoverDay(day, date))
      throw new ApiError(422, 'handover-day', { first: date, last: lastHandoverDay(date) })
    if (to === null) return
    const { people } = found(await readCourt(db, court), 'court-not-found', { court }).court
    if (to === person || !people.some(({ id }) => id === to)) throw new ApiError(422, 'handover-to')
  }
  /** What was saved; where somebody was faster, what is there now. */
  async function saved<T>(result: T | null, court: string, { round, move }: Found, given: number): Promise<T> {
    if (result !== null) return result
    throw staleOn(given, await readHandover(db, court, round.id, move))
  }

  return resource()
    .openapi(list, async (context) => {
      const { court, round: of } = context.req.valid('param')
      const user = permit(context, 'handovers.read', court)
      const told = await asReader(database, user, court, async (tx) => {
        const { round } = await roundSeen(tx, user, court, of)
        const moves = [...(await keptMoves(tx, court, round)).values()].filter((move) => isRead(user, move))
        await seePeople(tx, new Set(moves.map(({ person }) => person)))
        return listHandovers(tx, court, of, moves)
      })
      await noteLook(db, user, court)
      return context.json(told, 200)
    })
    .openapi(put, async (context) => {
      const { court, round, person } = context.req.valid('param')
      const draft = context.req.valid('json')
      const given = versionIn(context.req.valid('header'))
      const user = permitOwn(context, 'handovers.write', court, person, notThere())
      const of = await oneOf(user, court, round, person)
      refuseStale(of.now, given)
      refuseConfirmed(of.now)
      await refuseUnfit(court, of.move, draft)
      const version = await saved(await saveHandover(db, court, round, person, draft, given), court, of, given)
      tagged(context, version)
      return context.json({ version }, 200)
    })
    .openapi(confirm, async (context) => {
      const { court, round, person } = context.req.valid('param')
      const given = versionIn(context.req.valid('header'))
      const user = permitOwn(context, 'handovers.write', court, person, notThere())
      const of = await oneOf(user, court, round, person)
      refuseStale(of.now, given)
      refuseConfirmed(of.now)
      const { done, all } = pointsDone(of.now)
      if (done < all) throw new ApiError(409, 'handover-open', { open: all - done, all })
      const next = await confirmHandover(db, court, of.round, of.move, of.now, today(), user)
      const handover = await saved(next, court, of, given)
      tagged(context, handover.version)
      return context.json(handover, 200)
    })
    .openapi(reopen, async (context) => {
      const { court, round, person } = context.req.valid('param')
      const given = versionIn(context.req.valid('header'))
      const user = permitOwn(context, 'handovers.write', court, person, notThere())
      const of = await oneOf(user, court, round, person)
      refuseStale(of.now, given)
      if (of.now.confirmedOn === null) throw new ApiError(409, 'handover-not-confirmed', {})
      if (!mayReopen(of.now, today())) throw new ApiError(409, 'handover-over', { day: handoverDay(of.now) })
      const next = await confirmHandover(db, court, of.round, of.move, of.now, null, user)
      const handover = await saved(next, court, of, given)
      tagged(context, handover.version)
      return context.json(handover, 200)
    })
}

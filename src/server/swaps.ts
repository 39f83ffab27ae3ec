import { createRoute, z } from '@hono/zod-openapi'
import {
  brokenLimit,
  dateOf,
  exchanged,
  id,
  isOpenSwap,
  readPlan,
  swap,
  swapAnswer,
  swapAsked,
  swapDecision,
  swapPartners,
  withPin,
  writePlan,
  type Account,
  type Swap,
} from '../domain'
import type { Db } from './db'
import { asReader, seePeople } from './db/as-reader'
import { noteLook } from './db/audit'
import { readStoredPlan, savePlan } from './db/plans'
import { saveRound } from './db/rounds'
import { answerSwap, askSwap, listSwaps, readSwap, settleSwap } from './db/swaps'
import { ApiError, errorBody, staleOn } from './errors'
import { conflict, json, jsonBody, notFound, ofRound, resource, stale, unfit } from './http'
import type { Matter, Matters } from './matter'
import { objectionWindow, windowOpen } from './objections'
import { permit, permitOwn } from './permit'
import { wholePlan } from './plans'
import { roundSeen } from './rounds'
import type { Services } from './services'
import { goalsFor, seesAll } from './sight'
import { rulesTold, tellerFor } from './told'

/** Two people swap their seats in a kept plan (对调): one asks, the other agrees, HR decides. */
const path = '/courts/{court}/rounds/{round}/swaps'
const ofSwap = ofRound.extend({ swap: id })
const listed = windowOpen.extend({ swaps: z.array(swap) })
const rule = brokenLimit.pick({ rule: true, facts: true })
const outcome = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('price'),
    goals: z.array(z.object({ goal: z.string(), now: z.number(), then: z.number() })),
  }),
  z.object({ kind: z.literal('forbidden'), rules: z.array(rule), withheld: z.boolean() }),
])
type Outcome = z.infer<typeof outcome>

const list = createRoute({
  method: 'get',
  path,
  request: { params: ofRound },
  responses: { 200: json(listed, 'One’s own; to HR all. And until when one may ask'), ...notFound },
})
const look = createRoute({
  method: 'post',
  path: `${path}/check`,
  request: { params: ofRound, ...jsonBody(swapAsked.omit({ text: true })) },
  responses: {
    200: json(outcome, 'What the goals come to with the two seats exchanged and nobody else moved, or what forbids it'),
    ...notFound,
    ...conflict,
    ...unfit,
  },
})
const request = createRoute({
  method: 'post',
  path,
  request: { params: ofRound, ...jsonBody(swapAsked) },
  responses: { 201: json(swap, 'The other is asked'), ...notFound, ...conflict, ...unfit },
})
const answer = createRoute({
  method: 'post',
  path: `${path}/{swap}/answer`,
  request: { params: ofSwap, ...jsonBody(swapAnswer) },
  responses: { 200: json(swap, 'The other agrees or declines'), ...notFound, ...conflict, ...unfit },
})
const withdraw = createRoute({
  method: 'post',
  path: `${path}/{swap}/withdrawal`,
  request: { params: ofSwap },
  responses: { 200: json(swap, 'Taken back by whoever asked'), ...notFound, ...conflict },
})
const decide = createRoute({
  method: 'post',
  path: `${path}/{swap}/decision`,
  request: { params: ofSwap, ...jsonBody(swapDecision) },
  responses: {
    200: json(swap, 'Refused; or accepted, and the plan with the exchange is kept'),
    409: json(errorBody, 'It is settled, not agreed, or breaks a rule'),
    ...notFound,
    ...unfit,
    412: stale(z.unknown())[412],
  },
})

const notThere = (of: string): ApiError => new ApiError(404, 'swap-not-found', { swap: of })
const today = (): string => dateOf(new Date())
function refuseSettled(one: Swap): void {
  if (!isOpenSwap(one)) throw new ApiError(409, 'swap-settled', { on: one.settledOn })
}
const settled = (saved: Swap | null): Swap => {
  if (saved === null) throw new ApiError(409, 'swap-settled', { on: today() })
  return saved
}

/** The plan is another one than the two have spoken of. */
async function staleSwap(db: Db, court: string, one: Swap, round: string): Promise<ApiError> {
  const current = await readStoredPlan(db, court, round)
  return staleOn(one.plan, current)
}

export const swapRoutes = ({ database }: Services, { matterOf, asked }: Matters) => {
  const { db } = database

  /** Throws where the two could not ask each other. */
  function refuseStrangers({ problem, plan }: Matter, person: string, other: string): void {
    for (const each of [person, other])
      if (!problem.person.has(each)) throw new ApiError(404, 'person-not-found', { person: each })
    if (!swapPartners(problem, plan, person).includes(other)) throw new ApiError(422, 'swap-unfit', {})
  }
  /** What the exchange comes to, as the account may read it: nobody reads what is private of the other. */
  async function outcomeFor(
    user: Account,
    matter: Matter,
    person: string,
    other: string,
    signal?: AbortSignal,
  ): Promise<Outcome> {
    const last = await asked(user, matter, { kind: 'swap', first: person, second: other }, 'answer', signal)
    if (last === null || last.answer.kind === 'stopped') throw new ApiError(503, 'desk-busy', {})
    const { court } = matter
    if (last.answer.kind === 'price') {
      const own = goalsFor(user, court, person, last.answer.goals)
      return { kind: 'price', goals: goalsFor(user, court, other, own) }
    }
    // Whoever sees the other's facts elsewhere, as a head does, is one of two here.
    const tell = seesAll(user) ? tellerFor(user, null) : tellerFor({ role: 'staff', person: user.person }, new Set())
    return { kind: 'forbidden', ...rulesTold(last.answer.rules, last.answer.broken, tell) }
  }
  async function openOne(user: Account, court: string, round: string, of: string): Promise<Swap> {
    await roundSeen(db, user, court, round)
    const one = await readSwap(db, court, round, of)
    if (one === null) throw notThere(of)
    return one
  }

  return resource()
    .openapi(list, async (context) => {
      const { court, round } = context.req.valid('param')
      const user = permit(context, 'rounds.read', court)
      const told = await asReader(database, user, court, async (tx) => {
        const window = await objectionWindow(tx, court, (await roundSeen(tx, user, court, round)).round)
        if (seesAll(user)) await seePeople(tx, null)
        const all = await listSwaps(tx, court, round)
        const isSeen = ({ person, other }: Swap): boolean => user.person === person || user.person === other
        return { ...window, swaps: seesAll(user) ? all : all.filter(isSeen) }
      })
      await noteLook(db, user, court)
      return context.json(told, 200)
    })
    .openapi(look, async (context) => {
      const { court, round } = context.req.valid('param')
      const { person, other } = context.req.valid('json')
      const user = permitOwn(context, 'swaps.ask', court, person)
      const matter = await matterOf(user, court, round)
      refuseStrangers(matter, person, other)
      return context.json(await outcomeFor(user, matter, person, other, context.req.raw.signal), 200)
    })
    .openapi(request, async (context) => {
      const { court, round: of } = context.req.valid('param')
      const { person, other, text } = context.req.valid('json')
      const user = permitOwn(context, 'swaps.ask', court, person)
      const matter = await matterOf(user, court, of)
      const { round, stored } = matter
      const window = await objectionWindow(db, court, round)
      if (!window.open) throw new ApiError(409, 'swaps-closed', { round: round.name, until: window.until })
      refuseStrangers(matter, person, other)
      if ((await outcomeFor(user, matter, person, other)).kind === 'forbidden')
        throw new ApiError(409, 'swap-forbidden', { round: round.name })
      const said = { person, other, text, plan: stored.version, askedOn: today() }
      const saved = await askSwap(db, court, round, said, user)
      if (saved === null) throw new ApiError(409, 'swap-open', { round: round.name })
      return context.json(saved, 201)
    })
    .openapi(answer, async (context) => {
      const { court, round: of, swap: which } = context.req.valid('param')
      const { state } = context.req.valid('json')
      const asking = permit(context, 'swaps.ask', court)
      const one = await openOne(asking, court, of, which)
      const user = permitOwn(context, 'swaps.ask', court, one.other, notThere(which))
      refuseSettled(one)
      if (one.state !== 'asked') throw new ApiError(409, 'swap-answered', { on: one.answeredOn })
      const { round } = await roundSeen(db, user, court, of)
      return context.json(settled(await answerSwap(db, court, round, one, { state, on: today() }, user)), 200)
    })
    .openapi(withdraw, async (context) => {
      const { court, round: of, swap: which } = context.req.valid('param')
      const asking = permit(context, 'swaps.ask', court)
      const one = await openOne(asking, court, of, which)
      const user = permitOwn(context, 'swaps.ask', court, one.person, notThere(which))
      refuseSettled(one)
      const { round } = await roundSeen(db, user, court, of)
      const back = { state: 'withdrawn', answer: null, on: today() } as const
      return context.json(settled(await settleSwap(db, court, round, one, back, user)), 200)
    })
    .openapi(decide, async (context) => {
      const { court, round: of, swap: which } = context.req.valid('param')
      const { state, answer: words } = context.req.valid('json')
      const user = permit(context, 'swaps.decide', court)
      const one = await openOne(user, court, of, which)
      refuseSettled(one)
      if (one.state !== 'agreed') throw new ApiError(409, 'swap-not-agreed', {})
      const end = { state, answer: words, on: today() } as const
      if (state === 'refused') {
        const { round } = await roundSeen(db, user, court, of)
        return context.json(settled(await settleSwap(db, court, round, one, end, user)), 200)
      }
      const matter = await matterOf(user, court, of)
      const { problem, round, stored, roundVersion } = matter
      const plan = exchanged(problem, readPlan(problem, stored.plan), one.person, one.other)
      if (stored.status !== 'kept' || stored.version !== one.plan || plan === null)
        throw await staleSwap(db, court, one, of)
      // Decided by people: a plan that is made anew keeps it.
      const decisions = [one.person, one.other].reduce(
        (all, each) => withPin(all, each, plan.get(each)!.id, undefined, words.slice(0, 500)),
        round.decisions,
      )
      const pinned = { ...round, decisions }
      const next = {
        plan: writePlan(problem, plan),
        status: 'kept',
        origin: 'hand',
        proposal: stored.proposal,
      } as const
      const { whole, answers } = wholePlan(matter.court, pinned, next)
      const saved = await db.transaction(async (tx) => {
        // First, as every other that is open is void once the plan is another.
        const accepted = settled(await settleSwap(tx, court, round, one, end, user))
        const isStale =
          (await saveRound(tx, court, pinned, roundVersion, user)) === null ||
          (await savePlan(tx, court, pinned, whole, answers, stored.version, user)) === null
        if (isStale) throw await staleSwap(tx, court, one, of)
        return accepted
      })
      return context.json(saved, 200)
    })
}

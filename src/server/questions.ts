import { createRoute, z } from '@hono/zod-openapi'
import { addMonths } from 'date-fns'
import {
  brokenLimit,
  calendarDate,
  dateOf,
  dayOf,
  defineProblem,
  facts,
  id,
  peopleSeen,
  problemOf,
  readPlan,
  UnknownSeat,
  type Account,
  type Court,
  type PlanData,
  type Problem,
  type ProblemData,
  type Round,
} from '../domain'
import type { AskMessage, Question } from '../planner/worker'
import { orderOf } from '../rules'
import { noteLook } from './db/audit'
import { readCourt, versionOfCourt } from './db/courts'
import { readStoredPlan } from './db/plans'
import { ApiError } from './errors'
import { conflict, found, json, jsonBody, notFound, ofRound, resource, unfit } from './http'
import { permit } from './permit'
import { roundSeen } from './rounds'
import type { Services } from './services'
import { goalsFor } from './sight'
import { mayAskAbout, rulesTold, tellable, tellerFor } from './told'

/**
 * What people ask about their place in a plan. It is answered here and not on their own device: there they have only
 * what they may see of the court, and the planner needs all of it. The answer then tells nothing of others.
 */
const ofPerson = ofRound.extend({ person: id })
const rule = brokenLimit.pick({ rule: true, facts: true })
const told = z.object({ rules: z.array(rule), withheld: z.boolean() })

const reason = z.object({ of: z.string(), kind: z.enum(['because', 'despite']), facts, amount: z.number() })
const reasons = z.record(id, z.object({ reasons: z.array(reason), withheld: z.boolean() }))
const place = told.extend({ seat: z.string(), from: calendarDate.nullable() })
const answer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('price'),
    goals: z.array(z.object({ goal: z.string(), now: z.number(), then: z.number() })),
    others: z.int(),
  }),
  told.extend({ kind: z.literal('forbidden') }),
  z.object({ kind: z.literal('stopped') }),
])

const at = '/courts/{court}/rounds/{round}'
const why = createRoute({
  method: 'get',
  path: `${at}/reasons`,
  request: { params: ofRound },
  responses: {
    200: json(reasons, 'Why people move, by person; `withheld` where other reasons are about what one may not see'),
    ...notFound,
    ...conflict,
  },
})
const where = createRoute({
  method: 'get',
  path: `${at}/people/{person}/places`,
  request: { params: ofPerson },
  responses: {
    200: json(
      z.array(place),
      'Where else the person could be: the rules that alone forbid a seat, and a date of a later round on which none would',
    ),
    ...notFound,
    ...conflict,
  },
})
const ask = createRoute({
  method: 'post',
  path: `${at}/questions`,
  request: { params: ofRound, ...jsonBody(z.object({ person: id, seat: z.string().max(1000) })) },
  responses: {
    200: json(answer, 'What it would cost if the person took the seat, everybody replanned, or what forbids it'),
    ...notFound,
    ...conflict,
    ...unfit,
  },
})

/** Months after the round for which a later one is tried. */
const later = [6, 12, 24, 36] as const
/** Of a court with more seats none is: five of them would be too much to hold. */
const mostSeatsLater = 200_000
const laterThan = (date: string): string[] => later.map((months) => dateOf(addMonths(dayOf(date), months)))

/** What questions are about: a plan, and the court and the round that it is of. */
interface Matter {
  readonly key: string
  readonly data: ProblemData
  readonly problem: Problem
  readonly court: Court
  readonly round: Round
  readonly plan: PlanData
  /** The same round later. */
  readonly later: readonly { readonly date: string; readonly data: ProblemData }[]
}

export const questionRoutes = ({ database: { db }, desk }: Services) => {
  /** The matter that was asked about last: many ask about one plan at the time it is published. */
  let last: Matter | null = null
  /** Throws `no-plan` where there is nothing to ask about, `plan-outdated` where the plan no longer fits the court. */
  async function matterOf(user: Account, court: string, id: string): Promise<Matter> {
    const { round, version } = await roundSeen(db, user, court, id)
    const stored = await readStoredPlan(db, court, id)
    if (stored === null) throw new ApiError(409, 'no-plan', { round: round.name })
    const key = [court, await versionOfCourt(db, court), id, version, stored.version].join(' ')
    if (last?.key !== key) last = await readMatter(key, court, round, stored.plan)
    await noteLook(db, user, court)
    return last
  }
  async function readMatter(key: string, id: string, round: Round, plan: PlanData): Promise<Matter> {
    const { court } = found(await readCourt(db, id), 'court-not-found', { court: id })
    const data = problemOf(court, round)
    const problem = defineProblem(data)
    try {
      readPlan(problem, plan)
    } catch (error) {
      if (error instanceof UnknownSeat) throw new ApiError(409, 'plan-outdated', { round: round.name })
      throw error
    }
    const dates = problem.seats.length > mostSeatsLater ? [] : laterThan(round.date)
    const later = dates.map((date) => ({ date, data: problemOf(court, { ...round, date }) }))
    return { key, data, problem, court, round, plan, later }
  }
  /** The same for questions about one person. Throws `person-not-found` where the account may not ask about them. */
  async function matterAbout(user: Account, court: string, round: string, person: string): Promise<Matter> {
    const matter = await matterOf(user, court, round)
    if (!matter.problem.person.has(person) || !mayAskAbout(user, matter.court, matter.plan, person))
      throw new ApiError(404, 'person-not-found', { person })
    return matter
  }
  /** The last word on the question, of its kind. */
  async function asked<K extends AskMessage['kind']>(
    user: Account,
    { key, data, round, plan }: Matter,
    question: Question,
    kind: K,
  ): Promise<Extract<AskMessage, { kind: K }> | null> {
    const last = await desk.ask(user.id, { kind: 'ask', key, data, order: orderOf(round), plan, question })
    if (last?.kind === 'failed') throw new Error(last.message)
    return last?.kind === kind ? (last as Extract<AskMessage, { kind: K }>) : null
  }

  return resource()
    .openapi(why, async (context) => {
      const { court, round } = context.req.valid('param')
      const user = permit(context, 'questions.ask', court)
      const matter = await matterOf(user, court, round)
      const last = await asked(user, matter, { kind: 'reasons' }, 'reasons')
      if (last === null) throw new ApiError(503, 'desk-busy', {})
      const tell = tellerFor(user, peopleSeen(user, matter.court))
      const all = [...last.reasons].filter(([person]) => user.role !== 'staff' || person === user.person)
      const told = all.map(([person, reasons]) => {
        const known = tellable(reasons, ({ of: each }) => each, tell)
        return [person, { reasons: known, withheld: known.length < reasons.length }] as const
      })
      return context.json(Object.fromEntries(told), 200)
    })
    .openapi(where, async (context) => {
      const { court, round, person } = context.req.valid('param')
      const user = permit(context, 'questions.ask', court)
      const matter = await matterAbout(user, court, round, person)
      const later = matter.later.map(({ data }) => data)
      const last = await asked(user, matter, { kind: 'places', person, later }, 'places')
      if (last === null) throw new ApiError(503, 'desk-busy', {})
      const [now, ...after] = last.places
      const tell = tellerFor(user, peopleSeen(user, matter.court))
      const isFree = (seat: string, places: (typeof last.places)[number]): boolean =>
        places.some((each) => each.seat === seat && each.forbidden.length === 0)
      const places = now!.map(({ seat, forbidden }) => ({
        seat,
        ...rulesTold(
          forbidden.map(({ rule }) => rule),
          forbidden,
          tell,
        ),
        from:
          forbidden.length === 0 ? null : (matter.later[after.findIndex((each) => isFree(seat, each))]?.date ?? null),
      }))
      return context.json(places, 200)
    })
    .openapi(ask, async (context) => {
      const { court, round } = context.req.valid('param')
      const { person, seat } = context.req.valid('json')
      const user = permit(context, 'questions.ask', court)
      const matter = await matterAbout(user, court, round, person)
      if (matter.problem.seat.get(seat)?.person.id !== person) throw new ApiError(422, 'seat-unknown', { person, seat })
      const last = await asked(user, matter, { kind: 'seat', seat }, 'answer')
      if (last === null || last.answer.kind === 'stopped') return context.json({ kind: 'stopped' as const }, 200)
      if (last.answer.kind === 'price') {
        const { goals, changed } = last.answer
        const others = changed.filter((each) => each !== person).length
        return context.json({ kind: 'price' as const, goals: goalsFor(user, matter.court, person, goals), others }, 200)
      }
      const { rules, broken } = last.answer
      return context.json(
        { kind: 'forbidden' as const, ...rulesTold(rules, broken, tellerFor(user, peopleSeen(user, matter.court))) },
        200,
      )
    })
}

import { createRoute, z } from '@hono/zod-openapi'
import { brokenLimit, calendarDate, facts, id, peopleSeen, type Account } from '../domain'
import { ApiError } from './errors'
import { conflict, json, jsonBody, notFound, ofRound, resource, unfit } from './http'
import type { Matter, Matters } from './matter'
import { permit } from './permit'
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

export const questionRoutes = ({ matterOf, asked }: Matters) => {
  /** The same for questions about one person. Throws `person-not-found` where the account may not ask about them. */
  async function matterAbout(user: Account, court: string, round: string, person: string): Promise<Matter> {
    const matter = await matterOf(user, court, round)
    if (!matter.problem.person.has(person) || !mayAskAbout(user, matter.court, matter.plan, person))
      throw new ApiError(404, 'person-not-found', { person })
    return matter
  }

  return resource()
    .openapi(why, async (context) => {
      const { court, round } = context.req.valid('param')
      const user = permit(context, 'questions.ask', court)
      const matter = await matterOf(user, court, round)
      const last = await asked(user, matter, { kind: 'reasons' }, 'reasons', context.req.raw.signal)
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
      const last = await asked(user, matter, { kind: 'places', person, later }, 'places', context.req.raw.signal)
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
      const last = await asked(user, matter, { kind: 'seat', seat }, 'answer', context.req.raw.signal)
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

import { createRoute, z } from '@hono/zod-openapi'
import { accountFacts, examplePassword, mailing, type AccountFacts, type Court } from '../domain'
import { exampleAccounts } from './accounts/examples'
import { drawnPassword, hashPassword } from './accounts/passwords'
import { userNamesFor } from './accounts/user-names'
import {
  addAccounts,
  changeAccount,
  endSessions,
  listAccounts,
  peopleWithout,
  readAccount,
  removeExamples,
  setPassword,
  userNames,
} from './db/accounts'
import { readCourt } from './db/courts'
import { ApiError, invalid } from './errors'
import { conflict, found, json, jsonBody, notFound, ofCourt, resource, unfit } from './http'
import { permit } from './permit'
import type { Services } from './services'
import { accountShown } from './session'

const shown = accountShown.extend({
  ...mailing.shape,
  mail: z.string().nullable(),
  disabled: z.boolean(),
  /** One of those whose password everybody is shown. */
  example: z.boolean(),
  /** Sessions that have not ended. */
  sessions: z.int(),
})
/** Shown once, to be handed to whom it belongs: it has to be changed before anything else. */
const handedOut = z.object({ password: z.string() })
const slip = z.object({ person: z.string(), name: z.string(), username: z.string(), password: z.string() })
const { username, name, role, court, divisions, person } = accountFacts.shape
const changes = z.strictObject({
  username: username.optional(),
  name: name.optional(),
  role: role.optional(),
  court: court.unwrap().optional(),
  divisions: divisions.unwrap().optional(),
  person: person.unwrap().optional(),
  disabled: z.boolean().optional(),
  mail: mailing.shape.mail.optional(),
})
const ofAccount = z.object({ account: z.string().max(64) })

const list = createRoute({ method: 'get', path: '/accounts', responses: { 200: json(z.array(shown)) } })
const create = createRoute({
  method: 'post',
  path: '/accounts',
  request: jsonBody(accountFacts.and(z.object({ mail: mailing.shape.mail.optional() }))),
  responses: { 201: json(handedOut.extend({ id: z.string() })), ...conflict, ...unfit, ...notFound },
})
const change = createRoute({
  method: 'patch',
  path: '/accounts/{account}',
  request: { params: ofAccount, ...jsonBody(changes) },
  responses: { 200: json(shown), ...conflict, ...unfit, ...notFound },
})
const newPassword = createRoute({
  method: 'post',
  path: '/accounts/{account}/password',
  request: { params: ofAccount },
  responses: { 200: json(handedOut, 'Another password; its sessions have ended'), ...notFound },
})
const endAll = createRoute({
  method: 'delete',
  path: '/accounts/{account}/sessions',
  request: { params: ofAccount },
  responses: { 204: { description: 'All its sessions have ended' }, ...notFound },
})
const forPeople = createRoute({
  method: 'post',
  path: '/courts/{court}/accounts',
  request: { params: ofCourt },
  responses: { 201: json(z.array(slip), 'Staff accounts for all people without one, to hand out'), ...notFound },
})
const addExamples = createRoute({
  method: 'post',
  path: '/courts/{court}/example-accounts',
  request: { params: ofCourt },
  responses: {
    201: json(z.array(z.string()), 'User names, all with the password that is shown'),
    ...conflict,
    ...notFound,
  },
})
const endExamples = createRoute({
  method: 'delete',
  path: '/example-accounts',
  responses: { 204: { description: 'None of them is there any more' } },
})

/** What an account is bound to has to be there. */
function refuseUnbound({ divisions: of, person: who }: AccountFacts, { departments, people }: Court): void {
  const known = new Set(departments.map(({ id }) => id))
  const division = of.find((id) => !known.has(id))
  if (division !== undefined) throw new ApiError(422, 'department-unknown', { value: division })
  if (who !== null && !people.some(({ id }) => id === who)) throw new ApiError(422, 'person-unknown', { person: who })
}

export const accountRoutes = ({ database: { db }, accounts }: Services) => {
  const courtOf = async (id: string): Promise<Court> =>
    found(await readCourt(db, id), 'court-not-found', { court: id }).court
  const accountOf = async (id: string) => found(await readAccount(db, id), 'account-not-found', { account: id })
  async function refuseUnfit(facts: AccountFacts, self: string | null): Promise<void> {
    const taken = (await userNames(db)).get(facts.username)
    if (taken !== undefined && taken !== self) throw new ApiError(409, 'user-name-taken', { username: facts.username })
    if (facts.court !== null) refuseUnbound(facts, await courtOf(facts.court))
  }
  return resource()
    .openapi(list, async (context) => {
      permit(context, 'accounts.change')
      return context.json(await listAccounts(db), 200)
    })
    .openapi(create, async (context) => {
      const user = permit(context, 'accounts.change')
      const facts = context.req.valid('json')
      await refuseUnfit(facts, null)
      const { password, hash } = await drawnPassword()
      const [id] = await addAccounts(db, [{ ...facts, hash, mustChange: true }], user)
      return context.json({ id: id!, password }, 201)
    })
    .openapi(change, async (context) => {
      const user = permit(context, 'accounts.change')
      const { account: id } = context.req.valid('param')
      const given = context.req.valid('json')
      const before = await accountOf(id)
      const after = accountFacts.safeParse({ ...before, ...given })
      if (!after.success) throw invalid(after.error)
      await refuseUnfit(after.data, id)
      return context.json(found(await changeAccount(db, id, given, user), 'account-not-found', { account: id }), 200)
    })
    .openapi(newPassword, async (context) => {
      const user = permit(context, 'accounts.change')
      const account = await accountOf(context.req.valid('param').account)
      const { password, hash } = await drawnPassword()
      await setPassword(db, account, hash, { mustChange: true, by: user })
      return context.json({ password }, 200)
    })
    .openapi(endAll, async (context) => {
      const user = permit(context, 'accounts.change')
      await endSessions(db, await accountOf(context.req.valid('param').account), user)
      return context.body(null, 204)
    })
    .openapi(forPeople, async (context) => {
      const { court: id } = context.req.valid('param')
      const user = permit(context, 'accounts.change', id)
      await courtOf(id)
      const people = await peopleWithout(db, id)
      const names = userNamesFor(people, new Set((await userNames(db)).keys()))
      const slips = await Promise.all(
        people.map(async (each, at) => ({ person: each, username: names[at]!, ...(await drawnPassword()) })),
      )
      const given = slips.map(({ person: { id: of, name: called }, username: as, hash }) => ({
        ...{ username: as, name: called, role: 'staff' as const, court: id, divisions: [], person: of },
        ...{ hash, mustChange: true },
      }))
      await addAccounts(db, given, user)
      return context.json(
        slips.map(({ person: { id: of, name: called }, username: as, password }) => ({
          ...{ person: of, name: called, username: as, password },
        })),
        201,
      )
    })
    .openapi(addExamples, async (context) => {
      const { court: id } = context.req.valid('param')
      const user = permit(context, 'accounts.change', id)
      const of = await courtOf(id)
      if (!of.example) throw new ApiError(409, 'court-is-real', { court: id })
      const there = new Set((await userNames(db)).keys())
      const missing = exampleAccounts(of).filter((each) => !there.has(each.username))
      const hash = await hashPassword(examplePassword, accounts.cost)
      await addAccounts(
        db,
        missing.map((each) => ({ ...each, hash, mustChange: false, example: true })),
        user,
      )
      return context.json(
        missing.map((each) => each.username),
        201,
      )
    })
    .openapi(endExamples, async (context) => {
      await removeExamples(db, permit(context, 'accounts.change'))
      return context.body(null, 204)
    })
}

import { createRoute, z } from '@hono/zod-openapi'
import { accountFacts, examplePassword, mailing, type AccountFacts, type Court } from '../domain'
import { idsByName } from '../workbook/links'
import { Problems } from '../workbook/problem'
import { exampleAccounts } from './accounts/examples'
import { drawnPassword, hashPassword } from './accounts/passwords'
import { faultsOf, mostAccounts, plannedAccounts, readAccountTable, type Known } from './accounts/table'
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
import { listCourts, readCourt } from './db/courts'
import { ApiError, invalid } from './errors'
import { conflict, found, json, jsonBody, notFound, ofCourt, resource, unfit } from './http'
import { problem } from './imports'
import { permit, type User } from './permit'
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
const slip = z.object({ person: z.string().nullable(), name: z.string(), username: z.string(), password: z.string() })
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
/** What comes of a table: the accounts that it makes, which are none where anything in it is wrong. */
const planned = z.object({
  accounts: z.array(
    z.object({
      row: z.int(),
      facts: accountFacts,
      /** What ids are called, for people to read. */
      called: z.object({ court: z.string().nullable(), divisions: z.array(z.string()), person: z.string().nullable() }),
    }),
  ),
  problems: z.array(problem),
  total: z.int(),
})
const readTable = createRoute({
  method: 'post',
  path: '/accounts/table',
  request: { body: { content: { 'application/octet-stream': { schema: z.any() } }, required: true } },
  responses: { 200: json(planned, 'What the table would make, or what is wrong in it; nothing is changed') },
})
const takeTable = createRoute({
  method: 'post',
  path: '/accounts/all',
  request: jsonBody(z.strictObject({ accounts: z.array(accountFacts).min(1).max(mostAccounts) })),
  responses: { 201: json(z.array(slip), 'All of them, to hand out, or none'), ...conflict, ...unfit },
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
  /** What accounts may name: of courts, those that are named. */
  async function known(written: readonly string[]): Promise<Known> {
    const all = await listCourts(db)
    const wanted = new Set([...new Set(written)].flatMap(idsByName(all)))
    const courts = []
    for (const { id, name: called } of all) {
      const whole = wanted.has(id) ? await readCourt(db, id) : null
      courts.push(whole?.court ?? { id, name: called, departments: [], people: [] })
    }
    return { courts, accounts: await listAccounts(db) }
  }
  /** Makes them all, or none, with passwords to hand out once. */
  async function handOut(given: readonly AccountFacts[], user: User): Promise<z.infer<typeof slip>[]> {
    const drawn = await Promise.all(given.map(() => drawnPassword()))
    const rows = given.map((facts, at) => ({ ...facts, hash: drawn[at]!.hash, mustChange: true }))
    await addAccounts(db, rows, user)
    return given.map((facts, at) => ({
      ...{ person: facts.person, name: facts.name, username: facts.username, password: drawn[at]!.password },
    }))
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
    .openapi(readTable, async (context) => {
      permit(context, 'accounts.change')
      const problems = new Problems()
      const read = await readAccountTable(new Uint8Array(await context.req.arrayBuffer()), problems)
      const there = await known(read?.rows.map(({ value }) => String(value.court)) ?? [])
      const plans = read === null ? [] : plannedAccounts(read, there, problems)
      const { problems: found, total } = problems.found()
      if (total > 0) return context.json({ accounts: [], problems: [...found], total }, 200)
      const accounts = plans.map(({ row, facts }) => {
        const of = there.courts.find(({ id }) => id === facts.court)
        const nameIn = (rows: readonly { id: string; name: string }[] | undefined, id: string): string =>
          rows?.find((each) => each.id === id)?.name ?? id
        const person = facts.person === null ? null : nameIn(of?.people, facts.person)
        const divisions = facts.divisions.map((id) => nameIn(of?.departments, id))
        return { row, facts, called: { court: of?.name ?? null, divisions, person } }
      })
      return context.json({ accounts, problems: [], total: 0 }, 200)
    })
    .openapi(takeTable, async (context) => {
      const user = permit(context, 'accounts.change')
      const { accounts: given } = context.req.valid('json')
      const there = await known(given.map((each) => each.court ?? ''))
      const count = faultsOf(given, there).filter((faults) => faults.length > 0).length
      if (count > 0) throw new ApiError(409, 'accounts-unfit', { count })
      return context.json(await handOut(given, user), 201)
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
      const given = people.map(({ id: of, name: called }, at) => ({
        ...{ username: names[at]!, name: called, role: 'staff' as const, court: id, divisions: [], person: of },
      }))
      return context.json(await handOut(given, user), 201)
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

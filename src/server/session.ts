import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { accountFacts, accountRoles, examplePassword, mailing, name, passwordFault, userName } from '../domain'
import { hashPassword, verifyPassword } from './accounts/passwords'
import { forgetTries, ofName, takeTry } from './accounts/tries'
import {
  addFirst,
  changeAccount,
  endSessions,
  examplesThere,
  passwordOf,
  readAccount,
  sessionsOf,
  setPassword,
} from './db/accounts'
import { ApiError, errorBody } from './errors'
import { conflict, json, jsonBody, notFound, resource, unfit, type Environment } from './http'
import { openToAll, signedIn } from './permit'
import type { Services } from './services'

/** As long as a password may be is for `passwordFault` to say; longer than this is none. */
const password = z.string().max(1000)
export const accountShown = z.object({
  id: z.string(),
  ...accountFacts.shape,
  username: z.string(),
  mustChange: z.boolean(),
})

const state = z.discriminatedUnion('state', [
  /** There is no account yet; `code`: the one told on the console is asked for. */
  z.object({ state: z.literal('first-start'), code: z.boolean() }),
  z.object({
    state: z.literal('signed-out'),
    sso: z.boolean(),
    /** Accounts that were made to be tried, with the password of all of them. */
    examples: z.array(z.object({ username: z.string(), name: z.string(), role: z.enum(accountRoles) })),
    password: z.string(),
  }),
  z.object({ state: z.literal('signed-in'), account: accountShown }),
])
const first = z.strictObject({ name, username: userName, password, code: z.string().max(40).default('') })
const mine = z.object({
  id: z.string(),
  /** The one that asks. */
  current: z.boolean(),
  begun: z.date(),
  seen: z.date(),
  until: z.date(),
  address: z.string().nullable(),
  agent: z.string().nullable(),
})

const refused = {
  401: json(errorBody, 'Name or password is not right'),
  429: json(errorBody, 'Too many tries: `minutes` until the next one'),
}
const done = (description: string) => ({ 204: { description } })

const get = createRoute({ method: 'get', path: '/session', responses: { 200: json(state, 'Who asks') } })
const firstStart = createRoute({
  method: 'post',
  path: '/first-start',
  request: jsonBody(first),
  responses: { ...done('The administrator is there, and signed in'), ...refused, ...conflict, ...unfit },
})
const begin = createRoute({
  method: 'post',
  path: '/session',
  request: jsonBody(z.strictObject({ username: z.string().max(200), password })),
  responses: { ...done('Signed in'), ...refused, ...unfit },
})
const end = createRoute({ method: 'delete', path: '/session', responses: done('Signed out') })
const sso = createRoute({
  method: 'post',
  path: '/session/sso',
  request: jsonBody(z.strictObject({ back: z.string().max(500).default('/') })),
  responses: { 200: json(z.object({ url: z.string() }), 'Where the browser goes to sign in'), ...notFound, ...unfit },
})
const change = createRoute({
  method: 'put',
  path: '/session/password',
  request: jsonBody(z.strictObject({ current: password, next: password })),
  responses: { ...done('Changed; every other session has ended'), ...refused, ...unfit },
})
/** `sent`: there is a mail server, so that messages leave. */
const ownMailing = mailing.extend({ mail: z.string().nullable(), sent: z.boolean() })
const getMailing = createRoute({
  method: 'get',
  path: '/session/mailing',
  responses: { 200: json(ownMailing, 'Where one’s messages go by e-mail') },
})
const changeMailing = createRoute({
  method: 'patch',
  path: '/session/mailing',
  request: jsonBody(mailing.partial().strict()),
  responses: { 200: json(ownMailing), ...unfit },
})
const list = createRoute({ method: 'get', path: '/sessions', responses: { 200: json(z.array(mine), 'The own ones') } })
const endOne = createRoute({
  method: 'delete',
  path: '/sessions/{session}',
  request: { params: z.object({ session: z.string().max(64) }) },
  responses: { ...done('Ended'), ...notFound },
})

const handOn = (context: Context, cookies: readonly string[]): void => {
  for (const cookie of cookies) context.header('set-cookie', cookie, { append: true })
}

/** What an account may ask that was given its password by somebody else, before it has one of its own. */
const beforeOwnPassword = new Set(['/api/session', '/api/session/password', '/api/health'])

/** Finds out who asks. Whether that is enough is for each route to say (permit.ts): one that does not is not answered. */
export const whoAsks = ({ accounts, log }: Services) =>
  createMiddleware<Environment>(async (context, next) => {
    const session = await accounts.sessionOf(accounts.headersOf(context), !isAskedUnattended(context))
    if (session !== null) {
      handOn(context, session.cookies)
      context.set('account', session.account)
      context.set('session', session.id)
      if (session.account.mustChange && !beforeOwnPassword.has(context.req.path))
        throw new ApiError(403, 'password-to-change')
    } else if (!isOpen(context)) throw new ApiError(401, 'not-signed-in')
    await next()
    if (context.res.ok && context.get('asked') !== true) {
      log.error({ method: context.req.method, path: context.req.path }, 'a route asked nobody for leave')
      context.res = undefined
      throw new ApiError(500, 'unforeseen', { request: context.get('requestId') })
    }
  })

/** What the page asks by itself, again and again: it is no use of the session, which ends where nobody is there. */
const isAskedUnattended = ({ req: { method, path } }: Context): boolean => method === 'GET' && path === '/api/messages'

/** What is asked before anybody is signed in. */
const isOpen = ({ req: { method, path } }: Context): boolean =>
  [
    'GET /api/health',
    'GET /api/session',
    'POST /api/session',
    'POST /api/session/sso',
    'POST /api/first-start',
  ].includes(`${method} ${path}`) || /^\/api\/auth\/callback\/sso$/.test(path)

/** Refuses a password that will not do, with the reason. */
export function refusePassword(given: string, of: string): void {
  const fault = passwordFault(given, of)
  if (fault !== null) throw new ApiError(422, `password-${fault}`)
}

export const sessionRoutes = ({ database: { db }, accounts, jobs }: Services) => {
  const mailingOf = async (account: string): Promise<z.infer<typeof ownMailing>> => {
    const { mail, byMail, language } = (await readAccount(db, account))!
    return { mail, byMail, language, sent: jobs.sendsMail }
  }
  const routes = resource()
    .openapi(get, async (context) => {
      openToAll(context)
      context.header('cache-control', 'no-store')
      const account = context.get('account')
      if (account !== undefined) return context.json({ state: 'signed-in' as const, account }, 200)
      if (!(await accounts.any()))
        return context.json({ state: 'first-start' as const, code: accounts.firstCode !== null }, 200)
      const examples = await examplesThere(db)
      const shown = { examples, password: examples.length > 0 ? examplePassword : '' }
      return context.json({ state: 'signed-out' as const, sso: accounts.hasSso, ...shown }, 200)
    })
    .openapi(firstStart, async (context) => {
      openToAll(context)
      const { name: called, username, password: chosen, code } = context.req.valid('json')
      if (await accounts.any()) throw new ApiError(409, 'not-the-first')
      if (accounts.firstCode !== null) {
        const { wait } = await takeTry(db, ofName('first start'))
        if (wait !== null) throw new ApiError(429, 'sign-in-too-often', { minutes: wait })
        if (code.trim().toLowerCase() !== accounts.firstCode) throw new ApiError(401, 'first-code-wrong')
        await forgetTries(db, ofName('first start'))
      }
      refusePassword(chosen, username)
      const added = await addFirst(db, {
        name: called,
        username,
        role: 'administrator',
        court: null,
        divisions: [],
        person: null,
        hash: await hashPassword(chosen, accounts.cost),
        mustChange: false,
      })
      if (!added) throw new ApiError(409, 'not-the-first')
      handOn(context, await accounts.signIn(username, chosen, accounts.headersOf(context)))
      return context.body(null, 204)
    })
    .openapi(begin, async (context) => {
      openToAll(context)
      const { username, password: given } = context.req.valid('json')
      handOn(context, await accounts.signIn(username, given, accounts.headersOf(context)))
      return context.body(null, 204)
    })
    .openapi(end, async (context) => {
      const account = signedIn(context)
      await endSessions(db, account, account, { one: context.get('session')! })
      handOn(context, await accounts.signOut(accounts.headersOf(context)))
      return context.body(null, 204)
    })
    .openapi(sso, async (context) => {
      openToAll(context)
      if (!accounts.hasSso) throw new ApiError(404, 'no-single-sign-on')
      const { back } = context.req.valid('json')
      // Only to a page of ours: `//elsewhere` would be another server.
      const page = /^\/(?![/\\])/.test(back) ? back : '/'
      const { url, cookies } = await accounts.beginSso(accounts.headersOf(context), page)
      handOn(context, cookies)
      return context.json({ url }, 200)
    })
    .openapi(change, async (context) => {
      const account = signedIn(context)
      const { current, next } = context.req.valid('json')
      const { wait } = await takeTry(db, ofName(account.username))
      if (wait !== null) throw new ApiError(429, 'sign-in-too-often', { minutes: wait })
      const hash = await passwordOf(db, account.id)
      if (hash === null || !(await verifyPassword(current, hash))) throw new ApiError(401, 'password-wrong')
      await forgetTries(db, ofName(account.username))
      refusePassword(next, account.username)
      if (next === current) throw new ApiError(422, 'password-same')
      const how = { mustChange: false, keep: context.get('session')!, by: account }
      await setPassword(db, account, await hashPassword(next, accounts.cost), how)
      return context.body(null, 204)
    })
    .openapi(getMailing, async (context) => context.json(await mailingOf(signedIn(context).id), 200))
    .openapi(changeMailing, async (context) => {
      const account = signedIn(context)
      await changeAccount(db, account.id, context.req.valid('json'), account)
      return context.json(await mailingOf(account.id), 200)
    })
    .openapi(list, async (context) => {
      const account = signedIn(context)
      const found = await sessionsOf(db, account.id)
      return context.json(
        found.map((each) => ({ ...each, current: each.id === context.get('session') })),
        200,
      )
    })
    .openapi(endOne, async (context) => {
      const account = signedIn(context)
      const { session } = context.req.valid('param')
      if ((await endSessions(db, account, account, { one: session })) === 0)
        throw new ApiError(404, 'session-not-found')
      return context.body(null, 204)
    })
  // The provider sends the browser back here; it is no route of ours, and in no document.
  routes.get('/auth/callback/sso', async (context) => {
    openToAll(context)
    return accounts.endSso(new Request(context.req.raw, { headers: accounts.headersOf(context) }))
  })
  return routes
}

import { randomBytes } from 'node:crypto'
import type { BlockList } from 'node:net'
import { eq } from 'drizzle-orm'
import type { Context } from 'hono'
import type { Account } from '../../domain'
import type { Db } from '../db'
import { accountNamed, accountOfUser, anyAccount, noteSignIn } from '../db/accounts'
import { secrets, sessions } from '../db/schema'
import { ApiError } from '../errors'
import { addressHeader, headersOf } from './address'
import type { Auth, AuthOptions } from './better-auth'
import { ofPeople, type Cost } from './passwords'
import { forgetTries, giveBack, mostTries, ofAddress, ofName, refusedFor, takeTry } from './tries'

/** A session that a request brings, and what the answer has to tell the browser of it. */
export interface Session {
  readonly id: string
  readonly account: Account
  readonly cookies: readonly string[]
}

/** Who signs in, and as whom a request comes. */
export interface Accounts {
  /** What a hash of a chosen password costs. */
  readonly cost: Cost
  readonly hasSso: boolean
  /** A code that the first start asks for, told on the console; null where only this machine can reach the server. */
  readonly firstCode: string | null
  /** Whether there is any account: before that, nobody can sign in. */
  any(): Promise<boolean>
  /** The headers of a request, with the address of who asks. */
  headersOf(context: Context): Headers
  sessionOf(headers: Headers, isUse?: boolean): Promise<Session | null>
  /**
   * Begins a session of its own, whatever the request brought; the cookies to set. Throws `sign-in-refused`, alike for
   * a name that is nobody's, a wrong password and an account that was switched off; `sign-in-too-often` where the name
   * is held back, `sign-in-from-address` where all tries of that address are.
   */
  signIn(name: string, password: string, headers: Headers): Promise<readonly string[]>
  /** Ends the session that the request brings; the cookies to set. */
  signOut(headers: Headers): Promise<readonly string[]>
  /** Where the browser has to go for single sign-on, and the cookies to set before. */
  beginSso(headers: Headers, back: string): Promise<{ url: string; cookies: readonly string[] }>
  /** The way back from the provider. */
  endSso(request: Request): Promise<Response>
}

export type AccountsOptions = Partial<Omit<AuthOptions, 'secret'>> & {
  readonly secret?: string | null
  readonly firstCode?: string | null
  /** Proxies that may say for whom they ask. */
  readonly proxies?: BlockList | null
}

/** The secret that cookies are signed with: the one given, or one made once and kept in the database. */
async function secretOf(db: Db, given: string | null): Promise<string> {
  if (given !== null) return given
  const value = randomBytes(32).toString('base64url')
  await db.insert(secrets).values({ name: 'session', value }).onConflictDoNothing()
  const [kept] = await db.select().from(secrets).where(eq(secrets.name, 'session'))
  return kept!.value
}

/** Accounts on this database. better-auth is loaded with the first request that needs it, so that a start stays fast. */
export function openAccounts(db: Db, options: AccountsOptions = {}): Accounts {
  const { secret = null, origin = null, oidc = null, cost = ofPeople, firstCode = null, proxies = null } = options
  let loading: Promise<Auth> | undefined
  const load = async (): Promise<Auth> => {
    const { createAuth } = await import('./better-auth')
    return createAuth(db, { secret: await secretOf(db, secret), origin, oidc, cost })
  }
  const auth = (): Promise<Auth> => (loading ??= load().catch(forget))
  const forget = (error: unknown): never => {
    loading = undefined
    throw error
  }
  let some = false

  async function sessionOf(headers: Headers, isUse = true): Promise<Session | null> {
    if (!headers.get('cookie')?.includes('session_token')) return null
    const { api } = await auth()
    const { response, headers: told } = await api.getSession({
      headers,
      query: { disableRefresh: !isUse },
      returnHeaders: true,
    })
    if (response === null) return null
    const account = await accountOfUser(db, response.session.userId)
    return account && { id: response.session.id, account, cookies: told.getSetCookie() }
  }

  async function signIn(name: string, password: string, headers: Headers): Promise<readonly string[]> {
    const address = headers.get(addressHeader)
    const from = address === null ? null : ofAddress(address)
    if (from !== null) {
      // Before the name: who is held back cannot have others held back.
      const { count, wait } = await takeTry(db, from)
      if (wait !== null) {
        if (count === from.most + 1) await noteSignIn(db, null, 'refuse')
        throw new ApiError(429, 'sign-in-from-address', { minutes: wait })
      }
    }
    const { count, wait } = await takeTry(db, ofName(name))
    if (wait !== null) {
      if (from !== null) await giveBack(db, from)
      // The log tells that somebody was locked out, not of every knock after.
      if (count === mostTries + 1) await noteSignIn(db, await accountNamed(db, name), 'refuse')
      throw new ApiError(429, 'sign-in-too-often', { minutes: wait, most: mostTries, for: refusedFor })
    }
    const of = await accountNamed(db, name)
    const old = await sessionOf(headers)
    const { api } = await auth()
    try {
      const { headers: told } = await api.signInUsername({
        body: { username: name, password },
        headers,
        returnHeaders: true,
      })
      await forgetTries(db, ofName(name))
      if (from !== null) await giveBack(db, from)
      if (old !== null) await db.delete(sessions).where(eq(sessions.id, old.id))
      return told.getSetCookie()
    } catch (error) {
      if (!isRefusal(error)) throw error
      await noteSignIn(db, of, 'refuse')
      throw new ApiError(401, 'sign-in-refused', { left: Math.max(0, mostTries - count) })
    }
  }

  return {
    cost,
    firstCode,
    hasSso: oidc !== null,
    any: async () => (some ||= await anyAccount(db)),
    headersOf: (context) => headersOf(context, proxies),
    sessionOf,
    signIn,
    signOut: async (headers) => {
      const { headers: told } = await (await auth()).api.signOut({ headers, returnHeaders: true })
      return told.getSetCookie()
    },
    beginSso: async (headers, back) => {
      const { response, headers: told } = await (
        await auth()
      ).api.signInSocial({
        body: { provider: 'sso', callbackURL: back, errorCallbackURL: '/?sso=refused' },
        headers,
        returnHeaders: true,
      })
      return { url: response.url!, cookies: told.getSetCookie() }
    },
    endSso: async (request) => (await auth()).handler(request),
  }
}

/** Refused by better-auth: a name or a password that is not right, or an account that was switched off. */
const isRefusal = (error: unknown): boolean => {
  const { statusCode, body } = error as { statusCode?: number; body?: { code?: string } }
  return statusCode === 401 || statusCode === 422 || statusCode === 400 || body?.code === 'FAILED_TO_CREATE_SESSION'
}

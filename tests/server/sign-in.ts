import { createHmac, randomUUID } from 'node:crypto'
import type { AccountFacts } from '../../src/domain'
import { openAccounts, type Accounts, type AccountsOptions } from '../../src/server/accounts/accounts'
import type { Db } from '../../src/server/db'
import { sessions, users } from '../../src/server/db/schema'
import { hashPassword } from '../../src/server/accounts/passwords'

/** Hashing that takes no time: given to the server in code, as no setting of its environment could. */
export const cheap = { n: 2, r: 1, p: 1 } as const
const secret = 'a secret for tests, which is long enough'

export const cheapAccounts = (db: Db, more: AccountsOptions = {}): Accounts =>
  openAccounts(db, { secret, cost: cheap, ...more })
export const cheapHash = (password: string): Promise<string> => hashPassword(password, cheap)

type Given = Partial<AccountFacts> & Pick<AccountFacts, 'role'>

/** The cookie of a session of an account of its own, both written into the database as they are: nothing is recorded. */
export async function cookieOf(db: Db, given: Given): Promise<string> {
  const id = randomUUID()
  const username = given.username ?? `${given.role}-${id.slice(0, 8)}`
  const { name = username, court = null, divisions = [], person = null, role } = given
  const email = `${username}@users.invalid`
  await db.insert(users).values({ id, username, name, email, role, court, divisions, person })
  const token = randomUUID()
  await db.insert(sessions).values({ id, userId: id, token, expiresAt: new Date(Date.now() + 3_600_000) })
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  return `frontline.session_token=${encodeURIComponent(`${token}.${signature}`)}`
}

export type Fetch = (request: Request) => Response | Promise<Response>

/** Sends each request in a session, but for one that brings a cookie itself. */
export const inSession =
  (fetch: Fetch, cookie: string): Fetch =>
  (request) => {
    if (!request.headers.has('cookie')) request.headers.set('cookie', cookie)
    return fetch(request)
  }

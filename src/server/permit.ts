import type { Context } from 'hono'
import { isOf, may, sightOf, type Account, type Permission } from '../domain'
import { ApiError } from './errors'
import type { Environment } from './http'

/** Who did something, as the log tells it. */
export type User = { readonly id: string; readonly name: string } | { readonly id: null }

/** What the server does by itself. */
export const server: User = { id: null }

/**
 * May whoever asks do this, to this court where it is about one? The one place that is asked, by every route before it
 * does anything; what the table of permissions says is in domain/permissions.ts. Returns who asks. Throws 401 where
 * nobody is signed in, 403 where the role may not do it anywhere, and for a court of others what is answered where
 * there is no such court: `hidden`, if it is something else of that court that was asked for.
 */
export function permit(context: Context, what: Permission, court: string | null = null, hidden?: ApiError): Account {
  const own = context as Context<Environment>
  const account = signedIn(own)
  own.set('asked', true)
  if (!may(account, what)) throw new ApiError(403, 'not-permitted', { role: account.role })
  if (court !== null && !isOf(account, court)) throw hidden ?? new ApiError(404, 'court-not-found', { court })
  return account
}

/**
 * The same for what is one person's own matter: that person may, and who sees everybody's private facts. To others it is
 * answered as if there were no such thing.
 */
export function permitOwn(
  context: Context,
  what: Permission,
  court: string,
  person: string,
  hidden = new ApiError(404, 'person-not-found', { person }),
): Account {
  const account = permit(context, what, court)
  if (sightOf[account.role] !== 'all' && account.person !== person) throw hidden
  return account
}

/** Who asks, for what everybody may do who is signed in: with the own account and sessions. */
export function signedIn(context: Context): Account {
  const own = context as Context<Environment>
  const account = own.get('account')
  if (account === undefined) throw new ApiError(401, 'not-signed-in')
  own.set('asked', true)
  return account
}

/** A route that anybody may ask, signed in or not, says so. */
export const openToAll = (context: Context): void => (context as Context<Environment>).set('asked', true)

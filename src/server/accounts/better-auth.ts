import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { genericOAuth, username } from 'better-auth/plugins'
import type { Db } from '../db'
import { accountOfUser, emailOf, noteSignIn } from '../db/accounts'
import { credentials, sessions, users, verifications } from '../db/schema'
import { addressHeader } from './address'
import { hashPassword, verifyPassword, type Cost } from './passwords'

/** The single sign-on of the court by OpenID Connect. */
export interface Oidc {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

export interface AuthOptions {
  readonly secret: string
  /** Where users reach the server, `https://frontline.court`; null where nobody said. */
  readonly origin: string | null
  readonly oidc: Oidc | null
  readonly cost: Cost
}

/** Seconds without a request after which a session ends, and how often that is written down. */
const lasts = 8 * 3600
const renewed = 900

/**
 * Sessions, their cookie, and single sign-on, by better-auth. Its own routes are not handed on but for the way back from
 * the provider; ours call it. Accounts and passwords are written by ours too, together with their entry in the log.
 */
export function createAuth(db: Db, { secret, origin, oidc, cost }: AuthOptions) {
  const baseURL = origin ?? 'http://localhost'
  return betterAuth({
    appName: 'Frontline',
    secret,
    baseURL,
    basePath: '/api/auth',
    telemetry: { enabled: false },
    // It would tell of names that were tried.
    logger: { disabled: true },
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: { user: users, session: sessions, account: credentials, verification: verifications },
      transaction: false,
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: {
        hash: (password) => hashPassword(password, cost),
        verify: ({ hash, password }) => verifyPassword(password, hash),
      },
    },
    session: { expiresIn: lasts, updateAge: renewed },
    account: {
      // Accounts are made by administrators alone, so who has one of that name is the one.
      accountLinking: { enabled: true, trustedProviders: ['sso'], requireLocalEmailVerified: false },
      updateAccountOnSignIn: false,
      encryptOAuthTokens: true,
    },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'frontline',
      useSecureCookies: baseURL.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [addressHeader] },
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
    },
    databaseHooks: {
      session: {
        create: {
          // However somebody signs in: not with an account that was switched off.
          before: async ({ userId }) => (await accountOfUser(db, userId)) !== null,
          after: async ({ userId }) => noteSignIn(db, await accountOfUser(db, userId), 'begin'),
        },
      },
    },
    plugins: [
      username({ displayUsername: false, usernameValidator: (given) => /^[a-z0-9._-]+$/i.test(given) }),
      ...(oidc === null
        ? []
        : [
            genericOAuth({
              config: [
                {
                  providerId: 'sso',
                  discoveryUrl: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
                  clientId: oidc.clientId,
                  clientSecret: oidc.clientSecret,
                  scopes: ['openid', 'profile'],
                  pkce: true,
                  disableSignUp: true,
                  requireIdTokenVerification: true,
                  // Whom the provider calls by the name of an account is signed in to it.
                  mapProfileToUser: ({ preferred_username: of }) => ({
                    email: emailOf(String(of).toLowerCase()),
                    emailVerified: true,
                  }),
                },
              ],
            }),
          ]),
    ],
  })
}
export type Auth = ReturnType<typeof createAuth>

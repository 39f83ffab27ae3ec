import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { messageLanguages, accountRoles } from '../../../domain'
import { courts } from './court'
import { instant } from './parts'

/**
 * Accounts (账号). What stands before the role is named as better-auth names it; its other tables likewise. It never adds
 * an account, but asks for defaults: they are those of somebody who may see no court.
 */
export const users = pgTable('users', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean().notNull().default(true),
  image: text(),
  createdAt: instant().notNull().defaultNow(),
  updatedAt: instant().notNull().defaultNow(),
  username: text().notNull().unique(),
  role: text({ enum: accountRoles }).notNull().default('staff'),
  /** An account goes with its court: bound to none, it would belong to every one. */
  court: text().references(() => courts.id, { onDelete: 'cascade' }),
  divisions: jsonb().$type<string[]>().notNull().default([]),
  person: text(),
  disabled: boolean().notNull().default(false),
  mustChange: boolean().notNull().default(false),
  /** Where messages go by e-mail, and whether they do; `email` is better-auth's, and nothing is ever sent there. */
  mail: text(),
  byMail: boolean().notNull().default(true),
  language: text({ enum: messageLanguages }).notNull().default('zh-CN'),
  /** One of those with a password that everybody is shown. */
  example: boolean().notNull().default(false),
})

export const ofUser = () =>
  text()
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' })

export const sessions = pgTable(
  'sessions',
  {
    id: text().primaryKey(),
    userId: ofUser(),
    token: text().notNull().unique(),
    expiresAt: instant().notNull(),
    ipAddress: text(),
    userAgent: text(),
    createdAt: instant().notNull().defaultNow(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (table) => [index('sessions_of_a_user').on(table.userId)],
)

/** How somebody signs in: by a password, or by the single sign-on of the court. */
export const credentials = pgTable(
  'credentials',
  {
    id: text().primaryKey(),
    userId: ofUser(),
    providerId: text().notNull(),
    accountId: text().notNull(),
    password: text(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: instant(),
    refreshTokenExpiresAt: instant(),
    scope: text(),
    createdAt: instant().notNull().defaultNow(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('one_of_a_provider').on(table.providerId, table.accountId),
    // Names may be given anew at a provider: whoever signed in first as an account is the one.
    uniqueIndex('one_of_a_user').on(table.userId, table.providerId),
  ],
)

/** What a single sign-on that is under way has to find again. */
export const verifications = pgTable('verifications', {
  id: text().primaryKey(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: instant().notNull(),
  createdAt: instant().notNull().defaultNow(),
  updatedAt: instant().notNull().defaultNow(),
})

/** Tries to sign in, by the hash of the user name that was tried. */
export const signInTries = pgTable('sign_in_tries', {
  key: text().primaryKey(),
  count: integer().notNull(),
  /** Since when they are counted; once they are too many, since when they are refused. */
  since: instant().notNull(),
})

/** What the server keeps to itself, made at its first start. */
export const secrets = pgTable('secrets', { name: text().primaryKey(), value: text().notNull() })

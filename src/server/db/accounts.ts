import { randomUUID } from 'node:crypto'
import { and, asc, eq, gt, isNull, ne, sql, type SQL } from 'drizzle-orm'
import type { Account, AccountFacts, Mailing } from '../../domain'
import type { Action } from '../audit/entry'
import { server, type User } from '../permit'
import { note } from './audit'
import type { Db } from './index'
import { tellAccount } from './messages'
import { credentials, people, sessions, users } from './schema'

/** An account as administrators see it. */
export interface StoredAccount extends Account, Mailing {
  readonly disabled: boolean
  readonly example: boolean
  /** Sessions that have not ended. */
  readonly sessions: number
}

const { id, username, name, role, court, divisions, person, mustChange, disabled, example, mail, byMail, language } =
  users
const facts = { username, name, role, court, divisions, person }
const told = { id, ...facts, mustChange }
const live = gt(sessions.expiresAt, sql`now()`)
const shown = {
  ...told,
  disabled,
  example,
  mail,
  byMail,
  language,
  // Written out: a column of another table would be named without it.
  sessions: sql<number>`(select count(*)::int from sessions where user_id = users.id and expires_at > now())`,
}

export const listAccounts = (db: Db): Promise<StoredAccount[]> => db.select(shown).from(users).orderBy(asc(username))

export async function readAccount(db: Db, account: string): Promise<StoredAccount | null> {
  const [found] = await db.select(shown).from(users).where(eq(id, account))
  return found ?? null
}

/** The account of a session's user; null where it was switched off. */
export async function accountOfUser(db: Db, user: string): Promise<Account | null> {
  const [found] = await db
    .select(told)
    .from(users)
    .where(and(eq(id, user), eq(disabled, false)))
  return found ?? null
}

export async function accountNamed(
  db: Db,
  of: string,
): Promise<Pick<StoredAccount, 'id' | 'username' | 'name'> | null> {
  const [found] = await db.select({ id, username, name }).from(users).where(eq(username, of.trim().toLowerCase()))
  return found ?? null
}

export async function anyAccount(db: Db): Promise<boolean> {
  return (await db.select({ id }).from(users).limit(1)).length > 0
}

export const examplesThere = (db: Db) =>
  db
    .select({ username, name, role })
    .from(users)
    .where(and(eq(example, true), eq(disabled, false)))
    .orderBy(asc(username))

type Named = Pick<Account, 'id' | 'name' | 'court' | 'person' | 'username'>

/** What the log tells of an account; never its password. */
const noteAccount = (
  tx: Db,
  by: User,
  action: Action,
  of: Named,
  before: Record<string, unknown> | null,
  after: Record<string, unknown> | null,
): Promise<void> =>
  note(tx, by, {
    action,
    court: of.court,
    subject: { kind: 'account', id: of.id, name: of.name },
    people: of.person === null ? [] : [of.person],
    changes: before === null && after === null ? [] : [{ list: 'accounts', key: of.username, before, after }],
    why: null,
  })

export interface NewAccount extends AccountFacts, Partial<Pick<Mailing, 'mail'>> {
  readonly hash: string
  readonly mustChange: boolean
  readonly example?: boolean
}

/** All of them or none; their ids in order. Throws the database's own error where a user name is taken. */
export async function addAccounts(db: Db, given: readonly NewAccount[], by: User | 'themselves'): Promise<string[]> {
  return db.transaction(async (tx) => {
    const ids: string[] = []
    for (const { hash, ...account } of given) {
      const row = { id: randomUUID(), email: emailOf(account.username), ...account }
      await tx.insert(users).values(row)
      const of = { id: randomUUID(), userId: row.id, providerId: 'credential', accountId: row.id }
      await tx.insert(credentials).values({ ...of, password: hash })
      const { username, name, role, court, divisions, person } = account
      const after = { username, name, role, court, divisions, person }
      const who = by === 'themselves' ? { id: row.id, name } : by
      await noteAccount(tx, who, 'account.add', row, null, after)
      ids.push(row.id)
    }
    return ids
  })
}

/** Every account has an address, as better-auth asks for one; nothing is ever sent there. */
export const emailOf = (of: string): string => `${of}@users.invalid`

/** The very first account: false where there is one by now. Two at once wait for each other. */
export async function addFirst(db: Db, given: NewAccount): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(20211112)`)
    if (await anyAccount(tx)) return false
    await addAccounts(tx, [given], 'themselves')
    return true
  })
}

export interface AccountChange extends Partial<AccountFacts>, Partial<Mailing> {
  readonly disabled?: boolean
}

/** What would be left without anybody who can make accounts. */
export class LastAdministrator extends Error {}

/** Changes an account; null where it is not there. Its sessions end where it is switched off. */
export async function changeAccount(
  db: Db,
  account: string,
  change: AccountChange,
  by: User,
): Promise<StoredAccount | null> {
  return db.transaction(async (tx) => {
    await tx.select({ id }).from(users).where(eq(role, 'administrator')).for('update')
    const before = await readAccount(tx, account)
    if (before === null) return null
    const email = change.username === undefined ? {} : { email: emailOf(change.username) }
    await tx
      .update(users)
      .set({ ...change, ...email, updatedAt: sql`now()` })
      .where(eq(id, account))
    const [left] = await tx
      .select({ id })
      .from(users)
      .where(and(eq(role, 'administrator'), eq(disabled, false)))
      .limit(1)
    if (left === undefined) throw new LastAdministrator()
    if (change.disabled === true) await tx.delete(sessions).where(eq(sessions.userId, account))
    const after = (await readAccount(tx, account))!
    const fields = (Object.keys(change) as (keyof AccountChange)[]).filter(
      (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
    )
    // The log is kept for ever: of an address it holds that there is one.
    const kept = (of: StoredAccount, field: keyof AccountChange) => (field === 'mail' ? of.mail !== null : of[field])
    const pick = (of: StoredAccount) => Object.fromEntries(fields.map((field) => [field, kept(of, field)]))
    if (fields.length > 0) await noteAccount(tx, by, 'account.change', after, pick(before), pick(after))
    return after
  })
}

/** Gives an account another password and ends its sessions, but for the one that may be kept. */
export async function setPassword(
  db: Db,
  account: Named,
  hash: string,
  { mustChange, keep = null, by }: { mustChange: boolean; keep?: string | null; by: User },
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .update(credentials)
      .set({ password: hash, updatedAt: sql`now()` })
      .where(and(eq(credentials.userId, account.id), eq(credentials.providerId, 'credential')))
    await tx.update(users).set({ mustChange }).where(eq(id, account.id))
    await tx.delete(sessions).where(and(eq(sessions.userId, account.id), except(keep)))
    if (by.id !== account.id) await tellAccount(tx, account.id, { kind: 'password-set', facts: {} })
    await noteAccount(tx, by, 'account.password', account, null, null)
  })
}

const except = (keep: string | null): SQL | undefined => (keep === null ? undefined : ne(sessions.id, keep))

export async function passwordOf(db: Db, account: string): Promise<string | null> {
  const [found] = await db
    .select({ password: credentials.password })
    .from(credentials)
    .where(and(eq(credentials.userId, account), eq(credentials.providerId, 'credential')))
  return found?.password ?? null
}

export const sessionsOf = (db: Db, account: string) =>
  db
    .select({
      id: sessions.id,
      begun: sessions.createdAt,
      seen: sessions.updatedAt,
      until: sessions.expiresAt,
      address: sessions.ipAddress,
      agent: sessions.userAgent,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, account), live))
    .orderBy(asc(sessions.createdAt))

/** Ends one session of an account, or all of them; how many were ended. */
export async function endSessions(
  db: Db,
  account: Named,
  by: User,
  { one = null, keep = null }: { one?: string | null; keep?: string | null } = {},
): Promise<number> {
  return db.transaction(async (tx) => {
    const ended = await tx
      .delete(sessions)
      .where(and(eq(sessions.userId, account.id), one === null ? undefined : eq(sessions.id, one), except(keep)))
      .returning({ id: sessions.id })
    if (ended.length > 0) await noteAccount(tx, by, 'session.end', account, null, null)
    return ended.length
  })
}

/** Records that somebody has signed in, or was refused: with a name that is nobody's, of that alone. */
export const noteSignIn = (
  db: Db,
  of: Pick<StoredAccount, 'id' | 'name'> | null,
  outcome: 'begin' | 'refuse',
): Promise<void> =>
  db.transaction((tx) =>
    note(tx, outcome === 'refuse' ? server : { id: of!.id, name: of!.name }, {
      action: `session.${outcome}`,
      court: null,
      subject: { kind: 'account', id: of?.id ?? null, name: of?.name ?? null },
      people: [],
      changes: [],
      why: null,
    }),
  )

/** People of a court who have no account yet. */
export const peopleWithout = (db: Db, of: string): Promise<{ id: string; name: string }[]> =>
  db
    .select({ id: sql<string>`${people}.id`, name: sql<string>`${people}.name` })
    .from(people)
    .leftJoin(users, and(eq(users.court, people.courtId), sql`${users.person} = ${people}.id`))
    .where(and(eq(people.courtId, of), isNull(id)))
    .orderBy(people.position)

/** Every user name, with the id of its account. */
export async function userNames(db: Db): Promise<Map<string, string>> {
  return new Map((await db.select({ id, username }).from(users)).map((each) => [each.username, each.id]))
}

/** Takes all example accounts away, with their sessions. */
export async function removeExamples(db: Db, by: User): Promise<void> {
  await db.transaction(async (tx) => {
    const gone = await tx.delete(users).where(eq(example, true)).returning(told)
    for (const each of gone) {
      const { username, role, court, divisions, person } = each
      await noteAccount(tx, by, 'account.remove', each, { username, role, court, divisions, person }, null)
    }
  })
}

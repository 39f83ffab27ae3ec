import { randomUUID } from 'node:crypto'
import { and, desc, eq, inArray, isNotNull, isNull, lte, or, sql, type SQL } from 'drizzle-orm'
import { messageLasts, type Account, type Message, type MessageSaid } from '../../domain'
import type { Mailed } from '../mail/letter'
import type { User } from '../permit'
import type { Db } from './index'
import { messages, users } from './schema'

/** What one account is told; `once` names what no account is told twice of. */
interface Told {
  readonly user: string
  readonly said: MessageSaid
  readonly court: string | null
  /** Whom of the court it is about: the account reads it for as long as it is that person's. */
  readonly person?: string
  readonly once?: string
}

/** In the transaction of what is told, so that neither is there without the other. */
async function tell(tx: Db, told: readonly Told[]): Promise<void> {
  if (told.length === 0) return
  const rows = told.map(({ user, said, court, person, once }) => ({
    ...{ id: randomUUID(), userId: user, said, courtId: court, person, once },
  }))
  await tx.insert(messages).values(rows).onConflictDoNothing()
}

/** Accounts of a court that somebody can sign in to, by the person that each is of. */
const ofPeople = (court: string): SQL =>
  and(eq(users.court, court), eq(users.disabled, false), isNotNull(users.person))!

/** Tells people what concerns them, each by the own account; who has none is told nothing. */
export async function tellPeople(
  tx: Db,
  court: string,
  told: ReadonlyMap<string, MessageSaid>,
  once?: string,
): Promise<void> {
  if (told.size === 0) return
  const found = await tx
    .select({ user: users.id, person: sql<string>`${users.person}` })
    .from(users)
    .where(and(ofPeople(court), inArray(users.person, [...told.keys()])))
  await tell(
    tx,
    found.map(({ user, person }) => ({ user, person, said: told.get(person)!, court, once })),
  )
}

/** Tells everybody who is a person of the court. */
export async function tellEverybody(tx: Db, court: string, said: MessageSaid, once: string): Promise<void> {
  const found = await tx
    .select({ user: users.id, person: sql<string>`${users.person}` })
    .from(users)
    .where(ofPeople(court))
  await tell(
    tx,
    found.map((each) => ({ ...each, said, court, once })),
  )
}

/** Tells HR of the court, but for whoever did it. */
export async function tellHr(tx: Db, court: string, said: MessageSaid, by: User): Promise<void> {
  const found = await tx
    .select({ user: users.id })
    .from(users)
    .where(and(eq(users.role, 'hr'), eq(users.disabled, false), or(isNull(users.court), eq(users.court, court))))
  await tell(
    tx,
    found.filter(({ user }) => user !== by.id).map(({ user }) => ({ user, said, court })),
  )
}

/** Tells the heads of these divisions. */
export async function tellHeads(
  tx: Db,
  court: string,
  divisions: ReadonlySet<string>,
  said: MessageSaid,
): Promise<void> {
  const found = await tx
    .select({ user: users.id, divisions: users.divisions })
    .from(users)
    .where(and(eq(users.role, 'head'), eq(users.disabled, false), eq(users.court, court)))
  await tell(
    tx,
    found.flatMap(({ user, divisions: own }) =>
      own.some((each) => divisions.has(each)) ? [{ user, said, court }] : [],
    ),
  )
}

/** Tells an account what concerns it and no person. */
export const tellAccount = (tx: Db, user: string, said: MessageSaid): Promise<void> =>
  tell(tx, [{ user, said, court: null }])

/** What an account may read: its own, and of a person only while it is that person's. */
const own = ({ id, court, person }: Account): SQL =>
  and(
    eq(messages.userId, id),
    or(
      isNull(messages.person),
      court === null || person === null ? undefined : and(eq(messages.courtId, court), eq(messages.person, person)),
    ),
  )!

/** The newest messages of an account, and how many it has in all and unread. */
export async function inboxOf(
  db: Db,
  account: Account,
  size: number,
): Promise<{ messages: Message[]; count: number; unread: number }> {
  const { id, said, courtId: court, at, readAt } = messages
  const found = await db
    .select({ id, said, court, at, read: sql<boolean>`${readAt} is not null` })
    .from(messages)
    .where(own(account))
    .orderBy(desc(messages.number))
    .limit(size)
  const [sums] = await db
    .select({
      count: sql<number>`count(*)::int`,
      unread: sql<number>`(count(*) filter (where ${readAt} is null))::int`,
    })
    .from(messages)
    .where(own(account))
  return { messages: found, ...sums! }
}

/** Marks a message as read, or it and all before it; false where the account has none of that id. */
export async function markRead(db: Db, account: Account, id: string, andOlder: boolean): Promise<boolean> {
  const [found] = await db
    .select({ number: messages.number })
    .from(messages)
    .where(and(own(account), eq(messages.id, id)))
  if (found === undefined) return false
  const which = andOlder ? lte(messages.number, found.number) : eq(messages.id, id)
  await db
    .update(messages)
    .set({ readAt: sql`now()` })
    .where(and(own(account), which, isNull(messages.readAt)))
  return true
}

/** Takes away what has lasted long enough. */
export const forgetMessages = async (db: Db): Promise<void> =>
  void (await db.delete(messages).where(sql`${messages.at} < now() - make_interval(days => ${messageLasts})`))

/** Whoever the message is of reads it in the app still: the account is in use, and the same person's. */
const reaches = and(
  eq(users.id, messages.userId),
  eq(users.disabled, false),
  eq(users.byMail, true),
  isNotNull(users.mail),
  or(isNull(messages.person), and(eq(messages.courtId, users.court), eq(messages.person, users.person))),
)

/** Takes what is to go by mail and was not taken yet, at most a day old: who gives an address gets no old letters. */
export async function takeForMail(tx: Db): Promise<string[]> {
  const taken = await tx
    .update(messages)
    .set({ mailedAt: sql`now()` })
    .from(users)
    .where(
      and(reaches, isNull(messages.mailedAt), isNull(messages.readAt), sql`${messages.at} > now() - interval '1 day'`),
    )
    .returning({ id: messages.id })
  return taken.map(({ id }) => id)
}

/** What a letter is made of; null where it shall not leave any more. */
export async function readMailed(db: Db, message: string): Promise<Mailed | null> {
  const [found] = await db
    .select({ said: messages.said, name: users.name, mail: sql<string>`${users.mail}`, language: users.language })
    .from(messages)
    .innerJoin(users, reaches)
    .where(eq(messages.id, message))
  return found ?? null
}

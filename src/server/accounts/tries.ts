import { eq, lt, sql } from 'drizzle-orm'
import { sha256 } from '../audit/entry'
import type { Db } from '../db'
import { signInTries } from '../db/schema'

/** Tries that may fail, and for how many minutes more are refused then. */
export const mostTries = 10
export const refusedFor = 15

const keyOf = (of: string): string => sha256(of.toLowerCase())

/**
 * Counts a try before it is looked at, so that no number of tries at once gets past the bound. Null where it may go on;
 * else the minutes that are left until one may.
 */
export async function takeTry(db: Db, of: string): Promise<{ count: number; wait: number | null }> {
  const over = sql`${signInTries.since} < now() - make_interval(mins => ${refusedFor})`
  const [row] = await db
    .insert(signInTries)
    .values({ key: keyOf(of), count: 1, since: sql`now()` })
    .onConflictDoUpdate({
      target: signInTries.key,
      set: {
        count: sql`case when ${over} then 1 else ${signInTries.count} + 1 end`,
        since: sql`case when ${over} or ${signInTries.count} = ${mostTries - 1} then now() else ${signInTries.since} end`,
      },
    })
    .returning({
      count: signInTries.count,
      wait: sql<number>`ceil(extract(epoch from ${signInTries.since} + make_interval(mins => ${refusedFor}) - now()) / 60)::int`,
    })
  return { count: row!.count, wait: row!.count > mostTries ? Math.max(1, row!.wait) : null }
}

/** Forgets the tries of a name: it has signed in. Those of others that count no more go too. */
export async function forgetTries(db: Db, of: string): Promise<void> {
  await db.delete(signInTries).where(eq(signInTries.key, keyOf(of)))
  await db.delete(signInTries).where(lt(signInTries.since, sql`now() - make_interval(mins => ${refusedFor})`))
}

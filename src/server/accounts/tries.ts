import { eq, lt, sql } from 'drizzle-orm'
import { sha256 } from '../audit/entry'
import type { Db } from '../db'
import { signInTries } from '../db/schema'
import { networkOf } from './address'

/** Tries that may fail, of a name and from an address, and for how many minutes more are refused then. */
export const mostTries = 10
export const mostFromAddress = 50
export const refusedFor = 15

/** What tries are counted of. */
export interface Tried {
  readonly key: string
  readonly most: number
}

export const ofName = (name: string): Tried => ({ key: sha256(name.toLowerCase()), most: mostTries })
/** No name has such a key: nobody can use up the tries of another's address. */
export const ofAddress = (address: string): Tried => ({
  key: `address ${sha256(networkOf(address))}`,
  most: mostFromAddress,
})

/**
 * Counts a try before it is looked at, so that no number of tries at once gets past the bound. `wait` is null where it
 * may go on; else the minutes that are left until one may.
 */
export async function takeTry(db: Db, { key, most }: Tried): Promise<{ count: number; wait: number | null }> {
  const over = sql`${signInTries.since} < now() - make_interval(mins => ${refusedFor})`
  const [row] = await db
    .insert(signInTries)
    .values({ key, count: 1, since: sql`now()` })
    .onConflictDoUpdate({
      target: signInTries.key,
      set: {
        count: sql`case when ${over} then 1 else ${signInTries.count} + 1 end`,
        since: sql`case when ${over} or ${signInTries.count} = ${most - 1} then now() else ${signInTries.since} end`,
      },
    })
    .returning({
      count: signInTries.count,
      wait: sql<number>`ceil(extract(epoch from ${signInTries.since} + make_interval(mins => ${refusedFor}) - now()) / 60)::int`,
    })
  return { count: row!.count, wait: row!.count > most ? Math.max(1, row!.wait) : null }
}

/** A try that did not fail, or that was not looked at, counts for nothing. */
export const giveBack = async (db: Db, { key }: Tried): Promise<void> =>
  void (await db
    .update(signInTries)
    .set({ count: sql`greatest(0, ${signInTries.count} - 1)` })
    .where(eq(signInTries.key, key)))

/** Forgets the tries of a name: it has signed in. Those of others that count no more go too. */
export async function forgetTries(db: Db, { key }: Tried): Promise<void> {
  await db.delete(signInTries).where(eq(signInTries.key, key))
  await db.delete(signInTries).where(lt(signInTries.since, sql`now() - make_interval(mins => ${refusedFor})`))
}

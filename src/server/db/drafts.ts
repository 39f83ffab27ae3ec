import { and, eq, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Db } from './index'
import type { handovers, wishStatements } from './schema'

/** Tables of drafts that save themselves, each row with a version; the key says whose, and of what. */
type Drafts = typeof wishStatements | typeof handovers
type Key<T extends Drafts> = Pick<T['$inferSelect'], Extract<keyof T['$inferSelect'], 'courtId' | 'roundId' | 'person'>>

/** The one row of a key. */
export const ofKey = <T extends Drafts>(table: T, key: Key<T>) =>
  and(...Object.entries(key).map(([column, value]) => eq(table[column as keyof T] as PgColumn, value)))

/**
 * Saves a draft on the version given, 0 for the first; returns the new version, null when it has another by now. A
 * draft is the person's own note: the log tells nothing of it.
 */
export async function putDraft<T extends Drafts>(
  db: Db,
  table: T,
  key: Key<T>,
  written: Pick<T['$inferInsert'], 'draft'> & Partial<T['$inferInsert']>,
  version: number,
): Promise<number | null> {
  // The columns that are used here are alike in all of them.
  const any = table as typeof wishStatements
  const [saved] =
    version === 0
      ? await db
          .insert(any)
          .values({ ...key, ...written } as never)
          .onConflictDoNothing()
          .returning({ version: any.version })
      : await db
          .update(any)
          .set({ ...(written as object), version: version + 1, savedAt: sql`now()` })
          .where(and(ofKey(table, key), eq(any.version, version)))
          .returning({ version: any.version })
  return saved?.version ?? null
}

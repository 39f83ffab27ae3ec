import { eq, sql } from 'drizzle-orm'
import type { WishAnswer } from '../../domain'
import { listDifference, type Difference } from '../audit/changes'
import type { Db } from './index'
import { insertRows, listed } from './lists'
import { courts, wishAnswers } from './schema'

/**
 * Puts these answers in the place of what the court holds of the round, and counts the court's version up where that
 * changes anything: an edit made on the court before must see it. Tells what differs, for the log.
 */
export async function saveAnswers(
  tx: Db,
  court: string,
  round: string,
  answers: readonly WishAnswer[],
): Promise<Difference> {
  await tx.select({ id: courts.id }).from(courts).where(eq(courts.id, court)).for('update')
  const [found] = await tx
    .select({ rows: sql<WishAnswer[]>`${listed('wishAnswers', court)}` })
    .from(courts)
    .where(eq(courts.id, court))
  const rows = found?.rows ?? []
  const words = (list: readonly WishAnswer[]): string =>
    list.map(({ person, date, unit, rank, met }) => [person, date, unit, rank, met].join(' ')).join('\n')
  if (words(rows.filter((row) => row.round === round)) === words(answers)) return listDifference('wishAnswers', [], [])
  await tx
    .update(courts)
    .set({ version: sql`${courts.version} + 1`, updatedAt: sql`now()` })
    .where(eq(courts.id, court))
  await tx.delete(wishAnswers).where(eq(wishAnswers.courtId, court))
  const next = [...rows.filter((row) => row.round !== round), ...answers]
  if (next.length > 0) await insertRows(tx, court, 'wishAnswers', JSON.stringify(next))
  return listDifference('wishAnswers', rows, next)
}

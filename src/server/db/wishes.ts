import { and, eq, max, sql } from 'drizzle-orm'
import {
  emptyStatement,
  preferencesOf,
  type Person,
  type Preference,
  type Team,
  type WishStatement,
} from '../../domain'
import { both, listDifference } from '../audit/changes'
import type { User } from '../permit'
import { note } from './audit'
import { ofKey, putDraft } from './drafts'
import type { Db } from './index'
import { insertRows, listed } from './lists'
import { courts, people, preferences, wishStatements } from './schema'

/** What a person says of where to work; before anything was said, version 0 of the empty statement. */
export interface StoredStatement {
  readonly draft: WishStatement
  readonly confirmed: WishStatement | null
  readonly confirmedAt: string | null
  readonly version: number
}

const stored = {
  draft: wishStatements.draft,
  confirmed: wishStatements.confirmed,
  confirmedAt: wishStatements.confirmedAt,
  version: wishStatements.version,
}
const at = (court: string, person: string) => ofKey(wishStatements, { courtId: court, person })

const nothingSaid: StoredStatement = { draft: emptyStatement, confirmed: null, confirmedAt: null, version: 0 }

export async function readStatement(db: Db, court: string, person: string): Promise<StoredStatement> {
  const [found] = await db.select(stored).from(wishStatements).where(at(court, person))
  return found ?? nothingSaid
}

/** Saves what a person says as a draft: it changes nothing of the court. */
export const saveDraft = (
  db: Db,
  court: string,
  person: string,
  draft: WishStatement,
  version: number,
): Promise<number | null> => putDraft(db, wishStatements, { courtId: court, person }, { draft }, version)

/**
 * Makes the draft of this version what the person has said, and its posts the wishes of the court; two who name each
 * other are placed together from then on, and no longer once one of them names somebody else. Counts the court's version
 * up, as an edit made on it before must see this. Null when the draft has another version by now.
 */
export async function confirmStatement(
  db: Db,
  court: string,
  person: Pick<Person, 'id' | 'name'>,
  version: number,
  by: User,
): Promise<StoredStatement | null> {
  return db.transaction(async (tx) => {
    await tx.select({ id: courts.id }).from(courts).where(eq(courts.id, court)).for('update')
    const before = await readStatement(tx, court, person.id)
    if (before.version !== version || version === 0) return null
    const [saved] = await tx
      .update(wishStatements)
      .set({ confirmed: before.draft, confirmedAt: sql`now()`, version: version + 1 })
      .where(at(court, person.id))
      .returning(stored)
    const [lists] = await tx
      .select({
        teams: sql<Team[]>`${listed('teams', court)}`,
        people: sql<Person[]>`${listed('people', court)}`,
        preferences: sql<Preference[]>`${listed('preferences', court)}`,
      })
      .from(courts)
      .where(eq(courts.id, court))
    const wished = preferencesOf(lists!, person.id, before.draft)
    const paired = await pair(tx, court, person.id, before.confirmed?.together ?? null, before.draft.together)
    await tx.delete(preferences).where(and(eq(preferences.courtId, court), sql`person = ${person.id}`))
    const [last] = await tx
      .select({ position: max(preferences.position) })
      .from(preferences)
      .where(eq(preferences.courtId, court))
    if (wished.length > 0) await insertRows(tx, court, 'preferences', JSON.stringify(wished), last?.position ?? 0)
    await tx
      .update(courts)
      .set({ version: sql`${courts.version} + 1`, updatedAt: sql`now()` })
      .where(eq(courts.id, court))
    const own = (rows: readonly Preference[]): Preference[] => rows.filter((row) => row.person === person.id)
    const withPairs = lists!.people.map((row) =>
      paired.has(row.id) ? { ...row, worksWith: paired.get(row.id)! } : row,
    )
    await note(tx, by, {
      action: 'wishes.confirm',
      court,
      subject: { kind: 'person', id: person.id, name: person.name },
      ...both(
        listDifference('preferences', own(lists!.preferences), wished),
        listDifference('people', lists!.people, withPairs),
      ),
    })
    return saved!
  })
}

/** Writes who works with whom where two name each other now, or do no longer; returns whose partner is another now. */
async function pair(
  tx: Db,
  court: string,
  person: string,
  before: string | null,
  now: string | null,
): Promise<ReadonlyMap<string, string | null>> {
  const paired = new Map<string, string | null>()
  if (before === now) return paired
  const worksWith = async (of: string): Promise<string | null> => {
    const [row] = await tx
      .select({ other: sql<string | null>`works_with` })
      .from(people)
      .where(and(eq(people.courtId, court), sql`id = ${of}`))
    return row?.other ?? null
  }
  if (before !== null) {
    if ((await worksWith(person)) === before) paired.set(person, null)
    if ((await worksWith(before)) === person) paired.set(before, null)
  }
  if (now !== null && (await readStatement(tx, court, now)).confirmed?.together === person) paired.set(person, now)
  for (const [id, other] of paired)
    await tx.execute(sql`update ${people} set works_with = ${other} where court_id = ${court} and id = ${id}`)
  return paired
}

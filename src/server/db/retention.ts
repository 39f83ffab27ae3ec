import { and, eq, inArray, sql } from 'drizzle-orm'
import {
  dueKinds,
  dueOn,
  isWordsOver,
  keptUntil,
  withoutDue,
  wordless,
  wordsOf,
  type CalendarDate,
  type Due,
  type DueKind,
} from '../../domain'
import type { User } from '../permit'
import { note } from './audit'
import type { StoredCourt } from './courts'
import { ofKey } from './drafts'
import { forgetPeople, putLists } from './forget'
import type { Db } from './index'
import { handovers, objections, swaps, wishStatements } from './schema'

const ofCourt = (table: typeof handovers | typeof objections | typeof swaps | typeof wishStatements, court: string) =>
  eq(table.courtId, court)

/** What is to go of a court on a day. */
export async function readDue(db: Db, { court }: StoredCourt, today: CalendarDate): Promise<Due[]> {
  const statements = await db
    .select({ person: wishStatements.person, savedOn: sql<string>`to_char(${wishStatements.savedAt}, 'YYYY-MM-DD')` })
    .from(wishStatements)
    .where(ofCourt(wishStatements, court.id))
  const filed = await db
    .select({ person: objections.person, text: objections.text, settledOn: objections.settledOn })
    .from(objections)
    .where(ofCourt(objections, court.id))
  const words = [...filed, ...(await readSwapWords(db, court.id)), ...(await readHandoverWords(db, court.id))]
  return dueOn(court, { statements, objections: words }, today)
}

/** The words of swaps are kept as long as those of objections; they count as those of whoever asked. */
async function readSwapWords(db: Db, court: string) {
  const { id, person, text, answer, settledOn } = swaps
  const all = await db.select({ id, person, text, answer, settledOn }).from(swaps).where(ofCourt(swaps, court))
  return all.map(({ text, answer, ...row }) => ({ ...row, text: text + (answer ?? '') }))
}

/** So are those of hand-overs, from when they were last written. */
async function readHandoverWords(db: Db, court: string) {
  const savedOn = sql<string>`to_char(${handovers.savedAt}, 'YYYY-MM-DD')`
  const { courtId, roundId, person, draft } = handovers
  const all = await db
    .select({ courtId, roundId, person, draft, settledOn: savedOn })
    .from(handovers)
    .where(ofCourt(handovers, court))
  return all.map((row) => ({ ...row, text: wordsOf(row.draft) }))
}

/**
 * Deletes what is due of a court that is held, all of it or nothing, and records how much of what went of whom. Returns
 * the court's new version, null where nothing is due.
 */
export async function applyRetention(tx: Db, held: StoredCourt, today: CalendarDate, by: User): Promise<number | null> {
  const { court } = held
  const due = await readDue(tx, held, today)
  if (due.length === 0) return null
  const peopleOf = (kind: DueKind): string[] => due.filter((each) => each.kind === kind).map(({ person }) => person)
  let next = withoutDue(court, due, today)
  const said = await tx
    .delete(wishStatements)
    .where(
      and(
        ofCourt(wishStatements, court.id),
        inArray(wishStatements.person, peopleOf('wishes')),
        sql`to_char(${wishStatements.savedAt}, 'YYYY-MM-DD') < ${keptUntil(today, court.settings.keepWishesMonths)}`,
      ),
    )
    .returning({ person: wishStatements.person })
  // What was stated had become the wishes of the court.
  const silent = new Set(said.map(({ person }) => person))
  next = { ...next, preferences: next.preferences.filter(({ person }) => !silent.has(person)) }
  let version = await putLists(tx, next, ['leaves', 'preferences', 'wishAnswers'])
  const before = keptUntil(today, court.settings.keepObjectionsMonths)
  for (const row of await tx.select().from(objections).where(ofCourt(objections, court.id)))
    if (isWordsOver(row, before))
      await tx
        .update(objections)
        .set({ text: '', answer: row.answer && '' })
        .where(eq(objections.id, row.id))
  for (const row of await readSwapWords(tx, court.id))
    if (isWordsOver(row, before))
      await tx
        .update(swaps)
        .set({ text: '', answer: sql`case when ${swaps.answer} is null then null else '' end` })
        .where(eq(swaps.id, row.id))
  for (const { courtId, roundId, person, draft, ...row } of await readHandoverWords(tx, court.id))
    if (isWordsOver(row, before))
      await tx
        .update(handovers)
        .set({ draft: wordless(draft), version: sql`${handovers.version} + 1` })
        .where(ofKey(handovers, { courtId, roundId, person }))
  const left = peopleOf('people')
  if (left.length > 0) version = await forgetPeople(tx, { ...held, court: next }, left, by)
  await note(tx, by, {
    action: 'retention.apply',
    court: court.id,
    subject: { kind: 'court', id: court.id, name: court.name },
    people: [...new Set(due.map(({ person }) => person))],
    changes: dueKinds.flatMap((list) => {
      const rows = due.filter((each) => each.kind === list).reduce((sum, each) => sum + each.rows, 0)
      return rows === 0 ? [] : [{ list, key: null, before: { rows }, after: null }]
    }),
    why: null,
  })
  return version
}

import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { CalendarDate, Objection, ObjectionState, Person, Round } from '../../domain'
import type { User } from '../permit'
import { note } from './audit'
import type { Db } from './index'
import { tellHr, tellPeople } from './messages'
import { objections } from './schema'

const { id, person, text, state, filedOn, answerBy, answer, settledOn } = objections
const stored = { id, person, text, state, filedOn, answerBy, answer, settledOn }
const ofRound = (court: string, round: string) => and(eq(objections.courtId, court), eq(objections.roundId, round))

/** The objections of a round, the first filed first. */
export const listObjections = (db: Db, court: string, round: string): Promise<Objection[]> =>
  db.select(stored).from(objections).where(ofRound(court, round)).orderBy(objections.number)

export async function readObjection(db: Db, court: string, round: string, of: string): Promise<Objection | null> {
  const [found] = await db
    .select(stored)
    .from(objections)
    .where(and(ofRound(court, round), eq(objections.id, of)))
  return found ?? null
}

/** Whom an entry of the log is about. The words themselves are private: the log holds that there are some. */
const about = (court: string, of: Pick<Person, 'id' | 'name'>) => ({
  court,
  subject: { kind: 'person', id: of.id, name: of.name } as const,
  people: [of.id],
})
const marked = (row: Objection) => ({
  state: row.state,
  filedOn: row.filedOn,
  answerBy: row.answerBy,
  settledOn: row.settledOn,
})

/** Files an objection; null where the person has one in this round that is not settled. */
export async function fileObjection(
  db: Db,
  court: string,
  round: Pick<Round, 'id' | 'name'>,
  of: Pick<Person, 'id' | 'name'>,
  said: { readonly text: string; readonly filedOn: CalendarDate; readonly answerBy: CalendarDate },
  by: User,
): Promise<Objection | null> {
  return db.transaction(async (tx) => {
    const [filed] = await tx
      .insert(objections)
      .values({ id: randomUUID(), courtId: court, roundId: round.id, person: of.id, createdBy: by.id, ...said })
      .onConflictDoNothing()
      .returning(stored)
    if (filed === undefined) return null
    const facts = { round: round.name, id: round.id, answerBy: said.answerBy }
    await tellHr(tx, court, { kind: 'objection-filed', facts }, by)
    const change = { list: 'objections', key: filed.id, before: null, after: { round: round.id, ...marked(filed) } }
    await note(tx, by, { action: 'objection.file', ...about(court, of), changes: [change], why: null })
    return filed
  })
}

/** Answers an objection or takes it back; null where it is not open any more. */
export async function settleObjection(
  db: Db,
  court: string,
  round: Pick<Round, 'name'>,
  before: Objection,
  name: string,
  settled: {
    readonly state: Exclude<ObjectionState, 'open'>
    readonly answer: string | null
    readonly on: CalendarDate
  },
  by: User,
): Promise<Objection | null> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .update(objections)
      .set({ state: settled.state, answer: settled.answer, settledOn: settled.on })
      .where(and(eq(objections.courtId, court), eq(objections.id, before.id), sql`${objections.state} = 'open'`))
      .returning(stored)
    if (row === undefined) return null
    if (settled.state !== 'withdrawn') {
      const facts = { round: round.name, state: settled.state }
      await tellPeople(tx, court, new Map([[before.person, { kind: 'objection-answered', facts }]]))
    }
    const change = { list: 'objections', key: row.id, before: marked(before), after: marked(row) }
    const of = about(court, { id: before.person, name })
    await note(tx, by, { action: 'objection.settle', ...of, changes: [change], why: null })
    return row
  })
}

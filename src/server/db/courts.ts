import { and, eq, sql, type SQL } from 'drizzle-orm'
import { peopleSeen, settings, type Account, type Court } from '../../domain'
import { courtDifference, courtMarks } from '../audit/changes'
import type { User } from '../permit'
import { seePeople } from './as-reader'
import { note } from './audit'
import type { Db } from './index'
import { insertRows, listed, lists, tables, type ListName } from './lists'
import { limitsThere, recountLimits } from './limits'
import { refuseLostCases, refuseLostVersions } from './refusals'
import * as schema from './schema'

const { courts } = schema

export interface StoredCourt {
  readonly court: Court
  readonly version: number
}

export interface CourtSummary {
  readonly id: string
  readonly name: string
  readonly example: boolean
  readonly version: number
  readonly people: number
  readonly teams: number
}

export async function listCourts(db: Db): Promise<CourtSummary[]> {
  const countIn = (table: typeof schema.people): SQL<number> =>
    sql<number>`(select count(*)::int from ${table} where court_id = courts.id)`
  return db
    .select({
      id: courts.id,
      name: courts.name,
      example: courts.example,
      version: courts.version,
      people: countIn(schema.people),
      teams: countIn(schema.teams),
    })
    .from(courts)
    .orderBy(courts.createdAt, courts.id)
}

/**
 * A court in one statement, so that it is never read half before and half after a change. The case list is read only
 * where it is asked for: it may be long, and no screen shows it whole.
 */
export const readCourt = (db: Db, id: string, withCases = false): Promise<StoredCourt | null> =>
  readLists(db, id, listsWith(withCases))
const listsWith = (cases: boolean): ListName[] => (cases ? lists : lists.filter((name) => name !== 'cases'))

/** Lists of which the database gives rows of those people only whose private facts are seen. */
const privateLists: readonly ListName[] = ['kinships', 'preferences', 'wishAnswers']

/**
 * The same as a reader (`asReader`), who from then on sees what is private of those people whom the account may see: who
 * they are stands in the rest of the court, which is read first.
 */
export async function readCourtFor(
  tx: Db,
  account: Account,
  id: string,
  withCases = false,
): Promise<StoredCourt | null> {
  const open = listsWith(withCases).filter((name) => !privateLists.includes(name))
  const rest = await readLists(tx, id, open)
  if (rest === null) return null
  await seePeople(tx, peopleSeen(account, rest.court))
  const own = await readLists(tx, id, privateLists)
  return own && { ...rest, court: { ...rest.court, ...own.court } }
}

/** The same with only some of its lists. */
async function readLists(db: Db, id: string, wanted: readonly ListName[]): Promise<StoredCourt | null> {
  const named = (name: ListName): SQL => sql`${sql.raw(`'${name}'`)}, ${listed(name, id)}`
  const [found] = await db
    .select({
      id: courts.id,
      name: courts.name,
      example: courts.example,
      settings: courts.settings,
      version: courts.version,
      lists: sql<Pick<Court, ListName>>`json_build_object(${sql.join(wanted.map(named), sql`, `)})`,
    })
    .from(courts)
    .where(eq(courts.id, id))
  if (found === undefined) return null
  const { version, lists: rest, ...head } = found
  // Settings kept before a field was added stand with its default.
  return { court: { format: 'frontline-court/1', ...head, settings: settings.parse(head.settings), ...rest }, version }
}

/** The version that a court is on; null where there is none. */
export async function versionOfCourt(db: Db, id: string): Promise<number | null> {
  const [found] = await db.select({ version: courts.version }).from(courts).where(eq(courts.id, id))
  return found?.version ?? null
}

export async function courtIsThere(db: Db, id: string): Promise<boolean> {
  const found = await db.select({ id: courts.id }).from(courts).where(eq(courts.id, id))
  return found.length > 0
}

/** True when the court was added; false when its id is taken. */
export async function addCourt(db: Db, court: Court, by: User): Promise<boolean> {
  return db.transaction(async (tx) => {
    const added = await tx
      .insert(courts)
      .values({ ...headOf(court), createdBy: by.id })
      .onConflictDoNothing()
      .returning({ id: courts.id })
    if (added.length === 0) return false
    for (const name of lists) await writeList(tx, court, name)
    await note(tx, by, {
      action: 'court.add',
      ...about(court),
      people: 'all',
      changes: courtMarks(court).map(({ list, mark }) => ({ list, key: null, before: null, after: mark })),
      why: null,
    })
    return true
  })
}

/**
 * Replaces a court, or only the lists named, if it still has the version given; returns its new version, null when
 * it has another by now (or is gone). A court that travels without its case list leaves the list as it is; throws
 * CasesLeftBehind where a case of it would refer to nothing, and VersionsLost where a version of an indicator would
 * not be kept. Where the limit of a case type is another now, months that were counted from the list are counted again.
 */
export async function saveCourt(
  db: Db,
  court: Court,
  version: number,
  by: User,
  changed: readonly ListName[] = lists,
): Promise<number | null> {
  const touched = changed.filter((name) => court[name] !== undefined)
  return db.transaction(async (tx) => {
    // As the version counts up with every change, this is what the version given holds.
    const before = await readLists(tx, court.id, touched)
    const [saved] = await tx
      .update(courts)
      .set({ ...headOf(court), version: version + 1, updatedAt: sql`now()` })
      .where(and(eq(courts.id, court.id), eq(courts.version, version)))
      .returning({ version: courts.version })
    if (saved === undefined || before === null) return null
    const limits = changed.includes('caseTypes') ? await limitsThere(tx, court.id) : null
    for (const name of touched) {
      if (name === 'indicators') await refuseLostVersions(tx, court)
      await tx.delete(tables[name]).where(eq(tables[name].courtId, court.id))
      await writeList(tx, court, name)
    }
    if (court.cases === undefined) await refuseLostCases(tx, court.id)
    if (limits !== null)
      await recountLimits(
        tx,
        court.id,
        court.caseTypes.filter(({ id, limitMonths }) => limits.has(id) && limits.get(id) !== limitMonths),
      )
    await note(tx, by, { action: 'court.change', ...about(court), ...courtDifference(before.court, court) })
    return saved.version
  })
}

/** Takes a court away with all that belongs to it; true when it was there. What the log tells of it stays. */
export async function removeCourt(db: Db, id: string, by: User): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.select({ id: courts.id }).from(courts).where(eq(courts.id, id)).for('update')
    const before = await readCourt(tx, id)
    if (before === null) return false
    const [listed] = await tx
      .select({ rows: sql<number>`count(*)::int` })
      .from(schema.cases)
      .where(eq(schema.cases.courtId, id))
    await tx.delete(courts).where(eq(courts.id, id))
    const marks = [...courtMarks(before.court), { list: 'cases', mark: { rows: listed!.rows } }]
    await note(tx, by, {
      action: 'court.remove',
      ...about(before.court),
      people: 'all',
      changes: marks.map(({ list, mark }) => ({ list, key: null, before: mark, after: null })),
      why: null,
    })
    return true
  })
}

/** Whom an entry of the log is about. */
const about = ({ id, name }: Court) => ({ court: id, subject: { kind: 'court', id, name } as const })

const headOf = ({ id, name, example, settings }: Court) => ({ id, name, example, settings })

async function writeList(tx: Db, court: Court, name: ListName): Promise<void> {
  if ((court[name]?.length ?? 0) > 0) await insertRows(tx, court.id, name, JSON.stringify(court[name]))
}

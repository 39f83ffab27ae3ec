import { and, eq, sql, type SQL } from 'drizzle-orm'
import { settings, type Court } from '../../domain'
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
export async function readCourt(db: Db, id: string, withCases = false): Promise<StoredCourt | null> {
  const wanted = withCases ? lists : lists.filter((name) => name !== 'cases')
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

export async function courtIsThere(db: Db, id: string): Promise<boolean> {
  const found = await db.select({ id: courts.id }).from(courts).where(eq(courts.id, id))
  return found.length > 0
}

/** True when the court was added; false when its id is taken. */
export async function addCourt(db: Db, court: Court, createdBy: string | null): Promise<boolean> {
  return db.transaction(async (tx) => {
    const added = await tx
      .insert(courts)
      .values({ ...headOf(court), createdBy })
      .onConflictDoNothing()
      .returning({ id: courts.id })
    if (added.length === 0) return false
    for (const name of lists) await writeList(tx, court, name)
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
  changed: readonly ListName[] = lists,
): Promise<number | null> {
  return db.transaction(async (tx) => {
    const [saved] = await tx
      .update(courts)
      .set({ ...headOf(court), version: version + 1, updatedAt: sql`now()` })
      .where(and(eq(courts.id, court.id), eq(courts.version, version)))
      .returning({ version: courts.version })
    if (saved === undefined) return null
    const limits = changed.includes('caseTypes') ? await limitsThere(tx, court.id) : null
    for (const name of changed) {
      if (court[name] === undefined) continue
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
    return saved.version
  })
}

/** Takes a court away with all that belongs to it; true when it was there. */
export async function removeCourt(db: Db, id: string): Promise<boolean> {
  const removed = await db.delete(courts).where(eq(courts.id, id)).returning({ id: courts.id })
  return removed.length > 0
}

const headOf = ({ id, name, example, settings }: Court) => ({ id, name, example, settings })

async function writeList(tx: Db, court: Court, name: ListName): Promise<void> {
  if ((court[name]?.length ?? 0) > 0) await insertRows(tx, court.id, name, JSON.stringify(court[name]))
}

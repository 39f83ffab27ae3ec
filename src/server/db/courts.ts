import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { settings, type Court } from '../../domain'
import type { Db } from './index'
import { rowSql, type RowSql } from './rows'
import * as schema from './schema'

const { courts } = schema

/** The lists of a court and their tables. */
const tables = {
  departments: schema.departments,
  teams: schema.teams,
  posts: schema.posts,
  people: schema.people,
  assignments: schema.assignments,
  qualifications: schema.qualifications,
  kinships: schema.kinships,
  leaves: schema.leaves,
  preferences: schema.preferences,
  caseTypes: schema.caseTypes,
  weightEvents: schema.weightEvents,
  panelAnswers: schema.panelAnswers,
  caseload: schema.caseload,
  cases: schema.cases,
  payments: schema.payments,
  heldFunds: schema.heldFunds,
  surveys: schema.surveys,
  campaigns: schema.campaigns,
  indicators: schema.indicators,
  forecastMarks: schema.forecastMarks,
  forecastOverrides: schema.forecastOverrides,
} satisfies Record<Exclude<keyof Court, 'format' | 'id' | 'name' | 'example' | 'settings'>, PgTable>

export type ListName = keyof typeof tables
const lists = Object.keys(tables) as ListName[]

const fieldsOf = (table: object): string[] =>
  Object.keys(table).filter((field) => !['courtId', 'position', 'enableRLS'].includes(field))
const rows = Object.fromEntries(lists.map((name) => [name, rowSql(tables[name], fieldsOf(tables[name]))]))

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
  const listed = (name: ListName): SQL =>
    sql`${sql.raw(`'${name}'`)}, (select coalesce(json_agg(${rows[name]!.json} order by position), '[]') from ${tables[name]} where court_id = ${id})`
  const [found] = await db
    .select({
      id: courts.id,
      name: courts.name,
      example: courts.example,
      settings: courts.settings,
      version: courts.version,
      lists: sql<Pick<Court, ListName>>`json_build_object(${sql.join(wanted.map(listed), sql`, `)})`,
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
 * CasesLeftBehind where a case of it would refer to nothing.
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
    for (const name of changed) {
      if (court[name] === undefined) continue
      await tx.delete(tables[name]).where(eq(tables[name].courtId, court.id))
      await writeList(tx, court, name)
    }
    if (court.cases === undefined) await refuseLostCases(tx, court.id)
    return saved.version
  })
}

/** Takes a court away with all that belongs to it; true when it was there. */
export async function removeCourt(db: Db, id: string): Promise<boolean> {
  const removed = await db.delete(courts).where(eq(courts.id, id)).returning({ id: courts.id })
  return removed.length > 0
}

/** A team or a case type was to go that cases of the stored list still name. */
export class CasesLeftBehind extends Error {
  constructor(
    readonly court: string,
    readonly count: number,
  ) {
    super(`${count} cases of ${court} would refer to nothing.`)
  }
}

async function refuseLostCases(tx: Db, court: string): Promise<void> {
  const { cases, teams, caseTypes } = schema
  const known = (table: typeof teams): SQL => sql`(select id from ${table} where court_id = ${court})`
  const [lost] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(cases)
    .where(sql`court_id = ${court} and (team not in ${known(teams)} or case_type not in ${known(caseTypes)})`)
  if (lost!.count > 0) throw new CasesLeftBehind(court, lost!.count)
}

const headOf = ({ id, name, example, settings }: Court) => ({ id, name, example, settings })

async function writeList(tx: Db, court: Court, name: ListName): Promise<void> {
  if ((court[name]?.length ?? 0) > 0) await insertRows(tx, court.id, name, JSON.stringify(court[name]))
}

/**
 * Adds rows, given as one JSON list, to a list of a court, in their order after the position given. `onConflict` says
 * what becomes of a row that is there already.
 */
export async function insertRows(
  tx: Db,
  court: string,
  name: ListName,
  json: string,
  after = 0,
  onConflict: SQL = sql``,
): Promise<void> {
  const { columns, fields, names } = rows[name]!
  await tx.execute(sql`
    insert into ${tables[name]} (court_id, position, ${columns})
    select ${court}, ${after}::int + place, ${names}
    from rows from (json_to_recordset(${json}::json) as (${fields})) with ordinality
      as given (${names}, place)
    ${onConflict}`)
}

/** How rows of a list travel. */
export const rowSqlOf = (name: ListName): RowSql => rows[name]!

import { sql, type SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Court } from '../../domain'
import type { Db } from './index'
import { rowSql, type RowSql } from './rows'
import * as schema from './schema'

/** The lists of a court and their tables. */
export const tables = {
  departments: schema.departments,
  teams: schema.teams,
  posts: schema.posts,
  people: schema.people,
  assignments: schema.assignments,
  qualifications: schema.qualifications,
  kinships: schema.kinships,
  leaves: schema.leaves,
  preferences: schema.preferences,
  wishAnswers: schema.wishAnswers,
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
export const lists = Object.keys(tables) as ListName[]

const fieldsOf = (table: object): string[] =>
  Object.keys(table).filter((field) => !['courtId', 'position', 'enableRLS'].includes(field))
const rows = Object.fromEntries(lists.map((name) => [name, rowSql(tables[name], fieldsOf(tables[name]))]))

/** How rows of a list travel. */
export const rowSqlOf = (name: ListName): RowSql => rows[name]!

/** A list of a court as one JSON list, in its order. */
export const listed = (name: ListName, court: string): SQL =>
  sql`(select coalesce(json_agg(${rowSqlOf(name).json} order by position), '[]') from ${tables[name]} where court_id = ${court})`

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
  const { columns, fields, names } = rowSqlOf(name)
  await tx.execute(sql`
    insert into ${tables[name]} (court_id, position, ${columns})
    select ${court}, ${after}::int + place, ${names}
    from rows from (json_to_recordset(${json}::json) as (${fields})) with ordinality
      as given (${names}, place)
    ${onConflict}`)
}

import { getTableColumns, sql, type SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { snake } from './columns'

/** The parts of SQL that carry rows of a domain schema into a table and out of it again, as JSON both ways. */
export interface RowSql {
  /** Columns of the table, in the order of the schema. */
  readonly columns: SQL
  /** The same with their types, under the names of the schema: what `json_to_recordset` reads. */
  readonly fields: SQL
  /** Those names alone. */
  readonly names: SQL
  /** What puts a row in the place of one that is there: for `on conflict do update set`. */
  readonly replacing: SQL
  /** One row as the JSON that was given. */
  readonly json: SQL
}

const list = (parts: SQL[]): SQL => sql.join(parts, sql`, `)

/**
 * Rows travel as one JSON text: a statement has at most 65,535 parameters, and thousands of rows of caseload would
 * need more; it is also the fastest way on both engines.
 */
export function rowSql(table: PgTable, fields: readonly string[]): RowSql {
  const columns = getTableColumns(table)
  const quoted = (name: string): SQL => sql`${sql.identifier(name)}`
  const typed = (field: string): SQL => sql`${quoted(field)} ${sql.raw(columns[field]!.getSQLType())}`
  const pair = (field: string): SQL => sql`${sql.raw(`'${field}'`)}, ${quoted(snake(field))}`
  return {
    columns: list(fields.map((field) => quoted(snake(field)))),
    fields: list(fields.map(typed)),
    names: list(fields.map(quoted)),
    replacing: list(fields.map((field) => sql`${quoted(snake(field))} = excluded.${quoted(snake(field))}`)),
    json: sql`json_build_object(${list(fields.map(pair))})`,
  }
}

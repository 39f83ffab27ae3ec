import { sql, type SQL } from 'drizzle-orm'
import { integer, pgPolicy, text, timestamp } from 'drizzle-orm/pg-core'

/** Moments are kept as the database writes them; who did it is empty for what the server does itself. */
export const moment = () => timestamp({ withTimezone: true, mode: 'string' })
/** The same, as better-auth reads it. */
export const instant = () => timestamp({ withTimezone: true })
export const made = () => ({ createdAt: moment().notNull().defaultNow(), createdBy: text() })
export const version = () => integer().notNull().default(1)

/**
 * Which rows requests are given by the database itself (as-reader.ts). What a request may read is asked once for a
 * statement, not for each row, as it stands in a query of its own; what is not set is null, and lets nothing through.
 */
export const asked = (name: string): SQL => sql.raw(`(select nullif(current_setting('app.${name}', true), ''))`)
const seen = sql`(select nullif(current_setting('app.people', true), '')::jsonb)`
export const everybodySeen = sql`${seen} = 'true'`
/** Of the court that was asked for, and where a rule on its people is given, of those whose private facts are seen. */
export const rowsOfCourt = (people?: SQL) =>
  pgPolicy('read_own', {
    for: 'select',
    using: people === undefined ? sql`court_id = ${asked('court')}` : sql`court_id = ${asked('court')} and (${people})`,
  })
export const ofSeen = (column: 'person' | 'first' | 'second'): SQL => sql`${seen} ? ${sql.raw(column)}`
export const seenPerson = sql`${everybodySeen} or ${ofSeen('person')}`

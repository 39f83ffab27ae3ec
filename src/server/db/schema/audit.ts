import { sql, type SQL } from 'drizzle-orm'
import { bigint, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'

const told = (path: string): SQL => sql.raw(`(entry::jsonb ${path})`)
/**
 * The log of every change, export and look at personal facts (审计日志), which can only grow: triggers refuse the rest.
 * The text of an entry is what its hash is of; the columns after the hash are taken from that text by the database
 * itself, and only help to find entries. No key refers to a court, so that its entries outlive it.
 */
export const audit = pgTable(
  'audit',
  {
    number: bigint({ mode: 'number' }).primaryKey(),
    entry: text().notNull(),
    hash: text().notNull(),
    at: text().generatedAlwaysAs(told("->> 'at'")),
    actor: text().generatedAlwaysAs(told("#>> '{actor,id}'")),
    action: text().generatedAlwaysAs(told("->> 'action'")),
    court: text().generatedAlwaysAs(told("->> 'court'")),
    subjectKind: text().generatedAlwaysAs(told("#>> '{subject,kind}'")),
    subjectId: text().generatedAlwaysAs(told("#>> '{subject,id}'")),
    people: jsonb().generatedAlwaysAs(told("-> 'people'")),
  },
  (table) => [
    index('audit_at').on(table.at),
    index('audit_of_a_court').on(table.court, table.action, table.at),
    index('audit_people').using('gin', table.people),
  ],
)

import { sql } from 'drizzle-orm'
import { bigint, index, jsonb, pgPolicy, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { MessageSaid } from '../../../domain'
import { ofUser } from './accounts'
import { courts } from './court'
import { moment, asked } from './parts'

/** What accounts are told (消息), each its own; `once` names what an account is not told twice of. */
export const messages = pgTable(
  'messages',
  {
    id: text().primaryKey(),
    number: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    userId: ofUser(),
    said: jsonb().$type<MessageSaid>().notNull(),
    /** What it is about: a court, and whom of it; both are empty for what is about the account. */
    courtId: text().references(() => courts.id, { onDelete: 'cascade' }),
    person: text(),
    once: text(),
    at: moment().notNull().defaultNow(),
    readAt: moment(),
    /** When it was handed to the mail. */
    mailedAt: moment(),
  },
  (table) => [
    uniqueIndex('told_once').on(table.userId, table.courtId, table.once),
    index('messages_of_a_user').on(table.userId, table.number),
    pgPolicy('read_own', {
      for: 'select',
      using: sql`user_id = ${asked('account')} and (person is null or (court_id = ${asked('court')} and person = ${asked('person')}))`,
    }),
  ],
)

import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { is, sql, type SQL } from 'drizzle-orm'
import type { Account } from '../../domain'
import type { Database, Db } from './index'
import * as schema from './schema'

/** What PostgreSQL says where a connection may not do something, and where something is there already. */
const notPermitted = '42501'
const isThere = new Set(['42710', '23505'])

const codeOf = (error: unknown): string | undefined => {
  const { code, cause } = error as { code?: string; cause?: unknown }
  return code ?? (cause === undefined ? undefined : codeOf(cause))
}

/** Tables with a policy are those that the reader may read; of the others nothing is granted. */
export const readable = Object.values(schema)
  .filter((table) => is(table, PgTable))
  .filter((table) => getTableConfig(table).policies.length > 0)

/**
 * Makes the role that requests read as, to which the policies of the tables apply, and grants it what they read; owners
 * of tables, as the server is, are above policies. Roles are there for all databases of a PostgreSQL, so its name is of
 * the user who connects: another user's databases are none of its business. Null where the connection may not make the
 * role or become it, or somebody signs in as a user of that name.
 */
export async function openReader(db: Db): Promise<string | null> {
  const [row] = await db
    .select({
      name: sql<string>`own.name`,
      there: sql<boolean>`rolname is not null`,
      unfit: sql<boolean>`coalesce(rolcanlogin or rolsuper or rolbypassrls, false)`,
    })
    .from(sql`(select left(current_user, 50) || '_reader' as name) as own left join pg_roles on rolname = own.name`)
  const { name, there, unfit } = row!
  if (unfit) return null
  const role = sql.identifier(name)
  try {
    return await db.transaction(async (tx) => {
      if (!there) await makeRole(tx, role)
      await tx.execute(sql`grant select on ${sql.join(readable, sql`, `)} to ${role}`)
      await tx.execute(sql`set local role ${role}`)
      return name
    })
  } catch (error) {
    if (codeOf(error) === notPermitted) return null
    throw error
  }
}

/** Another process, on another database, may make it at the same time. */
async function makeRole(tx: Db, role: ReturnType<typeof sql.identifier>): Promise<void> {
  try {
    await tx.transaction(async (inner) => {
      await inner.execute(sql`create role ${role} nologin`)
      await inner.execute(sql`grant ${role} to current_user`)
    })
  } catch (error) {
    if (!isThere.has(codeOf(error)!)) throw error
  }
}

/**
 * Reads as the account: a second barrier behind `sight.ts`, as the database itself then gives rows of this court alone,
 * and private ones of nobody before `seePeople` says of whom. All that is read is of one moment; nothing can be written.
 */
export const asReader = <T>(
  { db, reader }: Pick<Database, 'db' | 'reader'>,
  { id, person }: Account,
  court: string | null,
  work: (tx: Db) => Promise<T>,
): Promise<T> =>
  db.transaction(
    async (tx) => {
      await set(tx, { role: reader ?? 'none', 'app.account': id, 'app.person': person, 'app.court': court })
      return work(tx)
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )

/** Lets the rest of the transaction read private rows of these people; null for everybody. */
export const seePeople = (tx: Db, people: ReadonlySet<string> | null): Promise<void> =>
  set(tx, { 'app.people': people === null ? 'true' : JSON.stringify([...people]) })

/** Until the transaction ends. */
async function set(tx: Db, settings: Readonly<Record<string, string | null>>): Promise<void> {
  const each = Object.entries(settings).map(([name, value]): SQL => sql`set_config(${name}, ${value ?? ''}, true)`)
  await tx.execute(sql`select ${sql.join(each, sql`, `)}`)
}

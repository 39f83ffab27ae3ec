import { AsyncLocalStorage } from 'node:async_hooks'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { ConstructorOptions } from 'pg-boss'
import { openReader } from './as-reader'
import * as schema from './schema'

/** The same on both engines; inside a transaction, its handle. */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema>

export interface Database {
  readonly engine: 'embedded' | 'postgresql'
  readonly db: Db
  /** The role that requests read as; null where the connection may not make it or become it. */
  readonly reader: string | null
  /** How pg-boss reaches the same database. */
  readonly queue: ConstructorOptions
  /** Flushes to disk so far; 0 on a server, which sees to them itself. */
  syncs(): number
  close(): Promise<void>
}

const casing = 'snake_case'
/** Beside this file in the source, and beside the bundle once built. */
const migrationsFolder = join(import.meta.dirname, 'migrations')
/** Any number will do, as long as every process of ours takes the same. */
const migrationLock = 20_211_110

/** The embedded database: in a folder, or in memory where none is given (`image` then is what it starts from). */
export async function openEmbedded(
  folder: string | null,
  image?: Blob,
): Promise<Database & { image(): Promise<Blob> }> {
  const [{ openFolder, openInMemory }, { drizzle }, { migrate }, { fromPglite }] = await Promise.all([
    import('./durable-pglite'),
    import('drizzle-orm/pglite'),
    import('drizzle-orm/pglite/migrator'),
    import('pg-boss'),
  ])
  const { client, syncs, close } = folder === null ? await openInMemory(image) : await openFolder(folder)
  try {
    guardTransactions(client)
    const db = drizzle({ client, schema, casing })
    await migrate(db, { migrationsFolder })
    return {
      engine: 'embedded',
      db: db as unknown as Db,
      reader: await openReader(db),
      queue: { db: fromPglite(client), backend: 'pglite' },
      syncs,
      close,
      image: () => client.dumpDataDir('none'),
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** With one connection, the outer handle used inside a transaction waits for itself for ever: an error instead. */
function guardTransactions(client: PGlite): void {
  const inside = new AsyncLocalStorage<true>()
  const refuse = (): void => {
    if (inside.getStore()) throw new Error('The database was used inside a transaction: use the transaction handle.')
  }
  const transaction = client.transaction.bind(client)
  const query = client.query.bind(client)
  const exec = client.exec.bind(client)
  client.transaction = (work) => {
    refuse()
    return transaction((tx) => inside.run(true, () => work(tx)))
  }
  client.query = (...given) => {
    refuse()
    return query(...given)
  }
  client.exec = (...given) => {
    refuse()
    return exec(...given)
  }
}

/** A PostgreSQL server. Several processes may start at once: one migrates, the others wait. */
export async function openServer(url: string): Promise<Database> {
  const [{ default: pg }, { drizzle }, { migrate }] = await Promise.all([
    import('pg'),
    import('drizzle-orm/node-postgres'),
    import('drizzle-orm/node-postgres/migrator'),
  ])
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  const db = drizzle({ client: pool, schema, casing })
  let reader: string | null
  const connection = await pool.connect()
  try {
    await connection.query('select pg_advisory_lock($1)', [migrationLock])
    await migrate(db, { migrationsFolder })
    reader = await openReader(db)
  } finally {
    await connection.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => {})
    connection.release()
  }
  return {
    engine: 'postgresql',
    db: db as unknown as Db,
    reader,
    queue: { connectionString: url, max: 4 },
    syncs: () => 0,
    close: () => pool.end(),
  }
}

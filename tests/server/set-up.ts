import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { bundleServer } from '../../src/server/bundle'
import { openEmbedded, openServer } from '../../src/server/db'
import { startPostgres } from './postgres'

declare module 'vitest' {
  interface ProvidedContext {
    /** A data folder of PGlite with all migrations, as a tar. */
    image: string
    /** Address of a PostgreSQL with the database `template`. */
    postgres: string
    /** Folder of the server as it is shipped: main.js and the thread of its runs. */
    bundle: string
  }
}

const folder = resolve('node_modules/.frontline')
const migrations = 'src/server/db/migrations'

/** The first start of PGlite takes seconds, so its outcome is kept until migrations or PGlite change. */
async function pgliteImage(): Promise<string> {
  const hash = createHash('sha256')
  const files = readdirSync(migrations).filter((file) => file.endsWith('.sql'))
  for (const file of files.toSorted()) hash.update(readFileSync(join(migrations, file)))
  hash.update(readFileSync('node_modules/@electric-sql/pglite/package.json'))
  const image = join(folder, `pglite-${hash.digest('hex').slice(0, 16)}.tar`)
  if (existsSync(image)) return image
  const database = await openEmbedded(null)
  writeFileSync(image, Buffer.from(await (await database.image()).arrayBuffer()))
  await database.close()
  return image
}

/** Starts what all files of the server's tests share: one PostgreSQL, one image of PGlite, the bundled server. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  mkdirSync(folder, { recursive: true })
  // A folder of its own, so that two test runs at once do not take the bundle from under each other.
  const bundle = join(folder, `server-${process.pid}`)
  await bundleServer(bundle)
  project.provide('bundle', bundle)
  project.provide('image', await pgliteImage())
  const postgres = await startPostgres()
  const client = new pg.Client(`${postgres.url}postgres`)
  await client.connect()
  await client.query('create database template')
  await client.end()
  await (await openServer(`${postgres.url}template`)).close()
  project.provide('postgres', postgres.url)
  return async () => {
    await postgres.stop()
    rmSync(bundle, { recursive: true, force: true })
  }
}

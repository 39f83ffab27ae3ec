import { join } from 'node:path'
import { pino } from 'pino'
import type { Config } from './config'
import { openEmbedded, openServer } from './db'
import { openImports } from './import/imports'
import { openJobs } from './jobs'
import type { Services } from './services'

/** Opens the database and its jobs; `close` lets them go again, in order. */
export async function openServices(
  config: Pick<Config, 'dataDir' | 'databaseUrl' | 'logLevel'>,
): Promise<Services & { close(): Promise<void> }> {
  const log = pino({ level: config.logLevel, base: null })
  const { databaseUrl } = config
  const database = await (databaseUrl === null
    ? openEmbedded(join(config.dataDir, 'database'))
    : openServer(databaseUrl))
  try {
    const jobs = await openJobs(database, log)
    const imports = await openImports(database, log, join(config.dataDir, 'imports'))
    let closing: Promise<void> | undefined
    const close = async (): Promise<void> => {
      await imports.close()
      await jobs.close()
      await database.close()
    }
    return { database, jobs, imports, log, close: () => (closing ??= close()) }
  } catch (error) {
    await database.close()
    throw error
  }
}

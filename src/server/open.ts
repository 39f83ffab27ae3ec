import { join } from 'node:path'
import { pino } from 'pino'
import { openAccounts } from './accounts/accounts'
import { drawn } from './accounts/passwords'
import { isLoopback, type Config } from './config'
import { say } from './console'
import { openEmbedded, openServer } from './db'
import { openDesk } from './desk'
import { openImports } from './import/imports'
import { openJobs } from './jobs'
import type { Services } from './services'

/** Opens the database and its jobs; `close` lets them go again, in order. */
export async function openServices(
  config: Omit<Config, 'port' | 'underNpm'>,
): Promise<Services & { close(): Promise<void> }> {
  const log = pino({ level: config.logLevel, base: null })
  const { databaseUrl } = config
  const database = await (databaseUrl === null
    ? openEmbedded(join(config.dataDir, 'database'))
    : openServer(databaseUrl))
  if (database.reader === null)
    log.warn(
      'The database lets no second barrier stand before private rows: see "Rules in the database" in docs/accounts.md.',
    )
  try {
    const jobs = await openJobs(database, log, config.mail)
    const firstCode = isLoopback(config.host) ? null : drawn(2)
    const accounts = openAccounts(database.db, { ...config, firstCode })
    if (firstCode !== null && !(await accounts.any())) say(config.locale, 'firstCode', { code: firstCode })
    const imports = await openImports(database, log, join(config.dataDir, 'imports'))
    const desk = openDesk()
    let closing: Promise<void> | undefined
    const close = async (): Promise<void> => {
      await desk.close()
      await imports.close()
      await jobs.close()
      await database.close()
    }
    return { database, accounts, jobs, desk, imports, log, close: () => (closing ??= close()) }
  } catch (error) {
    await database.close()
    throw error
  }
}

import { resolve } from 'node:path'

export interface Config {
  readonly port: number
  /** Only this machine unless another address is given. */
  readonly host: string
  /** Folder of the embedded database, and of whatever else the server keeps. */
  readonly dataDir: string
  /** A PostgreSQL server to use in place of the embedded database. */
  readonly databaseUrl: string | null
  readonly logLevel: string
  /** Started by `npm start`, through a shell. */
  readonly underNpm: boolean
  /** Language of what the server says on the console. */
  readonly locale: 'zh-CN' | 'en'
}

/** The one reader of the environment. Throws a sentence where a setting cannot be what it says. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const {
    PORT = '3000',
    HOST = '127.0.0.1',
    DATA_DIR = './data',
    DATABASE_URL,
    LOG_LEVEL = 'info',
    LC_ALL,
    npm_lifecycle_event,
    LANG = '',
  } = environment
  const port = Number(PORT)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`PORT must be a number from 0 to 65535, not "${PORT}".`)
  const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']
  if (!levels.includes(LOG_LEVEL)) throw new Error(`LOG_LEVEL must be one of ${levels.join(', ')}, not "${LOG_LEVEL}".`)
  return {
    port,
    host: HOST,
    dataDir: resolve(DATA_DIR),
    databaseUrl: DATABASE_URL === undefined || DATABASE_URL === '' ? null : DATABASE_URL,
    logLevel: LOG_LEVEL,
    underNpm: npm_lifecycle_event !== undefined,
    locale: (LC_ALL ?? LANG).startsWith('zh') ? 'zh-CN' : 'en',
  }
}

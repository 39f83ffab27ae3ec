import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { createApi } from './api'
import { readConfig, type Config } from './config'
import { say, sayWhy } from './console'
import { openServices } from './open'
import { builtApp, site } from './static'

/** Longer than this, and the process ends without waiting, in milliseconds. */
const patience = 10_000

async function start(config: Config): Promise<void> {
  const { locale } = config
  if (config.databaseUrl === null) say(locale, 'opening', { folder: config.dataDir })
  const services = await openServices(config)
  const { fetch } = site(createApi(services), builtApp)
  const server = serve({ fetch, port: config.port, hostname: config.host }) as Server
  const end = endFor(config)
  server.once('error', (error) => void services.close().finally(() => end(error)))
  server.once('listening', () => {
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : config.port
    const host = config.host === '127.0.0.1' || config.host === '0.0.0.0' ? 'localhost' : config.host
    say(locale, 'ready', { address: `http://${host}:${port}` })
  })

  let stopping = false
  const stop = (): void => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), patience).unref()
    server.close(() => void services.close().then(() => process.exit(0), end))
    server.closeIdleConnections()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  if (config.underNpm) whenOrphaned(stop)
}

/** npm's shell does not hand a SIGTERM on: it ends, and what it started would go on alone. */
function whenOrphaned(stop: () => void): void {
  const shell = process.ppid
  setInterval(() => {
    if (process.ppid !== shell) stop()
  }, 500).unref()
}

/** Ends with the reason on the console. */
const endFor =
  ({ locale }: Pick<Config, 'locale'>) =>
  (error: unknown): never => {
    sayWhy(locale, error)
    process.exit(1)
  }

function configured(): Config {
  try {
    return readConfig()
  } catch (error) {
    return endFor({ locale: 'en' })(error)
  }
}

const config = configured()
await start(config).catch(endFor(config))

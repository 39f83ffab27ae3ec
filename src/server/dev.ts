import { Hono } from 'hono'
import { createApi } from './api'
import { readConfig } from './config'
import { developmentWorkers } from './development-worker'
import { openServices } from './open'
import { useWorkersIn } from './worker-files'

type Opened = Awaited<ReturnType<typeof openServices>>
/** Kept when the code is loaded anew: the database is opened once, the API rebuilt on top. */
const kept = globalThis as { frontline?: Promise<Opened> }

useWorkersIn(developmentWorkers)
kept.frontline ??= openServices(readConfig())
const services = await kept.frontline

export const { fetch } = new Hono().route('/', createApi(services))

/** Closes the database and its jobs; the next load opens them again. */
export async function close(): Promise<void> {
  kept.frontline = undefined
  await services.close()
}

import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, inject } from 'vitest'
import { createApi } from '../../src/server/api'
import { openEmbedded, openServer, type Database } from '../../src/server/db'
import { openDesk, type Desk } from '../../src/server/desk'
import { openImports, type Imports } from '../../src/server/import/imports'
import { openJobs, type Jobs } from '../../src/server/jobs'
import type { Services } from '../../src/server/services'
import { useWorkersIn } from '../../src/server/worker-files'
import { cheapAccounts, cookieOf, inSession, type Fetch } from './sign-in'

export const engines = ['embedded', 'postgresql'] as const
export type Engine = (typeof engines)[number]

/** A database of one's own: in memory from the image, or a copy of the template. */
export async function openDatabase(engine: Engine): Promise<Database> {
  if (engine === 'embedded') return openEmbedded(null, new Blob([readFileSync(inject('image'))]))
  const url = inject('postgres')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client(`${url}postgres`)
  await client.connect()
  await client.query(`create database ${name} template template`)
  await client.end()
  return openServer(`${url}${name}`)
}

export interface Answer<T = unknown> {
  readonly status: number
  readonly body: T
  readonly headers: Headers
}

/** Asks the API as an app does, without a network. */
export type Ask = <T = unknown>(
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer<T>>

export interface Opened {
  readonly database: Database
  readonly jobs: Jobs
  readonly desk: Desk
  readonly imports: Imports
  readonly accounts: Services['accounts']
  readonly log: Services['log']
  /** In a session of somebody of HR, as `fetch`. */
  readonly ask: Ask
  readonly fetch: (request: Request) => Promise<Response>
}

export const askOf =
  (fetch: Fetch, origin = 'http://localhost'): Ask =>
  async <T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(
      new Request(`${origin}/api${path}`, {
        method,
        headers: {
          host: new URL(origin).host,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    )
    const text = await response.text()
    return {
      status: response.status,
      body: (text === '' ? null : JSON.parse(text)) as T,
      headers: response.headers,
    }
  }

export const ifMatch = (version: number): Record<string, string> => ({ 'if-match': `"${version}"` })

/** What the API works with, on a database of one's own; threads are those of the bundle. */
export async function servicesOn(
  database: Database,
  level = 'warn',
  { log = pino({ level }), mail }: { log?: Services['log']; mail?: Parameters<typeof openJobs>[2] } = {},
): Promise<Services> {
  useWorkersIn(inject('bundle'))
  const jobs = await openJobs(database, log, mail)
  const imports = await openImports(database, log, mkdtempSync(join(tmpdir(), 'frontline-imports-')))
  return { database, accounts: cheapAccounts(database.db), jobs, desk: openDesk(), imports, log }
}

/** The API in a session of somebody of HR who belongs to every court: who may do all that is done to a court. */
export async function inHr(services: Services, fetch: Fetch = (request) => createApi(services).fetch(request)) {
  return inSession(fetch, await cookieOf(services.database.db, { role: 'hr', username: 'hr', name: 'Hana' }))
}

/** Runs the same tests on both engines; `opened()` is what they work with. */
export function onBothEngines(subject: string, tests: (opened: () => Opened) => void): void {
  describe.each(engines)(`${subject} (%s)`, (engine) => {
    let opened: Opened
    beforeAll(async () => {
      const services = await servicesOn(await openDatabase(engine))
      const api = createApi(services)
      const { database } = services
      const fetch = await inHr(services, (request) => api.fetch(request))
      opened = { ...services, ask: askOf(fetch), fetch: async (request) => fetch(request) }
      expect(database.engine).toBe(engine)
    })
    afterAll(async () => {
      await opened.desk.close()
      await opened.imports.close()
      await opened.jobs.close()
      await opened.database.close()
    })
    tests(() => opened)
  })
}

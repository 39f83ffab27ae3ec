import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type BrowserContext } from '@playwright/test'
import { signInAsHr } from '../tools/sign-in'

type Session = { cookies: Cookie[]; origins: [] }
type Cookie = Awaited<ReturnType<BrowserContext['cookies']>>[number]
/** What a browser keeps of the cookie of a session. */
export function sessionOf(cookie: string): Session {
  const [name, value] = cookie.split('=') as [string, string]
  const of = { domain: '127.0.0.1', path: '/', expires: -1, httpOnly: true, secure: false, sameSite: 'Lax' as const }
  return { cookies: [{ name, value, ...of }], origins: [] }
}

/** The app as a user runs it: the built server on a folder of its own, which can be stopped and started again. */
export interface RunningApp {
  readonly url: string
  /** A session of somebody of HR, as every page begins with. */
  readonly session: Session
  /** Stops the process and starts another one on the same folder and port. */
  restart(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })

async function start(port: number, dataDir: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: '', LOG_LEVEL: 'warn' },
  })
  for (const end = Date.now() + 180_000; Date.now() < end;) {
    if (child.exitCode !== null) throw new Error(`The server ended with exit code ${child.exitCode}.`)
    const up = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => undefined)
    if (up?.ok) return child
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  child.kill('SIGKILL')
  throw new Error('The server did not answer within 180 seconds.')
}

const stop = (child: ChildProcess, signal: NodeJS.Signals): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill(signal)
  })

/** A server on a folder of its own, as it is at its first start. */
export async function startNew(): Promise<Omit<RunningApp, 'session'> & { end(): Promise<void> }> {
  const port = await freePort()
  const dataDir = mkdtempSync(join(tmpdir(), 'frontline-e2e-'))
  let child = await start(port, dataDir)
  return {
    url: `http://127.0.0.1:${port}`,
    restart: async (signal = 'SIGTERM') => {
      await stop(child, signal)
      child = await start(port, dataDir)
    },
    end: async () => {
      await stop(child, 'SIGTERM')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Each worker gets a server and a database of its own; specs leave no court behind. */
export const test = base.extend<object, { app: RunningApp }>({
  app: [
    // Playwright finds fixtures by the destructured argument, which is empty here.
    async ({}, use) => {
      const server = await startNew()
      await use({ ...server, session: sessionOf(await signInAsHr(server.url)) })
      await server.end()
    },
    { scope: 'worker', timeout: 200_000 },
  ],
  baseURL: async ({ app }, use) => use(app.url),
  storageState: async ({ app }, use) => use(app.session),
})

export { expect } from '@playwright/test'

import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'

/** The app as a user runs it: the built server on a folder of its own, which can be stopped and started again. */
export interface RunningApp {
  readonly url: string
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

/** Each worker gets a server and a database of its own; specs leave no court behind. */
export const test = base.extend<object, { app: RunningApp }>({
  app: [
    // Playwright finds fixtures by the destructured argument, which is empty here.
    async ({}, use) => {
      const port = await freePort()
      const dataDir = mkdtempSync(join(tmpdir(), 'frontline-e2e-'))
      let child = await start(port, dataDir)
      await use({
        url: `http://127.0.0.1:${port}`,
        restart: async (signal = 'SIGTERM') => {
          await stop(child, signal)
          child = await start(port, dataDir)
        },
      })
      await stop(child, 'SIGTERM')
      rmSync(dataDir, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 200_000 },
  ],
  baseURL: async ({ app }, use) => use(app.url),
})

export { expect } from '@playwright/test'

import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

/**
 * `npm run dev` as a developer runs it: Node reads the server's source unbundled, so it must know all of its syntax.
 */
const folder = mkdtempSync(join(tmpdir(), 'frontline-development-'))
let child: ChildProcess | undefined
afterAll(async () => {
  const gone = new Promise((resolve) => child?.once('exit', resolve))
  child?.kill('SIGTERM')
  await gone
  rmSync(folder, { recursive: true, force: true })
})

const started = (): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    child = spawn(process.execPath, ['node_modules/vite/bin/vite.js', '--port', '0', '--host', '127.0.0.1'], {
      env: { PATH: process.env.PATH, DATA_DIR: folder, LOG_LEVEL: 'warn', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const listen = (text: Buffer): void => {
      said += text.toString()
      const address = /Local:\s+(http:\S+)/.exec(said)?.[1]
      if (address !== undefined) resolve(address)
    }
    child.stdout!.on('data', listen)
    child.stderr!.on('data', listen)
    child.once('exit', (code) => reject(new Error(`It ended with ${code}: ${said}`)))
  })

it('serves the page and the API from one process', { timeout: 120_000 }, async () => {
  const address = await started()
  const page = await fetch(address)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('/src/app/main.ts')
  const health = await fetch(new URL('/api/health', address))
  expect(health.status, await health.clone().text()).toBe(200)
})

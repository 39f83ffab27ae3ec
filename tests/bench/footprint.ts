import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { hr, send, signIn, signInAsHr } from '../tools/sign-in'

const client = 'dist/client'

/**
 * Kilobytes (1,000 bytes) of gzipped JavaScript that the page asks for before it shows anything: the entry and all it
 * imports statically.
 */
export function firstLoad(): { files: number; kilobytes: number } {
  const page = readFileSync(join(client, 'index.html'), 'utf8')
  const open = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map((match) => match[1]!)
  const seen = new Set<string>()
  let bytes = 0
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    const text = readFileSync(join(client, file), 'utf8')
    bytes += gzipSync(text).length
    for (const match of text.matchAll(/(?:^|[;}\s])(?:import|export)(?:[^'"`;()]*?from)?\s*["']\.\/([^"']+\.js)["']/g))
      open.push(`assets/${match[1]!}`)
  }
  return { files: seen.size, kilobytes: bytes / 1000 }
}

export interface Memory {
  readonly startSeconds: number
  /** Resident now, and the most it ever was. */
  readonly residentMb: number
  readonly peakMb: number
}

/** Server memory with the example court: after the first start on an empty folder, and after a later start. */
export async function serverMemory(port = 3071): Promise<{ first: Memory; later: Memory }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'frontline-bench-'))
  const start = async (fill: boolean): Promise<Memory> => {
    const began = performance.now()
    const child = spawn(process.execPath, ['dist/server/main.js'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: '', LOG_LEVEL: 'error' },
    })
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    const address = `http://127.0.0.1:${port}/api`
    while (!(await fetch(`${address}/health`).catch(() => undefined))?.ok) {
      if (child.exitCode !== null) throw new Error(`The server ended with exit code ${child.exitCode}.`)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    const startSeconds = (performance.now() - began) / 1000
    const origin = `http://127.0.0.1:${port}`
    const cookie = fill ? await signInAsHr(origin) : await signIn(origin, hr)
    if (fill) await send(origin, 'POST', '/courts', { source: 'example' }, cookie)
    const courts = (await (await send(origin, 'GET', '/courts', undefined, cookie)).json()) as { id: string }[]
    for (const { id } of courts) await (await send(origin, 'GET', `/courts/${id}`, undefined, cookie)).text()
    await new Promise((resolve) => setTimeout(resolve, 3000))
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
    const read = (field: string): number => Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024
    const memory = { startSeconds, residentMb: read('VmRSS'), peakMb: read('VmHWM') }
    child.kill('SIGTERM')
    await ended
    return memory
  }
  try {
    return { first: await start(true), later: await start(false) }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

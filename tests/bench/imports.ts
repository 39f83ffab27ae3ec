import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { addDays } from 'date-fns'
import { median } from 'simple-statistics'
import { caseRecord, dateOf, dayOf, outcomes, type CaseRecord } from '../../src/domain'
import { bundleServer } from '../../src/server/bundle'
import { caseCsv, caseXlsx, type ShownImport } from '../server/send-import'
import { signInAsHr } from '../tools/sign-in'

const teams = 100
const types = 4

/** A case list of five years, the same each time: an office number, its team, its type, two dates, an outcome. */
function caseList(rows: number): CaseRecord[] {
  let seed = 7
  const next = (below: number): number => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) % below
  const start = dayOf('2021-10-01')
  return Array.from({ length: rows }, (_, at) => {
    const filed = next(1826)
    const lasting = 5 + next(300)
    const closed = filed + lasting < 1826 ? dateOf(addDays(start, filed + lasting)) : null
    return caseRecord.parse({
      id: `（${2021 + Math.floor(filed / 365)}）示0101民初${at}号`,
      team: `team-${next(teams)}`,
      caseType: `type-${next(types)}`,
      filed: dateOf(addDays(start, filed)),
      closed,
      outcome: closed === null ? null : outcomes[next(outcomes.length)],
    })
  })
}

const court = {
  format: 'frontline-court/1',
  id: 'bench',
  name: 'Bench',
  departments: [{ id: 'civil', name: 'Civil', kind: 'trial' }],
  teams: Array.from({ length: teams }, (_, at) => ({ id: `team-${at}`, name: `Team ${at}`, department: 'civil' })),
  caseTypes: Array.from({ length: types }, (_, at) => ({
    id: `type-${at}`,
    name: `Type ${at}`,
    category: 'c',
    weights: {},
  })),
  cases: [],
}

export interface ImportFigures {
  readonly megabytes: number
  /** Seconds until the preview stands, and until all is written. */
  readonly read: number
  readonly written: number
  /** Most memory of the server meanwhile. */
  readonly peakMb: number
  /** Milliseconds, the median of five: days of one month, days of one team in a year, a page of rows. */
  readonly days: number
  readonly teamYear: number
  readonly page: number
}

/** Imports a case list of so many rows into an empty court of a server of its own. */
export async function importFigures(format: 'xlsx' | 'csv', rows: number, port = 3072): Promise<ImportFigures> {
  const built = resolve('node_modules/.frontline/bench')
  await bundleServer(built)
  const list = caseList(rows)
  const dataDir = mkdtempSync(join(tmpdir(), 'frontline-bench-'))
  const file = join(dataDir, 'list')
  writeFileSync(file, format === 'csv' ? caseCsv(list) : await caseXlsx(list))
  const child = spawn(process.execPath, [join(built, 'main.js')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PORT: String(port), DATA_DIR: join(dataDir, 'data'), DATABASE_URL: '', LOG_LEVEL: 'error' },
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const api = `http://127.0.0.1:${port}/api`
  let cookie = ''
  const ask = async <T>(path: string, init: RequestInit = {}): Promise<T> =>
    (await (await fetch(`${api}${path}`, { ...init, headers: { ...init.headers, cookie } })).json()) as T
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  const typical = async (path: string): Promise<number> => {
    const times: number[] = []
    for (let i = 0; i < 5; i++) {
      const began = performance.now()
      await ask(path)
      times.push(performance.now() - began)
    }
    return median(times)
  }
  try {
    while (!(await fetch(`${api}/health`).catch(() => undefined))?.ok)
      await new Promise((done) => setTimeout(done, 100))
    cookie = await signInAsHr(`http://127.0.0.1:${port}`)
    await post('/courts', { source: 'file', court })
    const began = performance.now()
    const seconds = (): number => (performance.now() - began) / 1000
    const bytes = readFileSync(file)
    const { id } = await ask<{ id: string }>('/courts/bench/imports', { method: 'POST', body: bytes })
    let state: ShownImport
    do {
      await new Promise((done) => setTimeout(done, 200))
      state = await ask<ShownImport>(`/courts/bench/imports/${id}`)
    } while (state.state === 'working')
    if (state.state !== 'ready') throw new Error(JSON.stringify(state).slice(0, 500))
    const read = seconds()
    await post(`/courts/bench/imports/${id}/commit`, { confirmed: true }, { 'if-match': '"1"' })
    const written = seconds()
    const peakMb = Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024
    return {
      megabytes: bytes.length / 2 ** 20,
      read,
      written,
      peakMb,
      days: await typical('/courts/bench/cases/days?from=2024-05-01&until=2024-05-31'),
      teamYear: await typical('/courts/bench/cases/days?from=2024-01-01&until=2024-12-31&team=team-7'),
      page: await typical('/courts/bench/cases?filedFrom=2024-05-01&filedUntil=2024-05-31&team=team-7'),
    }
  } finally {
    child.kill('SIGTERM')
    await ended
    rmSync(dataDir, { recursive: true, force: true })
  }
}

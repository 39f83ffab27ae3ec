import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { linearRegression, median } from 'simple-statistics'
import { defineProblem, presentPlan } from '../../src/domain'
import { goals, putInForce, Tally } from '../../src/rules'
import { benchCourt, benchOrder } from './courts'
import { plainModel } from './plain'
import type { RunTimes } from './run'
import { timesOf } from './times'

const seconds = (value: number | string): string => (typeof value === 'string' ? value : `${value.toFixed(2)} s`)

/**
 * Median of a rival's runs in one process, as ours are; in words where the first one failed or was not done in the
 * limit.
 */
function rival(solver: string, file: string, times: number, limit = 60): Promise<number | string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['dist/bench/rival.js', solver, file, String(times)], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let text = ''
    const end = (): void => void child.kill('SIGKILL')
    // Reading the file and loading the solver are not counted.
    let timer = setTimeout(end, (limit + 20) * 1000)
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      clearTimeout(timer)
      timer = setTimeout(end, limit * 1000)
    })
    child.once('exit', (code) => {
      clearTimeout(timer)
      const taken = text
        .split('\n')
        .filter((line) => line !== '')
        .map(Number)
      resolve(taken.length > 0 ? median(taken) : code === null ? `not in ${limit} s` : 'failed')
    })
  })
}

interface Ours {
  /** Medians. */
  readonly seconds: number
  readonly firstGood: number
  readonly proven: boolean
  readonly peakMb: number
}

/** Our own runs, in one process too. */
async function ours(people: number, teams: number, times: number): Promise<Ours> {
  const args = ['dist/bench/run.js', String(people), String(teams), String(times)]
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1e7 })
  const { runs, peakMb } = JSON.parse(stdout) as { runs: RunTimes[]; peakMb: number }
  return {
    seconds: median(runs.map(({ seconds }) => seconds)),
    firstGood: median(runs.map(({ firstGood }) => firstGood)),
    proven: runs.every(({ proven }) => proven),
    peakMb,
  }
}

/** A size of a court, how often it is planned, and for how many seconds a rival may try. */
export interface Size {
  readonly people: number
  readonly teams: number
  readonly times: number
  readonly limit: number
}

/**
 * Goals in order against the naive way and the plain one-goal model, on generated courts; then how time grows with
 * people x teams. Each line comes as soon as it is known.
 */
export async function* plannerTable(sizes: readonly Size[]): AsyncGenerator<string> {
  const folder = mkdtempSync(join(tmpdir(), 'frontline-bench-'))
  yield `| people x teams | ours, ${benchGoals} goals in order | first plan within 2 % of need | peak | naive, in order: highs | plain, one goal: highs | glpk.js | yalps | naive / ours | ours / plain |`
  yield '|---|---|---|---|---|---|---|---|---|---|'
  const growth: [number, number][] = []
  for (const { people, teams, times, limit } of sizes) {
    const data = benchCourt(people, teams)
    const problem = defineProblem(data)
    const file = join(folder, `${people}.json`)
    const naiveFile = join(folder, `${people}-naive.json`)
    const inForce = putInForce(problem, benchOrder(data))
    writeFileSync(file, JSON.stringify(plainModel(problem, inForce)))
    writeFileSync(naiveFile, JSON.stringify(plainModel(problem, inForce, benchGoals)))
    const mine = await ours(people, teams, times)
    const naive = await rival('highs in order', naiveFile, times, limit)
    const highs = await rival('highs', file, times, limit)
    const glpk = await rival('glpk.js', file, times, limit)
    const yalps = await rival('yalps', file, times, limit)
    const ratio = typeof highs === 'string' ? '-' : (mine.seconds / highs).toFixed(2)
    const faster = typeof naive === 'string' ? '-' : (naive / mine.seconds).toFixed(0)
    growth.push([Math.log(people * teams), Math.log(mine.seconds)])
    yield `| ${people} x ${teams} | ${seconds(mine.seconds)}${mine.proven ? ', all proven' : ', NOT all proven'} | ${seconds(mine.firstGood)} | ${mine.peakMb.toFixed(0)} MB | ${seconds(naive)} | ${seconds(highs)} | ${seconds(glpk)} | ${seconds(yalps)} | ${faster} | ${ratio} |`
  }
  rmSync(folder, { recursive: true })
  if (growth.length > 1)
    yield `time grows with (people x teams) to the power of ${linearRegression(growth).m.toFixed(2)} (at most 1.3)`
}

const benchGoals = goals.length

/** Milliseconds for the verdicts of every post while one card is lifted, 95th of 100 people. */
export function boardVerdicts(people = 400, teams = 72): { p95: number; posts: number } {
  const data = benchCourt(people, teams)
  const problem = defineProblem(data)
  const tally = new Tally(problem, putInForce(problem, benchOrder(data)), presentPlan(problem))
  const taken = data.people
    .filter((_, i) => i % Math.ceil(people / 100) === 0)
    .map(({ id }) => {
      const began = performance.now()
      for (const seat of problem.seatsOf(id)) tally.preview(id, seat)
      return performance.now() - began
    })
  return { p95: timesOf(taken).p95, posts: data.posts.length }
}

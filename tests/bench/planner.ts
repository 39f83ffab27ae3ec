import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineProblem, presentPlan, type ProblemData } from '../../src/domain'
import { propose } from '../../src/planner/propose'
import { goals, putInForce, Tally } from '../../src/rules'
import { benchCourt, benchOrder } from './courts'
import { plainModel } from './plain'

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN

const seconds = (value: number | string): string => (typeof value === 'string' ? value : `${value.toFixed(2)} s`)

/** Median of a rival's runs in one process, as ours are; in words where the first one failed or was not done in the limit. */
function rival(solver: string, file: string, times: number, limit = 60): Promise<number | string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'tests/bench/rival.ts', solver, file, String(times)], {
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
  readonly all: number
  readonly proven: boolean
}

/** Everything from the court's data to the proven plan: rules written out, model, goals, check. */
async function ours(data: ProblemData, times: number): Promise<Ours> {
  const taken: number[] = []
  let proven = true
  for (let i = 0; i < times; i++) {
    const began = performance.now()
    const outcome = await propose(defineProblem(data), benchOrder(data), { timeLimit: 300 })
    taken.push((performance.now() - began) / 1000)
    proven &&= outcome.kind === 'proposal' && outcome.goals.every(({ gap, proven: each }) => each && gap <= 1e-6)
  }
  return { all: median(taken), proven }
}

/** Goals in order against the plain one-goal model, on generated courts. */
export async function plannerTable(sizes: readonly [number, number][], times = 5): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'frontline-bench-'))
  const lines = [
    `| people x teams | ours, ${benchGoals} goals in order | naive, in order: highs | plain, one goal: highs | glpk.js | yalps | naive / ours | ours / plain |`,
    '|---|---|---|---|---|---|---|---|',
  ]
  for (const [people, teams] of sizes) {
    const data = benchCourt(people, teams)
    const problem = defineProblem(data)
    const file = join(folder, `${people}.json`)
    const naiveFile = join(folder, `${people}-naive.json`)
    const inForce = putInForce(problem, benchOrder(data))
    writeFileSync(file, JSON.stringify(plainModel(problem, inForce)))
    writeFileSync(naiveFile, JSON.stringify(plainModel(problem, inForce, benchGoals)))
    const mine = await ours(data, times)
    const naive = await rival('highs in order', naiveFile, times)
    const highs = await rival('highs', file, times)
    const glpk = await rival('glpk.js', file, times)
    const yalps = await rival('yalps', file, times)
    const ratio = typeof highs === 'string' ? '-' : (mine.all / highs).toFixed(2)
    const faster = typeof naive === 'string' ? '-' : (naive / mine.all).toFixed(0)
    lines.push(
      `| ${people} x ${teams} | ${seconds(mine.all)}${mine.proven ? ', all proven' : ', NOT all proven'} | ${seconds(naive)} | ${seconds(highs)} | ${seconds(glpk)} | ${seconds(yalps)} | ${faster} | ${ratio} |`,
    )
  }
  rmSync(folder, { recursive: true })
  return lines
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
    .sort((a, b) => a - b)
  return { p95: taken[Math.floor(taken.length * 0.95)]!, posts: data.posts.length }
}

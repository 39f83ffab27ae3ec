import { defineProblem, readPlan, type PlanData } from '../../src/domain'
import { propose } from '../../src/planner/propose'
import { check, putInForce, score } from '../../src/rules'
import { benchCourt, benchOrder } from './courts'

/** One run, from the court's data to the proven plan: rules written out, model, goals, check. */
export interface RunTimes {
  readonly seconds: number
  /** Until a plan was known that misses the least of both goals about need by 2 % at most. */
  readonly firstGood: number
  readonly proven: boolean
}

const aboutNeed = ['front-line-shortage', 'evenness']

async function run(people: number, teams: number): Promise<RunTimes> {
  const data = benchCourt(people, teams)
  const order = benchOrder(data)
  const told: { at: number; plan: PlanData }[] = []
  const began = performance.now()
  const at = (): number => (performance.now() - began) / 1000
  const outcome = await propose(defineProblem(data), order, {
    timeLimit: 300,
    onProgress: ({ plan }) => void (plan && told.push({ at: at(), plan })),
  })
  const seconds = at()
  if (outcome.kind !== 'proposal') throw new Error(outcome.kind)
  const problem = defineProblem(data)
  const inForce = putInForce(problem, order)
  const isGood = ({ plan }: { plan: PlanData }): boolean => {
    const values = score(check(readPlan(problem, plan), inForce), outcome.goals.length)
    return outcome.goals.every(({ goal, value }, level) => !aboutNeed.includes(goal) || values[level]! <= value * 1.02)
  }
  return {
    seconds,
    firstGood: told.find(isGood)?.at ?? seconds,
    proven: outcome.goals.every(({ gap, proven }) => proven && gap <= 1e-6),
  }
}

// A process of its own, so that its memory is that of the runs: people, teams, and how many runs.
const [people, teams, times] = process.argv.slice(2).map(Number)
const runs: RunTimes[] = []
for (let i = 0; i < times!; i++) runs.push(await run(people!, teams!))
process.stdout.write(JSON.stringify({ runs, peakMb: process.resourceUsage().maxRSS / 1024 }))

import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { expect } from '@playwright/test'
import { defineProblem, type Candidate, type Decision, type Outcome, type ProblemData } from '../../src/domain'
import { propose } from '../../src/planner/propose'
import type { RunMessage, RunRequest } from '../../src/planner/worker'
import type { Order } from '../../src/rules'
import { arbitraryOrder, arbitraryProblemData } from '../problems'
import { test } from './server'

/** The round as a hand leaves it: somebody is pinned elsewhere, and the plan at hand is to be kept. */
function touched([data, order]: [ProblemData, Order], outcome: Outcome): RunRequest[] {
  if (outcome.kind !== 'proposal') return []
  const problem = defineProblem(data)
  const [{ id: person }] = problem.people as [Candidate]
  const seat = problem.seatsOf(person).at(-1)!.id
  const decisions: Decision[] = [...data.decisions, { kind: 'pin', person, seat, reason: '' }]
  return [{ data: { ...data, decisions }, order: { ...order, keep: { ...outcome.plan, [person]: seat } } }]
}

/** What two runs must agree in: everything but how long they took. */
const told = (outcome: Outcome | undefined): unknown => outcome && { ...outcome, seconds: 0 }

test('a hundred courts have the very same plan in the browser as here, at first and after a human touch', async ({
  page,
  app,
}) => {
  const courts = fc.sample(fc.tuple(arbitraryProblemData({ people: 6, units: 4 }), arbitraryOrder), {
    numRuns: 100,
    seed: 2026,
  })
  const requests: RunRequest[] = []
  for (const court of courts) {
    const [data, order] = court
    requests.push({ data, order }, ...touched(court, await propose(defineProblem(data), order)))
  }
  const file = readdirSync('dist/client/assets').find((name) => /^worker-.*\.js$/.test(name))
  await page.goto(app.url)
  const there = await page.evaluate(
    async ({ address, requests }: { address: string; requests: RunRequest[] }) => {
      const worker = new Worker(address, { type: 'module' })
      const outcomes: Outcome[] = []
      for (const request of requests)
        outcomes.push(
          await new Promise<Outcome>((resolve, reject) => {
            worker.onerror = (event) => reject(new Error(event.message))
            worker.onmessage = ({ data }: MessageEvent<RunMessage>) => {
              if (data.kind === 'outcome') resolve(data.outcome)
              if (data.kind === 'failed') reject(new Error(data.message))
            }
            worker.postMessage(request)
          }),
        )
      worker.terminate()
      return outcomes
    },
    { address: `/assets/${file}`, requests },
  )
  const kinds = new Set<string>()
  expect(requests.length).toBeGreaterThan(120)
  for (const [i, { data, order }] of requests.entries()) {
    const here = await propose(defineProblem(data), order)
    kinds.add(here.kind)
    // What crosses into a page loses what is undefined, as a file does.
    expect(told(there[i]), `run ${i}`).toEqual(JSON.parse(JSON.stringify(told(here))))
  }
  expect([...kinds].sort()).toEqual(['clash', 'proposal'])
})

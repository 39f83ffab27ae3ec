import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { expect } from '@playwright/test'
import { defineProblem, type Outcome } from '../../src/domain'
import { propose } from '../../src/planner/propose'
import type { RunMessage, RunRequest } from '../../src/planner/worker'
import { arbitraryOrder, arbitraryProblemData } from '../problems'
import { test } from './server'

/** What two runs must agree in: everything but how long they took. */
const told = (outcome: Outcome | undefined): unknown => outcome && { ...outcome, seconds: 0 }

test('a hundred courts have the very same plan in the browser as here', async ({ page, app }) => {
  test.setTimeout(300_000)
  const courts = fc.sample(fc.tuple(arbitraryProblemData({ people: 6, units: 4 }), arbitraryOrder), {
    numRuns: 100,
    seed: 2026,
  })
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
    { address: `/assets/${file}`, requests: courts.map(([data, order]) => ({ data, order })) },
  )
  const kinds = new Set<string>()
  for (const [i, [data, order]] of courts.entries()) {
    const here = await propose(defineProblem(data), order)
    kinds.add(here.kind)
    // What crosses into a page loses what is undefined, as a file does.
    expect(told(there[i]), `court ${i}`).toEqual(JSON.parse(JSON.stringify(told(here))))
  }
  expect([...kinds].sort()).toEqual(['clash', 'proposal'])
})

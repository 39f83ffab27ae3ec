import { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import { certify } from '../../src/planner/certify'
import { propose } from '../../src/planner/propose'
import type { AskMessage, AskRequest, ReadyRequest, RunMessage, RunRequest } from '../../src/planner/worker'
import { board } from '../board'

const problem = board(
  `Office      | Ann:A, Bo:A
   Civil/Team1 | Cy:A
   Civil/Team2 |`,
  { posts: { 'Team1/assistant': { need: 1500 }, 'Team2/assistant': { need: 1200 } } },
)
/** What crosses into the thread: the plain data, without look-ups. */
const data: RunRequest['data'] = {
  court: problem.court,
  date: problem.date,
  departments: problem.departments,
  units: problem.units,
  posts: problem.posts,
  people: problem.people,
  fills: problem.fills,
  templates: problem.templates,
  kinships: problem.kinships,
  splits: problem.splits,
  decisions: problem.decisions,
}

/** Sends the requests one after the other, each when the one before has its last word; gives all that was heard. */
async function inThread(...requests: (RunRequest | ReadyRequest | AskRequest)[]): Promise<(RunMessage | AskMessage)[]> {
  const module = new URL('../../src/planner/worker.ts', import.meta.url).href
  // Threads of Node 20 read no TypeScript by themselves; the server's build gives them JavaScript.
  const worker = new Worker(
    `import('tsx/esm/api').then(({ register }) => (register(), import(${JSON.stringify(module)})))`,
    { eval: true },
  )
  const heard: (RunMessage | AskMessage)[] = []
  try {
    return await new Promise((resolve, reject) => {
      worker.once('error', reject)
      const next = (): void => {
        const request = requests.shift()
        if (request === undefined) resolve(heard)
        else worker.postMessage(request)
        // Nothing is heard of it.
        if (request?.kind === 'ready') next()
      }
      worker.on('message', (message: RunMessage | AskMessage) => {
        heard.push(message)
        if (message.kind !== 'progress' && message.kind !== 'worth') next()
      })
      next()
    })
  } finally {
    await worker.terminate()
  }
}

describe('the worker, in a thread of its own', { timeout: 60_000 }, () => {
  it('tells of progress and gives the same plan as a call', async () => {
    const here = await propose(problem, {})
    if (here.kind !== 'proposal') throw new Error(here.kind)
    const heard = await inThread({ data, order: {} })
    expect(heard.some(({ kind }) => kind === 'progress')).toBe(true)
    const last = heard.at(-1)!
    if (last.kind !== 'outcome' || last.outcome.kind !== 'proposal') throw new Error(JSON.stringify(last))
    expect(last.outcome.plan).toEqual(here.plan)
    expect(certify(problem, {}, last.outcome.plan).keeps).toBe(true)
  })
  it('is silent about planning ahead, and gives the same plan after it', async () => {
    const here = await propose(problem, {})
    if (here.kind !== 'proposal') throw new Error(here.kind)
    const heard = await inThread({ kind: 'ready', data, order: {}, start: here.plan }, { data, order: {} })
    expect(heard.filter(({ kind }) => kind !== 'progress')).toMatchObject([{ outcome: { plan: here.plan } }])
  })
  it('says what failed: a start plan that names a seat of another court', async () => {
    const heard = await inThread({ data, order: {}, start: { Ann: 'Ann@Gone/assistant' } })
    expect(heard).toMatchObject([{ kind: 'failed' }])
  })

  it('answers questions about a plan, one after the other', async () => {
    const here = await propose(problem, {})
    if (here.kind !== 'proposal') throw new Error(here.kind)
    const about = { kind: 'ask', key: 'one', data, order: {}, plan: here.plan } as const
    const questions: AskRequest[] = [
      { ...about, question: { kind: 'seat', seat: 'Ann@Office/assistant' } },
      { ...about, question: { kind: 'seat', seat: 'Ann@Nowhere/assistant' } },
      { ...about, question: { kind: 'others', taste: { share: 0.5, loss: {}, count: 1 } } },
      { ...about, question: { kind: 'worth' } },
    ]
    const heard = await inThread(...questions)
    const [taken, unknown, others, ...worth] = heard
    expect(taken).toMatchObject({ kind: 'answer', answer: { kind: 'forbidden', rules: ['release-to-front-line'] } })
    expect(unknown).toMatchObject({ kind: 'failed' })
    expect(others).toMatchObject({ kind: 'others', variants: [{ goals: expect.any(Array) }] })
    expect(worth.at(-1)).toEqual({ kind: 'all' })
    expect(worth.slice(0, 2)).toMatchObject([
      { worth: { of: { kind: 'person', post: 'Team1/assistant' } } },
      { worth: { of: { kind: 'person', post: 'Team2/assistant' } } },
    ])
  })
})

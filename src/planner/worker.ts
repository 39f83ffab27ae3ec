import {
  defineProblem,
  readPlan,
  type Outcome,
  type PlanData,
  type Problem,
  type ProblemData,
  type Progress,
} from '../domain'
import { putInForce, reasonsOf, type InForce, type Order, type Reason } from '../rules'
import { planForNeed, type NeedByPost } from './for-need'
import { loadSolver } from './highs'
import { otherPlans, type Taste } from './others'
import { Drawing } from './drawing'
import { placesOf, type Place } from './places'
import { noted, proposeFor } from './propose'
import { Watch } from './watch'
import { WhatIf, type Answer, type Variant } from './what-if'
import { worths, type Worth } from './worth'

export type { Answer, Difference, Variant } from './what-if'
export type { Place } from './places'
export type { Reason } from '../rules'
export type { Taste } from './others'
export type { Worth } from './worth'

/** A run: what the owner of the worker asks first of all. */
export interface RunRequest {
  readonly kind?: 'run'
  readonly data: ProblemData
  readonly order: Order
  /** Seconds; none means until proof. */
  readonly timeLimit?: number
  /** A plan to begin from. */
  readonly start?: PlanData
}

/** A run that nobody waits for: what it proves, later ones begin from. It ends when anything else is asked. */
export interface ReadyRequest {
  readonly kind: 'ready'
  readonly data: ProblemData
  readonly order: Order
  /** A plan to begin from. */
  readonly start: PlanData
}

/** A question about a plan at hand. What belongs to the same `key` is read and built once. */
export interface AskRequest {
  readonly kind: 'ask'
  readonly key: string
  readonly data: ProblemData
  readonly order: Order
  readonly plan: PlanData
  readonly question: Question
}
export type Question =
  /** What if the seat were taken: why not there, why not her, why me. */
  | { readonly kind: 'seat'; readonly seat: string }
  /** What if the unit were open, or closed: why is it not set up, why does it not close. */
  | { readonly kind: 'unit'; readonly unit: string; readonly open: boolean }
  /** What if two people had each other's seats, and nobody else moved. */
  | { readonly kind: 'swap'; readonly first: string; readonly second: string }
  | { readonly kind: 'others'; readonly taste: Taste }
  /** The best plan if posts needed so much. */
  | { readonly kind: 'need'; readonly need: NeedByPost }
  | { readonly kind: 'worth' }
  /** Why does everybody move who does. */
  | { readonly kind: 'reasons' }
  /** Where else could the person be, on the round's date and on later ones. */
  | { readonly kind: 'places'; readonly person: string; readonly later: readonly ProblemData[] }

/** What a question gives: one answer; or one `worth` after the other and then `all`. */
export type AskMessage =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'others'; readonly variants: readonly Variant[] }
  | { readonly kind: 'need'; readonly variant: Variant | null }
  | { readonly kind: 'worth'; readonly worth: Worth }
  | { readonly kind: 'all' }
  | { readonly kind: 'reasons'; readonly reasons: ReadonlyMap<string, readonly Reason[]> }
  /** First the places on the round's date, then those on each of the later ones. */
  | { readonly kind: 'places'; readonly places: readonly (readonly Place[])[] }
  | { readonly kind: 'failed'; readonly message: string }

/** What a run gives: progress as it works, then one outcome, or that it failed. */
export type RunMessage =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  | { readonly kind: 'failed'; readonly message: string }

const drawing = new Drawing()

async function run({ data, order, timeLimit, start }: RunRequest, tell: (message: RunMessage) => void): Promise<void> {
  const began = performance.now()
  try {
    const { problem, inForce, ...known } = drawing.draw(data, order)
    const outcome = await proposeFor(problem, inForce, {
      ...known,
      began,
      onProgress: (progress) => tell({ kind: 'progress', progress }),
      ...(timeLimit === undefined ? {} : { timeLimit }),
      ...(start === undefined ? {} : { start: readPlan(problem, start) }),
    })
    tell({ kind: 'outcome', outcome: noted(outcome, problem, order) })
  } catch (error) {
    tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
}

let ahead = new AbortController()

/** Plans ahead. What fails here fails again, and is told, where somebody asks. */
async function ready({ data, order, start }: ReadyRequest): Promise<void> {
  ahead = new AbortController()
  const { signal } = ahead
  try {
    const { problem, inForce, ...known } = drawing.draw(data, order)
    await proposeFor(problem, inForce, { ...known, signal, start: readPlan(problem, start) })
  } catch {
    // Nobody waits.
  }
}

/** The plan at hand, and the same round on later dates once it was asked about them: what belongs to one key is kept. */
interface Desk {
  readonly key: string
  readonly whatIf: WhatIf
  later: readonly { readonly problem: Problem; readonly inForce: readonly InForce[] }[] | null
}
let desk: Desk | null = null

async function open({ key, data, order, plan }: AskRequest): Promise<Desk> {
  if (desk?.key === key) return desk
  const problem = defineProblem(data)
  const whatIf = new WhatIf(await loadSolver(), problem, putInForce(problem, order), readPlan(problem, plan))
  return (desk = { key, whatIf, later: null })
}

async function ask(request: AskRequest, tell: (message: AskMessage) => void): Promise<void> {
  const { question, order } = request
  try {
    const opened = await open(request)
    const { whatIf } = opened
    const { problem, inForce, plan } = whatIf
    const watch = new Watch(problem, {})
    if (question.kind === 'seat') {
      const seat = problem.seat.get(question.seat)
      if (seat === undefined) throw new Error(`There is no seat ${question.seat}.`)
      tell({ kind: 'answer', answer: await whatIf.taking(seat, watch) })
    } else if (question.kind === 'unit') {
      if (!problem.unit.has(question.unit)) throw new Error(`There is no unit ${question.unit}.`)
      tell({ kind: 'answer', answer: await whatIf.having(question.unit, question.open, watch) })
    } else if (question.kind === 'swap') {
      const answer = whatIf.exchanging(question.first, question.second)
      if (answer === null) throw new Error(`${question.first} and ${question.second} have no seats to exchange.`)
      tell({ kind: 'answer', answer })
    } else if (question.kind === 'reasons') {
      tell({ kind: 'reasons', reasons: reasonsOf(problem, inForce, plan) })
    } else if (question.kind === 'places') {
      opened.later ??= question.later
        .map(defineProblem)
        .map((then) => ({ problem: then, inForce: putInForce(then, order) }))
      const all = [whatIf, ...opened.later]
      tell({ kind: 'places', places: all.map((then) => placesOf(then.problem, then.inForce, question.person)) })
    } else if (question.kind === 'others') {
      const { variants } = await otherPlans(await loadSolver(), problem, inForce, plan, question.taste, watch)
      tell({ kind: 'others', variants })
    } else if (question.kind === 'need') {
      tell({ kind: 'need', variant: await planForNeed(await loadSolver(), whatIf, order, question.need, watch) })
    } else {
      for await (const worth of worths(await loadSolver(), problem, order, watch)) tell({ kind: 'worth', worth })
      tell({ kind: 'all' })
    }
  } catch (error) {
    tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
}

type Request = RunRequest | ReadyRequest | AskRequest

function serve(request: Request, tell: (message: RunMessage | AskMessage) => void): Promise<void> {
  ahead.abort()
  if (request.kind === 'ready') return ready(request)
  return request.kind === 'ask' ? ask(request, tell) : run(request, tell)
}

/**
 * One module for both places: a Web Worker in the browser, a worker thread in the server. The solver blocks its
 * thread, so whoever wants to cancel terminates the worker and keeps the plan of the last progress message.
 */
if (typeof process === 'object' && typeof process.versions?.node === 'string') {
  const { parentPort } = await import('node:worker_threads')
  parentPort?.on('message', (request: Request) => void serve(request, (message) => parentPort.postMessage(message)))
} else {
  const scope = self as unknown as DedicatedWorkerGlobalScope
  scope.onmessage = ({ data }: MessageEvent<Request>) => void serve(data, (message) => scope.postMessage(message))
}

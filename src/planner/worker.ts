import { defineProblem, readPlan, type Outcome, type PlanData, type ProblemData, type Progress } from '../domain'
import type { Order } from '../rules'
import { propose } from './propose'

/** What the owner of the worker asks. */
export interface RunRequest {
  readonly data: ProblemData
  readonly order: Order
  /** Seconds; none means until proof. */
  readonly timeLimit?: number
  /** A plan to begin from. */
  readonly start?: PlanData
}

/** What the worker answers: progress as it works, then one outcome, or that it failed. */
export type RunMessage =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  | { readonly kind: 'failed'; readonly message: string }

async function run({ data, order, timeLimit, start }: RunRequest, tell: (message: RunMessage) => void): Promise<void> {
  try {
    const problem = defineProblem(data)
    const outcome = await propose(problem, order, {
      onProgress: (progress) => tell({ kind: 'progress', progress }),
      ...(timeLimit === undefined ? {} : { timeLimit }),
      ...(start === undefined ? {} : { start: readPlan(problem, start) }),
    })
    tell({ kind: 'outcome', outcome })
  } catch (error) {
    tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
}

/**
 * One module for both places: a Web Worker in the browser, a worker thread in the server. The solver blocks its
 * thread, so whoever wants to cancel terminates the worker and keeps the plan of the last progress message.
 */
if (typeof process === 'object' && typeof process.versions?.node === 'string') {
  const { parentPort } = await import('node:worker_threads')
  parentPort?.on('message', (request: RunRequest) => void run(request, (message) => parentPort.postMessage(message)))
} else {
  const scope = self as unknown as DedicatedWorkerGlobalScope
  scope.onmessage = ({ data }: MessageEvent<RunRequest>) => void run(data, (message) => scope.postMessage(message))
}

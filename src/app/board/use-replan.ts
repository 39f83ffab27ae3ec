import { onScopeDispose, ref, shallowRef } from 'vue'
import type { Outcome, PlanData, ProblemData, Progress, Proposal } from '../../domain'
import type { Order } from '../../rules'
import type { ReadyRequest, RunMessage, RunRequest } from '../../planner/worker'

/**
 * Runs the planner on this device, in its own thread; stopping keeps the best plan so far. The thread lives as long as
 * the page: it draws a round once, and plans again at once after a human touch.
 */
export function useReplan(startWorker: () => Worker = plannerWorker) {
  const working = ref(false)
  const progress = shallowRef<Progress | null>(null)
  const elapsed = ref(0)
  let end: ((outcome: Outcome | Error) => void) | null = null
  let worker: Worker | null = null

  function leave(): void {
    worker?.terminate()
    worker = null
  }

  /** Plans ahead, while nobody waits: planning again after a touch then begins from what that has proven. */
  function ready(data: ProblemData, order: Order, start: PlanData): void {
    if (end !== null) return
    const request: ReadyRequest = { kind: 'ready', data, order, start }
    ;(worker ??= startWorker()).postMessage(request)
  }

  /** Resolves with what came out; throws where the planner itself failed. `start` is a plan to begin from. */
  async function run(data: ProblemData, order: Order, start?: PlanData): Promise<Outcome> {
    if (end !== null) throw new Error('The planner is at work already.')
    working.value = true
    progress.value = null
    elapsed.value = 0
    const began = performance.now()
    const tick = setInterval(() => (elapsed.value = Math.round((performance.now() - began) / 1000)), 500)
    const mine = (worker ??= startWorker())
    try {
      const outcome = await new Promise<Outcome | Error>((resolve) => {
        end = resolve
        mine.onmessage = ({ data: message }: MessageEvent<RunMessage>) => {
          if (message.kind === 'progress') progress.value = message.progress
          else resolve(message.kind === 'outcome' ? message.outcome : new Error(message.message))
        }
        mine.onerror = (event) => resolve(new Error(event.message))
        const request: RunRequest = { data, order, ...(start === undefined ? {} : { start }) }
        mine.postMessage(request)
      })
      if (outcome instanceof Error) {
        leave()
        throw outcome
      }
      return outcome
    } finally {
      end = null
      clearInterval(tick)
      working.value = false
    }
  }

  /** Stops at once; the run then ends with the best plan so far, or with none. */
  function stop(): void {
    if (end === null) return
    end(bestOf(progress.value, elapsed.value))
    // The solver blocks its thread: only ending that stops it.
    leave()
  }
  onScopeDispose(() => {
    stop()
    leave()
  })
  return { working, progress, elapsed, ready, run, stop }
}

/** What a stopped run has: the last plan that kept every rule, not proven. */
export function bestOf(progress: Progress | null, seconds: number): Outcome {
  if (progress === null || progress.plan === null) return { kind: 'nothing-yet', seconds }
  return {
    kind: 'proposal',
    status: 'stopped',
    goals: progress.goals,
    plan: progress.plan,
    tie: null,
    seconds: progress.seconds,
    solver: '',
  } satisfies Proposal
}

/** The planner in a thread of its own. */
export const plannerWorker = (): Worker =>
  new Worker(new URL('../../planner/worker.ts', import.meta.url), { type: 'module' })

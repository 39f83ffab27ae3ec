import { Worker } from 'node:worker_threads'
import type { AskMessage, AskRequest } from '../planner/worker'
import { ApiError } from './errors'
import { workerFile } from './worker-files'

/** The one place where the planner is asked about plans at hand: one question after the other, in a thread of its own. */
export interface Desk {
  /**
   * The last word on a question; null where it took too long. A question takes the place of one of its kind that the
   * same account asked before and that has not begun: that one is told null too. Throws `desk-busy` where too many wait.
   */
  ask(account: string, request: AskRequest): Promise<AskMessage | null>
  close(): Promise<void>
}

interface Waiting {
  readonly account: string
  readonly request: AskRequest
  readonly tell: (last: AskMessage | null) => void
}

/** Milliseconds: how long a question may take, and how long the thread keeps a court in memory when nobody asks. */
const longest = 30_000
const idle = 60_000
/** With more than these waiting, the last would wait longer than anybody looks at a page. */
const most = 100

/** Opens the desk; its thread begins with the first question. */
export function openDesk({ patience = longest, mostWaiting = most } = {}): Desk {
  const waiting: Waiting[] = []
  let thread: Worker | null = null
  let current: Waiting | null = null
  let clock: NodeJS.Timeout | undefined

  function end(last: AskMessage | null): void {
    clearTimeout(clock)
    const asked = current
    current = null
    clock = setTimeout(drop, idle).unref()
    asked?.tell(last)
    next()
  }
  /** Ends the thread: the solver blocks it, so nothing else stops a question. */
  function drop(): void {
    const gone = thread
    thread = null
    gone?.removeAllListeners().on('error', () => {})
    void gone?.terminate()
  }
  function fail(error: Error): void {
    drop()
    end({ kind: 'failed', message: error.message })
  }
  function start(): Worker {
    const started = new Worker(workerFile('run'))
    started.on('message', end)
    started.on('error', fail)
    started.on('exit', (code) => fail(new Error(`The desk's thread ended with code ${code}.`)))
    started.unref()
    return started
  }
  function next(): void {
    if (current !== null) return
    current = waiting.shift() ?? null
    if (current === null) return
    clearTimeout(clock)
    clock = setTimeout(() => {
      drop()
      end(null)
    }, patience)
    thread ??= start()
    thread.postMessage(current.request)
  }

  return {
    ask: (account, request) =>
      new Promise((tell, refuse) => {
        const { kind } = request.question
        const before = waiting.findIndex((each) => each.account === account && each.request.question.kind === kind)
        if (before >= 0) waiting.splice(before, 1)[0]!.tell(null)
        if (waiting.length >= mostWaiting) return refuse(new ApiError(503, 'desk-busy', { waiting: waiting.length }))
        waiting.push({ account, request, tell })
        next()
      }),
    close: async () => {
      clearTimeout(clock)
      const last = [...(current === null ? [] : [current]), ...waiting.splice(0)]
      current = null
      thread?.removeAllListeners()
      await thread?.terminate()
      for (const { tell } of last) tell(null)
    },
  }
}

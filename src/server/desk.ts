import { isDeepStrictEqual } from 'node:util'
import { Worker } from 'node:worker_threads'
import type { AskMessage, AskRequest } from '../planner/worker'
import { ApiError } from './errors'
import { workerFile } from './worker-files'

/** The one place where the planner is asked about plans at hand: one question after the other, in a thread of its own. */
export interface Desk {
  /**
   * The last word on a question; null where it took too long, or where the signal fell. Whoever asks the same as others
   * has the same answer: it is the planner's own, of the whole court, and rests on nobody who asks. A question that
   * everybody gave up is not asked. Throws `desk-busy` where too many wait, or too many of the account.
   */
  ask(account: string, request: AskRequest, signal?: AbortSignal): Promise<AskMessage | null>
  close(): Promise<void>
}

interface Asker {
  readonly account: string
  readonly tell: (last: AskMessage | null) => void
}
interface Asked {
  readonly request: AskRequest
  readonly askers: Set<Asker>
}

/**
 * Milliseconds: how long a question may take, how long the thread keeps a court in memory when nobody asks, and how much
 * longer a question may take that nobody waits for any more: to open the court anew takes about as long.
 */
const longest = 30_000
const idle = 60_000
const leftAlone = 1_000
/** With more than these waiting, the last would wait longer than anybody looks at a page; and no account takes them all. */
const most = 100
const mostOfOne = 8

/** What belongs to one key is the same court, round and plan. */
const isSame = (one: AskRequest, other: AskRequest): boolean =>
  one.key === other.key && isDeepStrictEqual(one.question, other.question)

/** Opens the desk; its thread begins with the first question. */
export function openDesk({
  patience = longest,
  alone = leftAlone,
  mostWaiting = most,
  mostWaitingOfOne = mostOfOne,
} = {}): Desk {
  const waiting: Asked[] = []
  let thread: Worker | null = null
  let current: Asked | null = null
  let clock: NodeJS.Timeout | undefined

  function end(last: AskMessage | null): void {
    clearTimeout(clock)
    const asked = current
    current = null
    clock = setTimeout(drop, idle).unref()
    for (const { tell } of asked?.askers ?? []) tell(last)
    next()
  }
  /** Ends the thread: the solver blocks it, so nothing else stops a question. */
  function drop(): void {
    const gone = thread
    thread = null
    gone?.removeAllListeners().on('error', () => {})
    void gone?.terminate()
  }
  function giveUp(): void {
    drop()
    end(null)
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
    clock = setTimeout(giveUp, patience)
    thread ??= start()
    thread.postMessage(current.request)
  }

  /** The question among those that run or wait, or a new one that waits. */
  function enter(account: string, request: AskRequest): Asked {
    const same = [current, ...waiting].find((each) => each !== null && isSame(each.request, request))
    if (same) return same
    const own = waiting.filter(({ askers }) => [...askers].some((each) => each.account === account))
    if (waiting.length >= mostWaiting || own.length >= mostWaitingOfOne)
      throw new ApiError(503, 'desk-busy', { waiting: waiting.length })
    const asked = { request, askers: new Set<Asker>() }
    waiting.push(asked)
    return asked
  }
  function leave(asked: Asked, asker: Asker): void {
    asked.askers.delete(asker)
    asker.tell(null)
    if (asked.askers.size > 0) return
    const place = waiting.indexOf(asked)
    if (place >= 0) waiting.splice(place, 1)
    else
      setTimeout(() => {
        if (current === asked && asked.askers.size === 0) giveUp()
      }, alone).unref()
  }

  return {
    ask: (account, request, signal) =>
      new Promise((tell) => {
        if (signal?.aborted) return tell(null)
        const asker = { account, tell }
        const asked = enter(account, request)
        asked.askers.add(asker)
        signal?.addEventListener('abort', () => leave(asked, asker), { once: true })
        next()
      }),
    close: async () => {
      clearTimeout(clock)
      const last = [...(current === null ? [] : [current]), ...waiting.splice(0)]
      current = null
      thread?.removeAllListeners()
      await thread?.terminate()
      for (const { askers } of last) for (const { tell } of askers) tell(null)
    },
  }
}

import { Worker } from 'node:worker_threads'
import type { Outcome, Progress } from '../domain'
import type { RunMessage, RunRequest } from '../planner/worker'
import { workerFile } from './worker-files'

/** The thread was stopped before it came to an outcome. */
export class ThreadStopped extends Error {}

/**
 * Runs the planner in a thread of its own: the solver blocks the thread it runs in, so the only way to stop it is
 * to end the thread, which the signal does. Throws ThreadStopped then, and the planner's own error when it fails.
 */
export function planInThread(
  request: RunRequest,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(workerFile('run'))
    const stop = (): void => {
      reject(new ThreadStopped())
      void thread.terminate()
    }
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop, { once: true })
    thread.on('message', (message: RunMessage) => {
      if (message.kind === 'progress') return onProgress(message.progress)
      if (message.kind === 'outcome') resolve(message.outcome)
      else reject(new Error(message.message))
      void thread.terminate()
    })
    thread.on('error', reject)
    thread.on('exit', (code) => {
      signal.removeEventListener('abort', stop)
      reject(new Error(`The planner's thread ended with code ${code} before it had an outcome.`))
    })
    thread.postMessage(request)
  })
}

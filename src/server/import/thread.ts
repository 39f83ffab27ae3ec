import { Worker } from 'node:worker_threads'
import type { CaseRecord } from '../../domain'
import type { ImportEnd, ImportTask, Stage } from './work'

export type FromThread =
  | { kind: 'progress'; stage: Stage; rows: number }
  | { kind: 'more-cases' }
  | { kind: 'end'; end: ImportEnd }
  | { kind: 'failed'; message: string }
/** A page of the cases that are there; null after the last. */
export interface ToThread {
  readonly page: readonly CaseRecord[] | null
}

/** The thread was stopped: by somebody, by the end of the server, or because it took too long. */
export class ImportStopped extends Error {
  constructor(readonly why: 'cancelled' | 'too-slow') {
    super(why)
  }
}
/** The file needed more memory than an import may take. */
export class ImportTooHeavy extends Error {}

/**
 * What a thread may take, in megabytes and milliseconds: enough for 500,000 cases of a workbook that names each by a
 * text of its own, put in place of as many that are there.
 */
const memory = { maxOldGenerationSizeMb: 480, maxYoungGenerationSizeMb: 32 }
const patience = 5 * 60_000

/**
 * Prepares an import in a thread of its own, so that a hostile file can neither stop the server nor take its memory.
 * Throws ImportStopped or ImportTooHeavy, and the thread's own error when it fails.
 */
export function prepareInThread(
  workerFile: string,
  task: ImportTask,
  signal: AbortSignal,
  onProgress: (stage: Stage, rows: number) => void,
  cases: AsyncGenerator<readonly CaseRecord[]>,
): Promise<ImportEnd> {
  return new Promise<ImportEnd>((resolve, reject) => {
    if (signal.aborted) return reject(new ImportStopped('cancelled'))
    const thread = new Worker(workerFile, { workerData: task, resourceLimits: memory })
    const fail = (error: Error): void => {
      reject(error)
      void thread.terminate()
    }
    const stop = (why: ImportStopped['why']): void => fail(new ImportStopped(why))
    const cancel = (): void => stop('cancelled')
    const timer = setTimeout(() => stop('too-slow'), patience)
    signal.addEventListener('abort', cancel, { once: true })
    thread.on('message', (message: FromThread) => {
      if (message.kind === 'progress') return onProgress(message.stage, message.rows)
      if (message.kind === 'more-cases') {
        cases.next().then(({ value, done }) => {
          thread.postMessage({ page: done === true ? null : value } satisfies ToThread)
        }, fail)
        return
      }
      if (message.kind === 'end') resolve(message.end)
      else reject(new Error(message.message))
      void thread.terminate()
    })
    thread.on('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new ImportTooHeavy() : error),
    )
    thread.on('exit', (code) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', cancel)
      reject(new Error(`The thread of an import ended with code ${code} before it was done.`))
    })
  })
}

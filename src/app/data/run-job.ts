import { ApiError } from '../api'
import type { Answer, Job } from './workbook.worker'

export interface JobOptions {
  readonly onProgress?: (done: number, of: number) => void
  readonly signal?: AbortSignal
  /** After so many milliseconds the worker is ended, whatever it does. */
  readonly timeout?: number
  /** Starts the worker; tests give their own. */
  readonly start?: () => Worker
}

/** Milliseconds: a file that comes from elsewhere may be made to hold the page up; what we write takes as long as it is. */
const patience = (job: Job): number => (job.kind === 'read' ? 30_000 : 180_000)

const startWorker = (): Worker => new Worker(new URL('./workbook.worker.ts', import.meta.url), { type: 'module' })

/**
 * Runs one job in a worker of its own, which is ended with it: a hostile file cannot hang the page.
 * Throws an ApiError `workbook-timeout` or `workbook-failed`; null where the signal cancelled it.
 */
export function runJob(
  job: Job,
  { onProgress, signal, timeout = patience(job), start = startWorker }: JobOptions = {},
): Promise<Exclude<Answer, { kind: 'progress' | 'failed' }> | null> {
  const worker = start()
  return new Promise<Exclude<Answer, { kind: 'progress' | 'failed' }> | null>((resolve, reject) => {
    const timer = setTimeout(() => reject(new ApiError(0, 'workbook-timeout', { seconds: timeout / 1000 })), timeout)
    const cancel = (): void => {
      clearTimeout(timer)
      resolve(null)
    }
    signal?.addEventListener('abort', cancel, { once: true })
    if (signal?.aborted) return cancel()
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.kind === 'progress') return onProgress?.(data.done, data.of)
      clearTimeout(timer)
      if (data.kind === 'failed') reject(new ApiError(0, 'workbook-failed', { message: data.message }))
      else resolve(data)
    }
    worker.onerror = (event) => {
      clearTimeout(timer)
      reject(new ApiError(0, 'workbook-failed', { message: event.message }))
    }
    worker.postMessage(job)
  }).finally(() => worker.terminate())
}

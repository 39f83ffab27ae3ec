import { describe, expect, it, vi } from 'vitest'
import { runJob } from '@/app/data/run-job'
import type { Answer } from '@/app/data/workbook.worker'

/** Stands in for the browser's worker; `tell` speaks in its name. */
class Speaker {
  onmessage: ((event: MessageEvent<Answer>) => void) | null = null
  onerror: ((event: ErrorEvent) => void) | null = null
  readonly heard: unknown[] = []
  ended = false
  postMessage = (job: unknown): void => void this.heard.push(job)
  terminate = (): void => void (this.ended = true)
  tell = (data: Answer): void => this.onmessage?.({ data } as MessageEvent<Answer>)
}
const begin = (options: Parameters<typeof runJob>[1] = {}) => {
  const worker = new Speaker()
  const answer = runJob({ kind: 'template', locale: 'en' }, { ...options, start: () => worker as unknown as Worker })
  return { worker, answer }
}

describe('a job in a worker', () => {
  it('tells progress, gives the answer and ends the worker', async () => {
    const onProgress = vi.fn()
    const { worker, answer } = begin({ onProgress })
    worker.tell({ kind: 'progress', done: 3, of: 16 })
    worker.tell({ kind: 'file', bytes: new Uint8Array([1]) })
    expect(await answer).toEqual({ kind: 'file', bytes: new Uint8Array([1]) })
    expect(onProgress.mock.calls).toEqual([[3, 16]])
    expect(worker.heard).toEqual([{ kind: 'template', locale: 'en' }])
    expect(worker.ended).toBe(true)
  })
  it('ends a worker that does not answer in time', async () => {
    const { worker, answer } = begin({ timeout: 20 })
    await expect(answer).rejects.toMatchObject({ code: 'workbook-timeout', facts: { seconds: 0.02 } })
    expect(worker.ended).toBe(true)
  })
  it('ends a worker that is cancelled, before or while it works', async () => {
    const stop = new AbortController()
    const { worker, answer } = begin({ signal: stop.signal })
    stop.abort()
    expect(await answer).toBeNull()
    expect(worker.ended).toBe(true)
    const late = begin({ signal: stop.signal })
    expect(await late.answer).toBeNull()
    expect([late.worker.ended, late.worker.heard]).toEqual([true, []])
  })
  it('passes on what failed', async () => {
    const first = begin()
    first.worker.tell({ kind: 'failed', message: 'no memory' })
    await expect(first.answer).rejects.toMatchObject({ code: 'workbook-failed', facts: { message: 'no memory' } })
    const second = begin()
    second.worker.onerror?.({ message: 'gone' } as ErrorEvent)
    await expect(second.answer).rejects.toMatchObject({ code: 'workbook-failed', facts: { message: 'gone' } })
    expect([first.worker.ended, second.worker.ended]).toEqual([true, true])
  })
})

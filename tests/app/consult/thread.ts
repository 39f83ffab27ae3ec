import { Worker as NodeWorker } from 'node:worker_threads'
import { inject } from 'vitest'

/** A browser's worker on a thread of Node: the same module, bundled as for the server, and the same messages. */
export class ThreadWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null
  onerror: ((event: { message: string }) => void) | null = null
  private readonly thread: NodeWorker

  constructor() {
    this.thread = new NodeWorker(inject('planner'))
    this.thread.on('message', (data: unknown) => this.onmessage?.({ data }))
    this.thread.on('error', ({ message }) => this.onerror?.({ message }))
  }
  postMessage(request: unknown): void {
    this.thread.postMessage(request)
  }
  terminate(): void {
    void this.thread.terminate()
  }
}

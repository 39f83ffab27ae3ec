import { pathToFileURL } from 'node:url'
import { Worker as NodeWorker } from 'node:worker_threads'

/**
 * A browser's worker on a thread of Node: the same module, the same messages. Threads of Node 20 read no TypeScript by
 * themselves; the build gives browsers JavaScript.
 */
export class ThreadWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null
  onerror: ((event: { message: string }) => void) | null = null
  private readonly thread: NodeWorker

  constructor() {
    const module = pathToFileURL('src/planner/worker.ts').href
    const code = `import('tsx/esm/api').then(({ register }) => (register(), import(${JSON.stringify(module)})))`
    this.thread = new NodeWorker(code, { eval: true })
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

/**
 * The thread in which an import is read, checked and counted; it has no database, and asks for the cases that are
 * there.
 */
import { parentPort, workerData } from 'node:worker_threads'
import type { CaseRecord } from '../../domain'
import { prepareImport, type ImportTask } from './work'
import type { FromThread, ToThread } from './thread'

const port = parentPort!
const tell = (message: FromThread): void => port.postMessage(message)

async function* cases(): AsyncGenerator<readonly CaseRecord[]> {
  for (;;) {
    const answer = new Promise<ToThread>((resolve) => port.once('message', resolve))
    tell({ kind: 'more-cases' })
    const { page } = await answer
    if (page === null) return
    yield page
  }
}

prepareImport(workerData as ImportTask, {
  progress: (stage, rows) => tell({ kind: 'progress', stage, rows }),
  cases,
}).then(
  (end) => tell({ kind: 'end', end }),
  (error: unknown) => tell({ kind: 'failed', message: String((error as Error).stack ?? error) }),
)

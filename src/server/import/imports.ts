import { randomUUID } from 'node:crypto'
import { format } from 'date-fns'
import type { Logger } from 'pino'
import type { ImportKind } from '../../workbook/sheets-import'
import type { Database } from '../db'
import { readCourt } from '../db/courts'
import {
  addImport,
  caseListPages,
  commitImport,
  noteImport,
  sweepImports,
  touchImports,
  type ImportRow,
} from '../db/imports'
import { ApiError } from '../errors'
import type { User } from '../permit'
import { workerFile } from '../worker-files'
import type { ImportMode } from './prepare'
import { Spool } from './spool'
import { ImportStopped, ImportTooHeavy, prepareInThread } from './thread'
import type { Stage } from './work'

export interface ImportOrder {
  readonly court: string
  readonly name: string
  readonly kind: ImportKind | null
  readonly mode: ImportMode
  readonly from: string | null
  /** What the sender says the file is. */
  readonly format: 'xlsx' | 'csv' | null
  readonly by: string | null
}

/** Imports of caseload: read in a thread, shown, and written when they are committed. */
export interface Imports {
  /** Takes the file in and begins to read it; one import of this process is read at a time. */
  start(order: ImportOrder, body: ReadableStream<Uint8Array> | null): Promise<string>
  /** Gives an import up, whatever it is at; nothing was written. */
  cancel(row: ImportRow): Promise<void>
  /** Writes an import that is ready, all of it or nothing; null where the court has another version by now. */
  commit(row: ImportRow, by: User): Promise<number | null>
  close(): Promise<void>
}

/** Progress is written at most this often, in milliseconds. */
const noting = 400
/** A process says so often, in milliseconds, that it is there; after so many seconds of silence it is not. */
const beat = 20_000
const silence = 90

export async function openImports({ db, engine }: Database, log: Logger, folder: string): Promise<Imports> {
  const spool = new Spool(folder)
  /** Imports whose files are here: those at work can be stopped. */
  const here = new Map<string, { court: string; stop: AbortController; work: Promise<void> | null }>()
  const own = (): string[] => [...here.keys()]
  let receiving = false

  // Nobody else can have the embedded database open, so whatever is open there lost its process.
  await sweepImports(db, engine === 'embedded' ? 0 : silence, [])
  if (engine === 'embedded') spool.sweep(new Set())
  const heart = setInterval(() => {
    const ids = own()
    const tended = ids.length === 0 ? Promise.resolve() : touchImports(db, ids)
    tended.then(() => sweepImports(db, silence, own())).catch((error: unknown) => log.error({ err: error }, 'imports'))
  }, beat).unref()

  const forget = (id: string): void => {
    here.delete(id)
    spool.remove(id)
  }
  /** Ends an import without a word of it written. */
  const end = async (id: string, change: Partial<ImportRow>): Promise<void> => {
    await noteImport(db, id, change)
    forget(id)
  }

  async function work(id: string, order: ImportOrder, fileFormat: 'xlsx' | 'csv', signal: AbortSignal): Promise<void> {
    const stored = await readCourt(db, order.court)
    if (stored === null) return end(id, failed('court-not-found', { court: order.court }))
    await noteImport(db, id, { basedOn: stored.version, stage: 'reading' })
    let noted = 0
    let writing: Promise<unknown> = Promise.resolve()
    const note = (stage: Stage, rows: number): void => {
      if (stage === 'reading' && Date.now() - noted < noting) return
      noted = Date.now()
      // A note that fails is made good by the next one, or by the end.
      writing = writing.then(() => noteImport(db, id, { stage, rows })).catch(() => {})
    }
    const { file, cases, caseload } = spool.filesOf(id)
    const { teams, posts, assignments, caseTypes, caseload: months } = stored.court
    const outcome = await prepareInThread(
      workerFile('import'),
      {
        file,
        format: fileFormat,
        kind: order.kind,
        mode: order.mode,
        from: order.from,
        today: format(new Date(), 'yyyy-MM-dd'),
        base: { teams, posts, assignments, caseTypes, caseload: months },
        casesFile: cases,
        caseloadFile: caseload,
      },
      signal,
      note,
      caseListPages(db, order.court),
    )
    await writing
    if (outcome.kind === 'refused') return end(id, { state: 'refused', problems: outcome.problems })
    await noteImport(db, id, { state: 'ready', stage: 'ready', rows: outcome.preview.rows, preview: outcome.preview })
  }

  const failed = (code: string, facts: Record<string, unknown> = {}): Partial<ImportRow> => ({
    state: 'failed',
    error: { code, facts },
  })
  /** How an import ends whose work did not. */
  function endOf(error: unknown): Partial<ImportRow> {
    if (error instanceof ImportStopped && error.why === 'cancelled') return { state: 'cancelled' }
    if (error instanceof ImportStopped) return failed('import-too-slow')
    if (error instanceof ImportTooHeavy) return failed('import-too-heavy')
    log.error({ err: error }, 'import')
    return failed('import-failed')
  }

  async function start(order: ImportOrder, body: ReadableStream<Uint8Array> | null): Promise<string> {
    if (receiving || [...here.values()].some((each) => each.work !== null))
      throw new ApiError(409, 'import-in-progress')
    receiving = true
    const id = randomUUID()
    try {
      const fileFormat = await spool.receive(id, body)
      if (order.format !== null && order.format !== fileFormat) throw new ApiError(415, 'import-type')
      for (const [other, { court }] of here) if (court === order.court) await end(other, { state: 'cancelled' })
      const { court: courtId, name, mode, by } = order
      await addImport(db, { id, courtId, name, mode, basedOn: 0, createdBy: by })
      const stop = new AbortController()
      const entry = { court: order.court, stop, work: null as Promise<void> | null }
      here.set(id, entry)
      entry.work = work(id, order, fileFormat, stop.signal)
        .catch((error: unknown) => end(id, endOf(error)))
        .catch((error: unknown) => log.error({ err: error }, 'import'))
        .finally(() => (entry.work = null))
      return id
    } catch (error) {
      spool.remove(id)
      throw error
    } finally {
      receiving = false
    }
  }

  return {
    start,
    cancel: async ({ id }) => {
      const entry = here.get(id)
      await noteImport(db, id, { state: 'cancelled' })
      entry?.stop.abort()
      await entry?.work
      forget(id)
    },
    commit: async (row, by) => {
      if (!here.has(row.id)) throw new ApiError(409, 'import-elsewhere')
      const files = spool.filesOf(row.id)
      const version = await commitImport(
        db,
        row,
        { cases: () => spool.lines(files.cases), caseload: () => spool.lines(files.caseload) },
        row.preview?.kind === 'cases',
        by,
      )
      if (version !== null) forget(row.id)
      return version
    },
    close: async () => {
      clearInterval(heart)
      for (const [id, { stop, work: under }] of here) {
        await noteImport(db, id, failed('import-interrupted'))
        stop.abort()
        await under
        forget(id)
      }
    },
  }
}

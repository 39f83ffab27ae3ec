import { z } from 'zod'
import type { Court } from '@/domain'
import {
  readCourt,
  writeAccountTemplate,
  writeCaseList,
  writeImportTemplate,
  writeStatistics,
  writeTemplate,
  writeWorkbook,
  type ImportKind,
  type Locale,
  type ReadResult,
  type WrittenPlan,
} from '@/workbook'

/** What the worker is asked for; one job, then it ends. */
export type Job =
  | { kind: 'read'; file: ArrayBuffer }
  | { kind: 'write'; court: Court; locale: Locale; plan?: WrittenPlan }
  | { kind: 'case-list'; court: Court; locale: Locale }
  | { kind: 'statistics'; court: Court; locale: Locale; date: string }
  | { kind: 'template'; locale: Locale }
  | { kind: 'account-template'; format: 'xlsx' | 'csv'; locale: Locale }
  | { kind: 'import-template'; of: ImportKind; format: 'xlsx' | 'csv'; locale: Locale }

export type Answer =
  | { kind: 'progress'; done: number; of: number }
  | { kind: 'read'; result: ReadResult }
  | { kind: 'file'; bytes: Uint8Array }
  | { kind: 'failed'; message: string }

// Under a strict content policy zod may not compile its checks.
z.config({ jitless: true })

const tell = (answer: Answer): void => self.postMessage(answer)

async function run(job: Job): Promise<Answer> {
  if (job.kind === 'read')
    return {
      kind: 'read',
      result: await readCourt(new Uint8Array(job.file), (done, of) => tell({ kind: 'progress', done, of })),
    }
  if (job.kind === 'import-template')
    return { kind: 'file', bytes: await writeImportTemplate(job.of, job.format, job.locale) }
  if (job.kind === 'account-template')
    return { kind: 'file', bytes: await writeAccountTemplate(job.format, job.locale) }
  if (job.kind === 'case-list') return { kind: 'file', bytes: await writeCaseList(job.court, job.locale) }
  if (job.kind === 'statistics') return { kind: 'file', bytes: await writeStatistics(job.court, job.locale, job.date) }
  const bytes =
    job.kind === 'template'
      ? await writeTemplate(job.locale)
      : await writeWorkbook(job.court, job.locale, { plan: job.plan })
  return { kind: 'file', bytes }
}

self.onmessage = (event: MessageEvent<Job>) => {
  run(event.data).then(tell, (error: unknown) => tell({ kind: 'failed', message: String(error) }))
}

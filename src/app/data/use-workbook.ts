import { onScopeDispose, ref } from 'vue'
import type { Court } from '@/domain'
import type { ImportKind, Locale, ReadResult, WrittenPlan } from '@/workbook'
import { runJob, type JobOptions } from './run-job'
import type { Job } from './workbook.worker'

/** Reads and writes workbooks in a worker; leaving the page ends what is running. */
export function useWorkbook(options: JobOptions = {}) {
  /** How far the running job is, 0 to 1; null while none runs. */
  const progress = ref<number | null>(null)
  let stop: AbortController | undefined

  async function run(job: Job): ReturnType<typeof runJob> {
    cancel()
    const mine = (stop = new AbortController())
    progress.value = 0
    try {
      return await runJob(job, {
        ...options,
        signal: mine.signal,
        onProgress: (done, of) => (progress.value = done / of),
      })
    } finally {
      if (stop === mine) progress.value = null
    }
  }
  function cancel(): void {
    stop?.abort()
    progress.value = null
  }
  onScopeDispose(cancel)

  return {
    progress,
    cancel,
    /** What the file holds; null where it was cancelled. */
    async read(file: ArrayBuffer): Promise<ReadResult | null> {
      const answer = await run({ kind: 'read', file })
      return answer?.kind === 'read' ? answer.result : null
    },
    /** The court, and a plan where one is given, as the bytes of a workbook. */
    async write(court: Court, locale: Locale, plan?: WrittenPlan): Promise<Uint8Array | null> {
      const answer = await run({ kind: 'write', court, locale, plan })
      return answer?.kind === 'file' ? answer.bytes : null
    },
    async caseList(court: Court, locale: Locale): Promise<Uint8Array | null> {
      const answer = await run({ kind: 'case-list', court, locale })
      return answer?.kind === 'file' ? answer.bytes : null
    },
    /** The court for statistics, as it stood on the date. */
    async statistics(court: Court, locale: Locale, date: string): Promise<Uint8Array | null> {
      const answer = await run({ kind: 'statistics', court, locale, date })
      return answer?.kind === 'file' ? answer.bytes : null
    },
    async importTemplate(kind: ImportKind, format: 'xlsx' | 'csv', locale: Locale): Promise<Uint8Array | null> {
      const answer = await run({ kind: 'import-template', of: kind, format, locale })
      return answer?.kind === 'file' ? answer.bytes : null
    },
    async accountTemplate(format: 'xlsx' | 'csv', locale: Locale): Promise<Uint8Array | null> {
      const answer = await run({ kind: 'account-template', format, locale })
      return answer?.kind === 'file' ? answer.bytes : null
    },
    async template(locale: Locale): Promise<Uint8Array | null> {
      const answer = await run({ kind: 'template', locale })
      return answer?.kind === 'file' ? answer.bytes : null
    },
  }
}

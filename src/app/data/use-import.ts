import { ref, shallowRef } from 'vue'
import type { Court } from '@/domain'
import { compareCourts, tooLarge, type Found, type ListChange, type ReadResult } from '@/workbook'
import { api, ApiError, type StoredCourt } from '../api'
import { isStale } from '../use-court'
import { useWorkbook } from './use-workbook'

/** Where an import stands. Nothing is changed before `saving`, and then all of it at once. */
export type ImportStep =
  | { readonly name: 'choose' }
  | { readonly name: 'reading'; readonly file: string }
  | { readonly name: 'refused'; readonly file: string; readonly result: ReadResult }
  | Preview
  | { readonly name: 'failed'; readonly error: unknown; readonly again: () => Promise<void> }

/** A file that could be read. */
interface FileRead {
  readonly file: string
  readonly court: Court
  /** What looks wrong and may yet be right, to be confirmed before the court is taken in. */
  readonly warnings: Found
}

export interface Preview extends FileRead {
  readonly name: 'preview'
  /** The court of that id that is there now; null where the file brings a new one. */
  readonly existing: StoredCourt | null
  readonly changes: readonly ListChange[]
  /** Somebody else changed the court while the preview was on the screen; it shows the new differences. */
  readonly renewed: boolean
}

/** What stands there under this id now; null where nothing does. */
async function existingCourt(id: string): Promise<StoredCourt | null> {
  const courts = await api.courts()
  return courts.some((court) => court.id === id) ? api.wholeCourt(id) : null
}

export function useImport(
  done: (court: string) => void,
  workbook: Pick<ReturnType<typeof useWorkbook>, 'progress' | 'cancel' | 'read'> = useWorkbook(),
) {
  const step = shallowRef<ImportStep>({ name: 'choose' })
  const saving = ref(false)

  /** The warnings of the file on the screen are confirmed by whoever imports it. */
  const confirmed = ref(false)

  function preview(read: FileRead, existing: StoredCourt | null, renewed: boolean): void {
    if (!renewed) confirmed.value = false
    const changes = compareCourts(existing?.court ?? null, read.court)
    step.value = { name: 'preview', ...read, existing, changes, renewed }
  }
  const fail = (error: unknown, again: () => Promise<void>): void => {
    step.value = { name: 'failed', error, again }
  }

  async function choose(file: File): Promise<void> {
    step.value = { name: 'reading', file: file.name }
    try {
      // A file that is too large is refused before it is loaded.
      const result = tooLarge(file.size) ?? (await workbook.read(await file.arrayBuffer()))
      if (result === null) step.value = { name: 'choose' }
      else if (result.court === null) step.value = { name: 'refused', file: file.name, result }
      else {
        const { court, warnings } = result
        preview({ file: file.name, court, warnings }, await existingCourt(court.id), false)
      }
    } catch (error) {
      fail(error, () => choose(file))
    }
  }

  /**
   * Puts the whole court in place once its warnings are confirmed; a preview that is out of date is shown anew
   * instead.
   */
  async function commit(shown: Preview): Promise<void> {
    const { court, existing, file, warnings } = shown
    if (warnings.total > 0 && !confirmed.value) return
    saving.value = true
    try {
      if (existing === null) await api.createCourt({ source: 'file', court })
      else await api.saveCourt(court, existing.version)
      step.value = { name: 'choose' }
      done(court.id)
    } catch (error) {
      if (isStale(error) || (error instanceof ApiError && error.code === 'court-exists'))
        preview({ file, court, warnings }, await existingCourt(court.id), true)
      else if (error instanceof ApiError && error.code === 'court-not-found')
        preview({ file, court, warnings }, null, true)
      else fail(error, () => commit(shown))
    } finally {
      saving.value = false
    }
  }

  const reset = (): void => {
    workbook.cancel()
    step.value = { name: 'choose' }
  }
  return { step, saving, confirmed, progress: workbook.progress, choose, commit, reset }
}

import { onScopeDispose, ref, shallowRef } from 'vue'
import { api, ApiError, type CaseloadImport, type ImportOptions } from '../api'
import { isStale } from '../use-court'

/** Where an import of caseload stands on this page. Nothing is written before it is committed, and then all of it. */
export type CaseloadStep =
  | { readonly name: 'choose' }
  | { readonly name: 'sending'; readonly file: string }
  | { readonly name: 'working'; readonly file: string; readonly of: CaseloadImport }
  | { readonly name: 'refused'; readonly file: string; readonly of: CaseloadImport }
  /** `renewed` says that the court was changed since the preview before this one. */
  | { readonly name: 'ready'; readonly file: string; readonly of: CaseloadImport; readonly renewed: boolean }
  | { readonly name: 'failed'; readonly error: unknown; readonly again: () => Promise<void> }

/** How often the server is asked how far it is, in milliseconds. */
const interval = 400
/** What a commit is refused with when the server does not hold the import any more: the file has to be read again. */
const gone = ['import-not-found', 'import-not-ready', 'import-elsewhere']

/** Sends a file, follows the server reading it, and commits it; leaving the page gives up what is not committed. */
export function useCaseloadImport(court: () => string, done: () => void, pause = interval) {
  const step = shallowRef<CaseloadStep>({ name: 'choose' })
  const saving = ref(false)
  /** The import that this page follows; another one, or none, once it is given up. */
  let current: string | null = null
  let turn = 0
  /** Reads the file that was chosen last once more. */
  let readAgain: (renewed: boolean) => Promise<void> = reset

  const giveUp = async (): Promise<void> => {
    const id = current
    current = null
    turn++
    // What cannot be given up now is swept away by the server.
    if (id !== null) await api.cancelImport(court(), id).catch(() => {})
  }
  onScopeDispose(() => void giveUp())

  async function choose(file: File, options: ImportOptions, renewed = false): Promise<void> {
    await giveUp()
    const mine = ++turn
    readAgain = (anew) => choose(file, options, anew)
    const again = (): Promise<void> => choose(file, options, renewed)
    step.value = { name: 'sending', file: file.name }
    try {
      const { id } = await api.sendImport(court(), file, options)
      if (turn !== mine) return void api.cancelImport(court(), id).catch(() => {})
      current = id
      for (;;) {
        const of = await api.import(court(), id)
        if (turn !== mine) return
        if (of.state === 'working') step.value = { name: 'working', file: file.name, of }
        else return settle(file, of, renewed, again)
        await new Promise((resolve) => setTimeout(resolve, pause))
        if (turn !== mine) return
      }
    } catch (error) {
      if (turn === mine) step.value = { name: 'failed', error, again }
    }
  }

  function settle(file: File, of: CaseloadImport, renewed: boolean, again: () => Promise<void>): void {
    if (of.state === 'ready') step.value = { name: 'ready', file: file.name, of, renewed }
    else if (of.state === 'refused') step.value = { name: 'refused', file: file.name, of }
    else if (of.error !== null)
      step.value = { name: 'failed', error: new ApiError(0, of.error.code, of.error.facts), again }
    else step.value = { name: 'choose' }
  }

  /** Writes what the preview shows; on a court that was changed meanwhile, the file is read and shown anew instead. */
  async function commit(of: CaseloadImport, confirmed: boolean): Promise<void> {
    saving.value = true
    try {
      await api.commitImport(court(), of.id, confirmed, of.basedOn)
      current = null
      step.value = { name: 'choose' }
      done()
    } catch (error) {
      if (isStale(error)) return await readAgain(true)
      const lost = error instanceof ApiError && gone.includes(error.code)
      step.value = { name: 'failed', error, again: () => (lost ? readAgain(false) : commit(of, confirmed)) }
    } finally {
      saving.value = false
    }
  }

  async function reset(): Promise<void> {
    step.value = { name: 'choose' }
    await giveUp()
  }
  return { step, saving, choose, commit, reset }
}

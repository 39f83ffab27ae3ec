import { onScopeDispose, ref, shallowRef } from 'vue'
import { api, ApiError, type CaseloadImport, type ImportOptions } from '../api'

/** Where an import of caseload stands on this page. Nothing is written before it is committed, and then all of it. */
export type CaseloadStep =
  | { readonly name: 'choose' }
  | { readonly name: 'sending'; readonly file: string }
  | { readonly name: 'working'; readonly file: string; readonly of: CaseloadImport }
  | { readonly name: 'refused'; readonly file: string; readonly of: CaseloadImport }
  | { readonly name: 'ready'; readonly file: string; readonly of: CaseloadImport }
  | { readonly name: 'failed'; readonly error: unknown; readonly again: () => Promise<void> }

/** How often the server is asked how far it is, in milliseconds. */
const interval = 400

/** Sends a file, follows the server reading it, and commits it; leaving the page gives up what is not committed. */
export function useCaseloadImport(court: () => string, done: () => void, pause = interval) {
  const step = shallowRef<CaseloadStep>({ name: 'choose' })
  const saving = ref(false)
  /** The import that this page follows; another one, or none, once it is given up. */
  let current: string | null = null
  let turn = 0

  const giveUp = async (): Promise<void> => {
    const id = current
    current = null
    turn++
    // What cannot be given up now is swept away by the server.
    if (id !== null) await api.cancelImport(court(), id).catch(() => {})
  }
  onScopeDispose(() => void giveUp())

  async function choose(file: File, options: ImportOptions): Promise<void> {
    await giveUp()
    const mine = ++turn
    step.value = { name: 'sending', file: file.name }
    try {
      const { id } = await api.sendImport(court(), file, options)
      if (turn !== mine) return void api.cancelImport(court(), id).catch(() => {})
      current = id
      for (;;) {
        const of = await api.import(court(), id)
        if (turn !== mine) return
        if (of.state === 'working') step.value = { name: 'working', file: file.name, of }
        else return settle(file, of, () => choose(file, options))
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
    } catch (error) {
      if (turn === mine) step.value = { name: 'failed', error, again: () => choose(file, options) }
    }
  }

  function settle(file: File, of: CaseloadImport, again: () => Promise<void>): void {
    if (of.state === 'ready' || of.state === 'refused') step.value = { name: of.state, file: file.name, of }
    else if (of.error !== null)
      step.value = { name: 'failed', error: new ApiError(0, of.error.code, of.error.facts), again }
    else step.value = { name: 'choose' }
  }

  async function commit(of: CaseloadImport, confirmed: boolean): Promise<void> {
    saving.value = true
    try {
      await api.commitImport(court(), of.id, confirmed, of.basedOn)
      current = null
      step.value = { name: 'choose' }
      done()
    } catch (error) {
      step.value = { name: 'failed', error, again: () => commit(of, confirmed) }
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

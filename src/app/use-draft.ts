import { onScopeDispose, ref, shallowRef } from 'vue'
import { isStale } from './use-court'

/** A draft is saved this long after the last change, in milliseconds. */
const pause = 600

/** What the server has of a draft. */
interface Kept<T> {
  readonly draft: T
  readonly version: number
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * A draft that saves itself on the version that was read. Where another window has saved meanwhile its draft is taken,
 * and `overtaken` says so. `failed` holds a refusal; what was written stays on the screen then. `read` gives null where
 * there is nothing to write; before anything was saved the draft is `first`.
 */
export function useDraft<T extends object, S extends Kept<T>>({
  read,
  save,
  first,
}: {
  read: () => Promise<S | null>
  save: (draft: T, version: number) => Promise<{ readonly version: number }>
  first: () => T
}) {
  const stored = shallowRef<S | null>(null)
  const draft = shallowRef<T>(first())
  const state = ref<'saved' | 'saving' | 'failed'>('saved')
  const failed = shallowRef<unknown>(null)
  const overtaken = ref(false)
  const busy = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let queue: Promise<void> = Promise.resolve()

  function take(next: S | null): void {
    stored.value = next
    draft.value = next === null || next.version === 0 ? first() : next.draft
    state.value = 'saved'
  }
  function refused(error: unknown): void {
    if (isStale(error)) take(error.current as S)
    else state.value = 'failed'
    overtaken.value = isStale(error)
    failed.value = isStale(error) ? null : error
  }
  async function load(): Promise<void> {
    failed.value = null
    try {
      take(await read())
    } catch (error) {
      failed.value = error
    }
  }
  async function send(said: T): Promise<void> {
    const before = stored.value
    if (before === null || (before.version > 0 && same(before.draft, said))) return
    try {
      const { version } = await save(said, before.version)
      stored.value = { ...before, draft: said, version }
      failed.value = null
    } catch (error) {
      refused(error)
    }
  }
  /** Saves at once what is not saved yet. */
  async function flush(): Promise<void> {
    clearTimeout(timer)
    const said = draft.value
    queue = queue.then(() => send(said))
    await queue
    if (failed.value === null && same(draft.value, said)) state.value = 'saved'
  }
  function change(next: Partial<T>): void {
    draft.value = { ...draft.value, ...next }
    overtaken.value = false
    state.value = 'saving'
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), pause)
  }
  /** Has the server do something with what stands on the screen, saved first; true when it did. */
  async function act(work: (version: number) => Promise<S>): Promise<boolean> {
    busy.value = true
    try {
      await flush()
      if (failed.value !== null || overtaken.value) return false
      take(await work(stored.value!.version))
      return true
    } catch (error) {
      refused(error)
      return false
    } finally {
      busy.value = false
    }
  }

  void load()
  const leaves = (): void => void (state.value === 'saving' && flush())
  window.addEventListener('pagehide', leaves)
  onScopeDispose(() => {
    window.removeEventListener('pagehide', leaves)
    leaves()
  })
  return { stored, draft, state, failed, overtaken, busy, load, change, act }
}

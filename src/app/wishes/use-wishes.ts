import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { emptyStatement, type WishStatement } from '../../domain'
import { api, type StoredWishes } from '../api'
import { isStale, useReadAgain } from '../use-court'

/** A draft is saved this long after the last change, in milliseconds. */
const pause = 600

const same = (a: WishStatement | null, b: WishStatement | null): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * What a person says of where to work: a draft that saves itself, and is confirmed when the person says so. Where
 * another window has saved meanwhile its draft is taken, and `overtaken` says so. `failed` holds a refusal; what was
 * said stays on the screen then. Before anything was said it begins with the wishes that the court has `recorded`.
 */
export function useWishes(court: string, person: string, recorded: () => WishStatement['posts']) {
  const readAgain = useReadAgain()
  const stored = shallowRef<StoredWishes | null>(null)
  const draft = shallowRef<WishStatement>(emptyStatement)
  const state = ref<'saved' | 'saving' | 'failed'>('saved')
  const failed = shallowRef<unknown>(null)
  const overtaken = ref(false)
  const confirming = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let queue: Promise<void> = Promise.resolve()

  const onRecord = (): WishStatement => ({ ...emptyStatement, posts: recorded() })
  function take(next: StoredWishes): void {
    stored.value = next
    draft.value = next.version === 0 ? onRecord() : next.draft
    state.value = 'saved'
  }
  function refused(error: unknown): void {
    if (isStale(error)) take(error.current as StoredWishes)
    else state.value = 'failed'
    overtaken.value = isStale(error)
    failed.value = isStale(error) ? null : error
  }
  async function load(): Promise<void> {
    failed.value = null
    try {
      take(await api.wishes(court, person))
    } catch (error) {
      failed.value = error
    }
  }
  async function send(said: WishStatement): Promise<void> {
    const before = stored.value
    if (before === null || (before.version > 0 && same(before.draft, said))) return
    try {
      const { version } = await api.saveWishes(court, person, said, before.version)
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
  function change(next: Partial<WishStatement>): void {
    draft.value = { ...draft.value, ...next }
    overtaken.value = false
    state.value = 'saving'
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), pause)
  }
  /** True when the draft is what the person has said now. */
  async function confirm(): Promise<boolean> {
    confirming.value = true
    try {
      await flush()
      if (failed.value !== null || overtaken.value) return false
      take(await api.confirmWishes(court, person, stored.value!.version))
      void readAgain({ key: ['court'] })
      return true
    } catch (error) {
      refused(error)
      return false
    } finally {
      confirming.value = false
    }
  }
  /** Whether something was said that is not confirmed. */
  const isNew = computed(() => stored.value !== null && !same(stored.value.confirmed ?? onRecord(), draft.value))

  void load()
  const leaves = (): void => void (state.value === 'saving' && flush())
  window.addEventListener('pagehide', leaves)
  onScopeDispose(() => {
    window.removeEventListener('pagehide', leaves)
    leaves()
  })
  return { stored, draft, state, failed, overtaken, confirming, isNew, load, change, confirm }
}

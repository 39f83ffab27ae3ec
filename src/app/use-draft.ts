import { onScopeDispose, ref, shallowRef } from 'vue'
import { onBeforeRouteLeave } from 'vue-router'
import { isCoded } from './api'
import { useT } from './i18n'
import { confirm } from './ui/confirm'
import { useCloseWarning } from './ui/use-close-warning'
import { isStale } from './use-court'

/** A draft is saved this long after the last change, in milliseconds. */
const pause = 600
/** How long to wait before trying again to save, after so many tries: one second first, one minute at most. */
const waitAfter = (tries: number): number => 1000 * Math.min(2 ** tries, 60)

const isUnreachable = (error: unknown): boolean => isCoded(error) && error.code === 'unreachable'

/** What the server has of a draft. */
interface Kept<T> {
  readonly draft: T
  readonly version: number
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * A draft that saves itself on the version that was read. Where another window has saved meanwhile its draft is taken,
 * and `overtaken` says so. `failed` holds a refusal; what was written stays on the screen then. While the server cannot be
 * reached the draft is `waiting`, and saves itself as soon as it can. Whoever leaves the page before that is warned.
 * `read` gives null where there is nothing to write; before anything was saved the draft is `first`.
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
  const state = ref<'saved' | 'saving' | 'waiting' | 'failed'>('saved')
  const failed = shallowRef<unknown>(null)
  const overtaken = ref(false)
  const busy = ref(false)
  const { t } = useT()
  let timer: ReturnType<typeof setTimeout> | undefined
  let queue: Promise<unknown> = Promise.resolve()
  let tries = 0
  /** What was sent last without an answer: the server may have it. */
  let unanswered: T | null = null
  let isGone = false

  function take(next: S | null): void {
    stored.value = next
    draft.value = next === null || next.version === 0 ? first() : next.draft
    state.value = 'saved'
  }
  function refused(error: unknown): void {
    if (isStale(error)) take(error.current as S)
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
  const saveAfter = (milliseconds: number): void => {
    clearTimeout(timer)
    if (!isGone) timer = setTimeout(() => void flush(), milliseconds)
  }
  function notSaved(error: unknown): void {
    refused(error)
    if (isStale(error)) return
    const isWaiting = isUnreachable(error)
    state.value = isWaiting ? 'waiting' : 'failed'
    if (isWaiting) saveAfter(waitAfter(tries++))
  }
  /** True when the server has it. */
  async function send(said: T): Promise<boolean> {
    const before = stored.value
    if (before === null) return false
    try {
      if (before.version === 0 || !same(before.draft, said)) {
        const { version } = await save(said, before.version)
        stored.value = { ...before, draft: said, version }
      }
      failed.value = null
      tries = 0
      unanswered = null
      return true
    } catch (error) {
      if (isStale(error) && unanswered !== null && same((error.current as S).draft, unanswered)) {
        // It was one's own: only the answer was lost.
        stored.value = error.current as S
        unanswered = null
        return send(said)
      }
      if (isUnreachable(error)) unanswered = said
      notSaved(error)
      return false
    }
  }
  /** Saves at once what is not saved yet; true when the server has it. */
  async function flush(): Promise<boolean> {
    clearTimeout(timer)
    const said = draft.value
    const sent = queue.then(() => send(said))
    queue = sent
    const isThere = await sent
    if (isThere && same(draft.value, said)) state.value = 'saved'
    return isThere
  }
  function change(next: Partial<T>): void {
    draft.value = { ...draft.value, ...next }
    overtaken.value = false
    if (state.value !== 'waiting') state.value = 'saving'
    saveAfter(pause)
  }
  /** Has the server do something with what stands on the screen, saved first; true when it did. */
  async function act(work: (version: number) => Promise<S>): Promise<boolean> {
    busy.value = true
    try {
      if (!(await flush())) return false
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
  const trySaving = (): void => void (['saving', 'waiting'].includes(state.value) && flush())
  for (const event of ['pagehide', 'online']) window.addEventListener(event, trySaving)
  onScopeDispose(() => {
    for (const event of ['pagehide', 'online']) window.removeEventListener(event, trySaving)
    isGone = true
    trySaving()
  })
  useCloseWarning(() => state.value !== 'saved' && failed.value !== null)
  onBeforeRouteLeave(async () => {
    if (state.value === 'saved' || (await flush())) return true
    return confirm({
      title: t('ui.unsaved.title'),
      text: t('ui.unsaved.text'),
      verb: t('ui.unsaved.verb'),
      danger: true,
    })
  })
  return { stored, draft, state, failed, overtaken, busy, load, change, act }
}

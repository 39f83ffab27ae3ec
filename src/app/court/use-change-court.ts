import { ref } from 'vue'
import { changesOf, type Court } from '../../domain'
import { api } from '../api'
import { useT } from '../i18n'
import { useErrors } from '../rounds/use-errors'
import { notify } from '../ui/notices'
import { isStale, useCourt, useRefresh } from '../use-court'

/**
 * Saves changes of the current court on the version they were made on, and offers to undo them. Where somebody else
 * was faster, nothing is saved, the court is read again and the page says so. `failed` holds any other refusal.
 */
export function useChangeCourt() {
  const { t } = useT()
  const { tell } = useErrors()
  const { court, version } = useCourt()
  const refresh = useRefresh()
  const busy = ref(false)
  const failed = ref<unknown>(null)

  /** Puts the lists back as they were, while the court has the version that the change made. */
  async function undo(before: Court, after: Court, made: number): Promise<void> {
    try {
      await api.changeCourt(before.id, changesOf(after, before), made)
      notify(t('court.undone'))
    } catch (error) {
      notify(isStale(error) ? t('court.undoStale') : tell(error), 'failed')
    }
    await refresh()
  }

  /**
   * True when the court is saved as `change` makes it of the present one; `done` is what the page says then. What the
   * server would not take back is not offered to be undone.
   */
  async function change(change: (court: Court) => Court, done: string, { final = false } = {}): Promise<boolean> {
    busy.value = true
    failed.value = null
    const before = court.value
    const after = change(before)
    try {
      const saved = await api.changeCourt(before.id, changesOf(before, after), version.value)
      await refresh()
      const back = { verb: t('court.undo'), act: () => void undo(before, after, saved.version) }
      notify(done, 'done', final ? undefined : back)
      return true
    } catch (error) {
      failed.value = error
      if (isStale(error)) {
        await refresh()
        notify(t('court.stale'), 'failed')
      }
      return false
    } finally {
      busy.value = false
    }
  }
  return { busy, failed, change }
}

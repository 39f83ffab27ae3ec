import { ref } from 'vue'
import { courtIssues, type Court } from '../../domain'
import { api, ApiError } from '../api'
import { useT } from '../i18n'
import { notify } from '../ui/notices'
import { isStale, useCourt, useRefresh } from '../use-court'

/**
 * Saves changes of the current court on the version they were made on. Where somebody else was faster, nothing is
 * saved, the court is read again and the page says so. `failed` holds any other refusal.
 */
export function useChangeCourt() {
  const { t } = useT()
  const { court, version } = useCourt()
  const refresh = useRefresh()
  const busy = ref(false)
  const failed = ref<unknown>(null)

  async function attempt(save: () => Promise<unknown>, done: string): Promise<boolean> {
    busy.value = true
    failed.value = null
    try {
      await save()
      await refresh()
      notify(done)
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
  return {
    busy,
    failed,
    /** Saves the court whole, as `change` makes it of the present one. */
    change: (change: (court: Court) => Court, done: string) =>
      attempt(() => api.saveCourt(change(court.value), version.value), done),
    /** Takes a row away, as `change` does it; refused while other rows refer to it. */
    remove: (row: string, change: (court: Court) => Court, done: string): Promise<boolean> => {
      const [first, ...rest] = courtIssues(change(court.value))
      if (first === undefined) return attempt(() => api.saveCourt(change(court.value), version.value), done)
      failed.value = new ApiError(409, 'still-in-use', { row, count: rest.length + 1, where: first.path[0] })
      return Promise.resolve(false)
    },
  }
}

import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { mayNow } from '../account/session'
import { api } from '../api'
import { isStale, useCourt, useRefresh } from '../use-court'
import { useSending } from '../use-sending'

/** What is kept longer than the court says, as of today; it goes by `apply`, all of it at once. */
export function useDue() {
  const { court, version } = useCourt()
  const refresh = useRefresh()
  // A change of the court changes what is due.
  const { data, error, refetch } = useQuery({
    key: () => ['court', court.value.id, 'due', version.value],
    query: () => api.due(court.value.id),
    enabled: () => mayNow('people.forget'),
  })
  const due = computed(() => data.value ?? [])
  const { busy, failed, send } = useSending()

  /** True when it is gone. */
  async function apply(): Promise<boolean> {
    const done = await send(async () => {
      await api.deleteDue(court.value.id, version.value)
      await refresh()
    })
    if (!done && isStale(failed.value)) await refresh()
    return done
  }
  return { told: data, due, error, refetch, busy, failed, apply }
}

import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import type { PlanData, Round } from '../../domain'
import { seesAll } from '../account/session'
import { api, type ToldReasons } from '../api'
import type { OpenRound } from '../rounds/open-round'
import { useCourt } from '../use-court'
import { reasonsFor } from './reasons'

const nothing: ToldReasons = { reasons: [], withheld: false }

interface Asked {
  readonly round: Round
  readonly plan: PlanData
  readonly open?: OpenRound
}

/**
 * Why people move under a stored plan of a round; nothing while there is none. Whoever has all of the court on the page reads it from there; others
 * are told by the server, as reasons may rest on what they do not see.
 */
export function useReasons(of: () => Asked | null | undefined) {
  const { court, version } = useCourt()
  const told = useQuery({
    key: () => ['reasons', court.value.id, of()?.round.id ?? '', version.value, JSON.stringify(of()?.plan ?? null)],
    query: ({ signal }) => api.reasons(court.value.id, of()!.round.id, signal),
    enabled: () => !seesAll.value && Boolean(of()),
  })
  const here = computed(() => {
    const asked = of()
    if (!seesAll.value || !asked) return null
    try {
      return reasonsFor(court.value, asked.round, asked.plan, asked.open)
    } catch {
      return null
    }
  })
  /** Of one person; null while it is not known, or where the plan was made for another state of the court. */
  function reasonsOf(person: string): ToldReasons | null {
    if (!seesAll.value) return told.data.value === undefined ? null : (told.data.value[person] ?? nothing)
    return here.value && { reasons: here.value.get(person) ?? [], withheld: false }
  }
  return {
    reasonsOf,
    loading: computed(() => !seesAll.value && told.isLoading.value),
    error: computed(() => (seesAll.value ? null : told.error.value)),
    retry: () => void told.refetch(),
  }
}

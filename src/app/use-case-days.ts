import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { countDays, type Court, type Days } from '../domain'
import { api } from './api'
import { useCourts } from './use-court'

const fiveMinutes = 5 * 60_000

/** The case list of the current court counted day by day over a span; `counted` is undefined until it is there. */
export function useCaseDays(span: () => Days) {
  const { current } = useCourts()
  const query = useQuery({
    key: () => ['court', current.value ?? '', 'cases'],
    query: async () => (await api.wholeCourt(current.value!)).court.cases ?? [],
    enabled: () => current.value !== null,
    staleTime: fiveMinutes,
  })
  const counted = computed(() => (query.data.value === undefined ? undefined : countDays(query.data.value, span())))
  /** Whether there is no case list at all. */
  const empty = computed(() => query.data.value?.length === 0)
  const retry = (): void => void query.refetch()
  return { counted, empty, error: query.error, retry }
}

/** Teams of enforcement bureaus (执行局). */
export function enforcementTeams({ departments, teams }: Pick<Court, 'departments' | 'teams'>): ReadonlySet<string> {
  const bureaus = new Set(departments.flatMap(({ id, kind }) => (kind === 'enforcement' ? [id] : [])))
  return new Set(teams.flatMap(({ id, department }) => (bureaus.has(department) ? [id] : [])))
}

import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import type { CaseDays, Court, Days } from '../domain'
import { api } from './api'
import { useCourts } from './use-court'

const fiveMinutes = 5 * 60_000

const nothing: CaseDays = { stock: [], days: [] }
const list = (teams: ReadonlySet<string> | null): string[] | null => (teams === null ? null : [...teams])

/**
 * The case list of the current court counted day by day over a span: of all its teams (null) or those given; of none,
 * nothing is asked. `counted` is undefined until it is there. While another span is counted, `counted` stays that of `span`, the one before.
 */
export function useCaseDays(asked: () => Days, teams: () => ReadonlySet<string> | null) {
  const { current } = useCourts()
  const query = useQuery({
    key: () => ['court', current.value ?? '', 'cases', asked(), list(teams())],
    query: async (): Promise<{ court: string; span: Days; counted: CaseDays }> => {
      const [court, span, team] = [current.value!, asked(), list(teams())]
      return {
        court,
        span,
        counted: team?.length === 0 ? nothing : await api.caseDays(court, { ...span, team: team ?? [] }),
      }
    },
    enabled: () => current.value !== null,
    placeholderData: (previous) => (previous?.court === current.value ? previous : undefined),
    staleTime: fiveMinutes,
  })
  const retry = (): void => void query.refetch()
  return {
    counted: computed(() => query.data.value?.counted),
    span: computed(() => query.data.value?.span),
    error: query.error,
    retry,
  }
}

/** Teams of enforcement bureaus (执行局). */
export function enforcementTeams({ departments, teams }: Pick<Court, 'departments' | 'teams'>): ReadonlySet<string> {
  const bureaus = new Set(departments.flatMap(({ id, kind }) => (kind === 'enforcement' ? [id] : [])))
  return new Set(teams.flatMap(({ id, department }) => (bureaus.has(department) ? [id] : [])))
}

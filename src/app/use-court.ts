import { useQuery, useQueryCache } from '@pinia/colada'
import { computed, ref, shallowRef, watch, type ComputedRef } from 'vue'
import { asOf, type Court } from '../domain'
import { mayNow } from './account/session'
import { api, ApiError, type StoredCourt } from './api'
import { standingOf } from './standing'

const remember = 'frontline.court'
const stored = (): string | null => {
  try {
    return localStorage.getItem(remember)
  } catch {
    return null
  }
}
/** Which court the page shows, by id; null until one is chosen. */
const chosen = ref<string | null>(stored())
watch(chosen, (court) => {
  try {
    if (court !== null) localStorage.setItem(remember, court)
  } catch {
    return
  }
})

export const chooseCourt = (court: string): void => {
  chosen.value = court
}

const fiveMinutes = 5 * 60_000

/** All courts on this server, and which of them the page shows. */
export function useCourts() {
  const query = useQuery({ key: ['courts'], query: () => api.courts(), staleTime: fiveMinutes })
  const current = computed(
    () => query.data.value?.find(({ id }) => id === chosen.value)?.id ?? query.data.value?.[0]?.id ?? null,
  )
  return { ...query, courts: query.data, current }
}

/** The current court as the server has it. The shell shows a page only once it is there. */
export function useStoredCourt() {
  const { current } = useCourts()
  return useQuery({
    key: () => ['court', current.value ?? ''],
    query: () => api.court(current.value!),
    enabled: () => current.value !== null,
    staleTime: fiveMinutes,
  })
}

const last = shallowRef<StoredCourt>()

/**
 * The current court, for pages: `court`, its `version`, the date its figures hold for, and need and have of
 * each post on it. Throws where no court was ever loaded: the shell does not show a page then.
 */
export function useCourt(): {
  court: ComputedRef<Court>
  version: ComputedRef<number>
  date: ComputedRef<string>
  standing: ComputedRef<ReturnType<typeof standingOf>>
} {
  const { data } = useStoredCourt()
  const now = computed(() => {
    if (data.value !== undefined) last.value = data.value
    if (last.value === undefined) throw new Error('No court is loaded.')
    return last.value
  })
  const court = computed(() => now.value.court)
  const date = computed(() => asOf(court.value))
  return {
    court,
    version: computed(() => now.value.version),
    date,
    standing: computed(() => standingOf(court.value, date.value)),
  }
}

/**
 * Has queries read again after a change. A read that fails is told by the screens that show what it reads; what was
 * changed stays changed.
 */
export function useReadAgain() {
  const cache = useQueryCache()
  return (filters: Parameters<typeof cache.invalidateQueries>[0]): Promise<unknown> =>
    cache.invalidateQueries(filters).catch(() => undefined)
}

/** Has the court, its rounds and plans read again: after a change of the court. */
export function useRefresh() {
  const readAgain = useReadAgain()
  return async (): Promise<void> => {
    await readAgain({ key: ['courts'] })
    await readAgain({ key: ['court'] })
    await readAgain({ key: ['rounds'] })
  }
}

/** The rounds of the current court, the newest date first. */
export function useRounds() {
  const { current } = useCourts()
  const query = useQuery({
    key: () => ['rounds', current.value ?? ''],
    query: async () => (await api.rounds(current.value!)).toSorted((a, b) => (a.round.date < b.round.date ? 1 : -1)),
    enabled: () => current.value !== null && mayNow('rounds.read'),
  })
  return { ...query, rounds: query.data }
}

/** The plan of a round; null while it has none. */
export function usePlan(round: () => string | undefined) {
  const { current } = useCourts()
  const query = useQuery({
    key: () => ['rounds', current.value ?? '', round() ?? '', 'plan'],
    query: () => api.plan(current.value!, round()!),
    enabled: () => current.value !== null && round() !== undefined,
  })
  return { ...query, plan: query.data }
}

export const isStale = (error: unknown): error is ApiError => error instanceof ApiError && error.code === 'stale'

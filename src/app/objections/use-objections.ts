import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { api } from '../api'
import { useAct } from '../use-act'

/** The objections to a round's kept plan that one may see, and what can be done about them. */
export function useObjections(of: () => { readonly court: string; readonly round: string }) {
  const key = () => ['objections', of().court, of().round]
  const { data, error, refetch } = useQuery({ key, query: () => api.objections(of().court, of().round) })
  const { busy, failed, act } = useAct(key)
  return {
    told: data,
    objections: computed(() => data.value?.objections ?? []),
    error,
    busy,
    failed,
    retry: () => void refetch(),
    file: (person: string, text: string) => act(() => api.fileObjection(of().court, of().round, { person, text })),
    answer: (id: string, state: 'upheld' | 'dismissed', words: string) =>
      act(() => api.answerObjection(of().court, of().round, id, { state, answer: words })),
    withdraw: (id: string) => act(() => api.withdrawObjection(of().court, of().round, id)),
  }
}

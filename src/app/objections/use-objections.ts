import { useQuery } from '@pinia/colada'
import { computed, ref, shallowRef } from 'vue'
import type { Objection } from '../../domain'
import { api } from '../api'
import { useReadAgain } from '../use-court'

/** The objections to a round's kept plan that one may see, and what can be done about them. */
export function useObjections(of: () => { readonly court: string; readonly round: string }) {
  const readAgain = useReadAgain()
  const key = () => ['objections', of().court, of().round]
  const { data, error, refetch } = useQuery({ key, query: () => api.objections(of().court, of().round) })
  const busy = ref(false)
  const failed = shallowRef<unknown>(null)

  /** True when the server did as asked; the list is read again either way, as somebody may have been faster. */
  async function act(send: (court: string, round: string) => Promise<Objection>): Promise<boolean> {
    busy.value = true
    failed.value = null
    try {
      await send(of().court, of().round)
      return true
    } catch (thrown) {
      failed.value = thrown
      return false
    } finally {
      busy.value = false
      await readAgain({ key: key() })
    }
  }
  return {
    told: data,
    objections: computed(() => data.value?.objections ?? []),
    error,
    busy,
    failed,
    retry: () => void refetch(),
    file: (person: string, text: string) => act((court, round) => api.fileObjection(court, round, { person, text })),
    answer: (id: string, state: 'upheld' | 'dismissed', words: string) =>
      act((court, round) => api.answerObjection(court, round, id, { state, answer: words })),
    withdraw: (id: string) => act((court, round) => api.withdrawObjection(court, round, id)),
  }
}

import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { isOpenSwap, partsOfSeat, type PlanData, type SwapDecision } from '../../domain'
import { api } from '../api'
import { useWords } from '../rounds/use-words'
import { useAct } from '../use-act'

/** The swaps under a round's kept plan that one may see, the open ones first, and what can be done about them. */
export function useSwaps(of: () => { readonly court: string; readonly round: string }) {
  const key = () => ['swaps', of().court, of().round]
  const { data, error, refetch } = useQuery({ key, query: () => api.swaps(of().court, of().round) })
  const { busy, failed, act } = useAct(key)
  return {
    told: data,
    swaps: computed(() => (data.value?.swaps ?? []).toSorted((a, b) => Number(isOpenSwap(b)) - Number(isOpenSwap(a)))),
    error,
    busy,
    failed,
    retry: () => void refetch(),
    ask: (person: string, other: string, text: string) =>
      act(() => api.askSwap(of().court, of().round, { person, other, text })),
    answer: (id: string, state: 'agreed' | 'declined') => act(() => api.answerSwap(of().court, of().round, id, state)),
    withdraw: (id: string) => act(() => api.withdrawSwap(of().court, of().round, id)),
    decide: (id: string, given: SwapDecision) => act(() => api.decideSwap(of().court, of().round, id, given)),
  }
}

/** Where somebody is to be under a plan, in words. */
export function usePlaced(plan: () => PlanData) {
  const { seatName } = useWords()
  return (person: string): string => {
    const seat = plan()[person]
    return seatName(seat ? { parts: partsOfSeat(seat) } : null)
  }
}

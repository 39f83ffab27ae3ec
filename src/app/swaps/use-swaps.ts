import { computed } from 'vue'
import { isOpenSwap, partsOfSeat, type PlanData, type SwapDecision } from '../../domain'
import { api } from '../api'
import { useWords } from '../rounds/use-words'
import { useCourt } from '../use-court'
import { useTold } from '../use-told'

/** The swaps under a round's kept plan that one may see, the open ones first, and what can be done about them. */
export function useSwaps(round: () => string) {
  const { court } = useCourt()
  const of = () => [court.value.id, round()] as const
  const { act, ...told } = useTold(
    () => ['swaps', ...of()],
    () => api.swaps(...of()),
  )
  return {
    ...told,
    swaps: computed(() =>
      (told.told.value?.swaps ?? []).toSorted((a, b) => Number(isOpenSwap(b)) - Number(isOpenSwap(a))),
    ),
    ask: (person: string, other: string, text: string) => act(() => api.askSwap(...of(), { person, other, text })),
    answer: (id: string, state: 'agreed' | 'declined') => act(() => api.answerSwap(...of(), id, state)),
    withdraw: (id: string) => act(() => api.withdrawSwap(...of(), id)),
    decide: (id: string, given: SwapDecision) => act(() => api.decideSwap(...of(), id, given)),
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

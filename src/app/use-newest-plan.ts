import { computed } from 'vue'
import { problemOf } from '../domain'
import { movesOf, shortageOf } from './moves'
import { useCourt, usePlan, useRounds } from './use-court'

/**
 * The newest round and its plan, against the court on the round's date: who moves, and the front line's
 * shortage (thousandths of an FTE) before and after.
 */
export function useNewestPlan() {
  const { court } = useCourt()
  const rounds = useRounds()
  const newest = computed(() => rounds.rounds.value?.[0])
  const { plan, error, isLoading } = usePlan(() => newest.value?.round.id)
  const outcome = computed(() => {
    const round = newest.value?.round
    const stored = plan.value
    if (round === undefined || stored === undefined || stored === null) return null
    const data = problemOf(court.value, round)
    return {
      round,
      data,
      stored,
      kept: stored.status === 'kept',
      moves: movesOf(data, stored.plan),
      before: shortageOf(data),
      after: shortageOf(data, stored.plan),
    }
  })
  return {
    newest,
    outcome,
    error: computed(() => rounds.error.value ?? error.value),
    loading: computed(() => rounds.isLoading.value || isLoading.value),
    retry: () => void rounds.refetch(),
  }
}

import { computed } from 'vue'
import { problemOf } from '../domain'
import { movesOf, shortageOf } from './moves'
import { useCourt, usePlan, useRounds } from './use-court'

/**
 * The newest round and its plan, against the court on the round's date: who moves, and the front line's
 * shortage (thousandths of an FTE) before and after. Of several for one date the one whose plan is kept: what is only
 * being tried, a variant say, must not hide it. `kept` asks for the newest plan that is kept, whatever is tried since;
 * without one the newest round stands in.
 */
export function useNewestPlan(which: 'newest' | 'kept' = 'newest') {
  const { court } = useCourt()
  const rounds = useRounds()
  const newest = computed(() => {
    const all = rounds.rounds.value ?? []
    return all.find(({ kept, round }) => kept && (which === 'kept' || round.date === all[0]!.round.date)) ?? all[0]
  })
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

import { computed, inject, onScopeDispose, ref, shallowRef, watch, type InjectionKey } from 'vue'
import { useCourt } from '../use-court'
import { useNewestPlan } from '../use-newest-plan'
import { forecastWorker, type ForecastWorker } from './ask'
import type { Answers, Question, State } from './questions'

/** Tests put a worker of their own in its place. */
export const workerKey: InjectionKey<ForecastWorker> = Symbol('forecast worker')

/** Milliseconds that a scenario rests before it is worked out: a stepper held down asks once. */
const rest = 60

/** What all answers are made from: the court as it is, and the newest plan. */
export function useForecastState() {
  const { court, date } = useCourt()
  const newest = useNewestPlan()
  const state = computed((): State => {
    const outcome = newest.outcome.value
    return {
      court: court.value,
      date: date.value,
      plan: outcome === null ? null : { data: outcome.data, plan: outcome.stored.plan },
    }
  })
  return { state, newest, settled: computed(() => !newest.loading.value) }
}
export type ForecastState = ReturnType<typeof useForecastState>

/**
 * The worker's answer to a question that may change at any time; null asks nothing. One question is under way at a
 * time and the newest goes next, so that nothing queues up; the old answer stands until the new one is there. The
 * page itself only sends a few words: no change ever waits for the sum.
 */
export function useAnswer<K extends keyof Answers>(
  { state, settled }: ForecastState,
  question: () => (Question & { kind: K }) | null,
) {
  const speaker = inject(workerKey, forecastWorker)
  const answer = shallowRef<Answers[K]>()
  /** The question that the answer belongs to: words about the answer must not run ahead of it. */
  const answered = shallowRef<Question & { kind: K }>()
  const error = shallowRef<Error | null>(null)
  const working = ref(false)
  const progress = shallowRef<{ done: number; of: number } | null>(null)
  let underWay = false
  let again = false
  let gone = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function ask(): void {
    const wanted = question()
    if (gone || wanted === null || !settled.value) return
    if (underWay) {
      again = true
      return
    }
    underWay = true
    again = false
    const end = (act: () => void): void => {
      underWay = false
      progress.value = null
      if (gone) return
      act()
      if (again) ask()
      else working.value = false
    }
    speaker.ask(state.value, wanted, {
      done: (given) =>
        end(() => {
          answer.value = given as Answers[K]
          answered.value = wanted
          error.value = null
        }),
      failed: (thrown) => end(() => void (error.value = thrown)),
      progress: (done, of) => void (progress.value = { done, of }),
    })
  }
  function soon(): void {
    clearTimeout(timer)
    working.value = question() !== null
    if (!working.value) return
    timer = setTimeout(ask, answer.value === undefined ? 0 : rest)
  }
  watch([() => JSON.stringify(question()), state, settled], soon, { immediate: true })
  onScopeDispose(() => {
    gone = true
    clearTimeout(timer)
  })
  return { answer, answered, error, working, progress, retry: soon }
}

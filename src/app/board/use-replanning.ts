import { computed, ref, shallowRef, watch } from 'vue'
import { useRouter } from 'vue-router'
import { movesBetween, readPlan, samePlan, type Move, type PlanData, type Round } from '../../domain'
import { problemOf } from '../../domain/problem-of'
import { goalsInOrder, orderOf, type Goal, type Order } from '../../rules'
import { useT } from '../i18n'
import type { OpenRound } from '../rounds/open-round'
import { useErrors } from '../rounds/use-errors'
import { notify } from '../ui/notices'
import { usePreferences } from '../use-preferences'
import { pinsFor } from './decisions'
import type { usePlanEditor } from './use-plan-editor'
import { useReplan } from './use-replan'

/**
 * "Re-plan the rest": what was moved by hand is pinned where it is, the planner finds the best for everybody else;
 * as chosen, with as few people as can be elsewhere than in the plan at hand once need is met.
 */
export function useReplanning(
  open: () => OpenRound,
  editing: ReturnType<typeof usePlanEditor>,
  update: (change: (round: Round) => Round) => Promise<boolean>,
) {
  const { t } = useT()
  const { tell } = useErrors()
  const router = useRouter()
  const planner = useReplan()
  const { replan } = usePreferences()
  const pins = ref(0)
  /** The goals that the run strives for, in order. */
  const goals = shallowRef<readonly Goal[]>([])
  const last = shallowRef<{ readonly plan: PlanData; readonly moves: readonly Move[] } | null>(null)
  /** Who sits elsewhere than before the run, as long as its plan stands on the board. */
  const changes = computed(() =>
    last.value !== null && editing.data.value !== null && samePlan(editing.data.value, last.value.plan)
      ? last.value.moves
      : null,
  )

  // The first touch by hand tells that planning again may come.
  watch(
    () => editing.byHand.value.size > 0,
    (isTouched) => {
      const { court, round } = open()
      const start = editing.base.value.proposal?.plan ?? editing.data.value
      if (isTouched && start !== null) planner.ready(problemOf(court, round), orderOf(round), start)
    },
  )

  /** Where a proposal is asked for, a clash is told in full: whom and what it concerns, and the ways out. */
  const showWaysOut = (): void =>
    void router.push({ name: 'round', params: { round: open().round.id }, query: { step: 'propose' } })

  async function start(): Promise<void> {
    const { court, problem } = open()
    const plan = editing.plan.value!
    const people = [...editing.byHand.value]
    const decided = (round: Round): Round => ({
      ...round,
      decisions: pinsFor(problem, round.decisions, plan, people),
    })
    pins.value = people.length
    if (people.length > 0 && !(await update(decided))) {
      notify(t('rounds.notSaved'), 'failed')
      return
    }
    const { round } = open()
    const before = editing.data.value!
    const order: Order = { ...orderOf(round), ...(replan.value === 'few' ? { keep: before } : {}) }
    goals.value = goalsInOrder(order)
    last.value = null
    try {
      const outcome = await planner.run(problemOf(court, round), order, before)
      if (outcome.kind === 'proposal') {
        editing.takeOver(outcome)
        const now = open().problem
        last.value = {
          plan: outcome.plan,
          moves: movesBetween(now, readPlan(now, before), readPlan(now, outcome.plan)),
        }
        notify(t(outcome.status === 'proven' ? 'board.replanned' : 'board.replanStopped'))
      } else if (outcome.kind === 'clash')
        notify(
          t('board.replanClash', {
            rules: outcome.rules.map((rule) => t(`rules.${rule}.name` as 'app.title')).join(t('rounds.listComma')),
          }),
          'failed',
          { verb: t('board.replanWays'), act: showWaysOut },
        )
      else notify(t('board.replanNothing'), 'failed')
    } catch (error) {
      notify(tell(error), 'failed')
    }
  }
  return { ...planner, pins, goals, changes, forget: () => (last.value = null), start }
}

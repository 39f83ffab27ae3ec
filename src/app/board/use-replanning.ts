import { ref } from 'vue'
import type { Round } from '../../domain'
import { problemOf } from '../../domain/problem-of'
import { orderOf } from '../../rules'
import { useT } from '../i18n'
import type { OpenRound } from '../rounds/open-round'
import { useErrors } from '../rounds/use-errors'
import { notify } from '../ui/notices'
import { pinsFor } from './decisions'
import type { usePlanEditor } from './use-plan-editor'
import { useReplan } from './use-replan'

/** "Re-plan the rest": what was moved by hand is pinned where it is, the planner finds the best for everybody else. */
export function useReplanning(
  open: () => OpenRound,
  editing: ReturnType<typeof usePlanEditor>,
  update: (change: (round: Round) => Round) => Promise<boolean>,
) {
  const { t } = useT()
  const { tell } = useErrors()
  const planner = useReplan()
  const pins = ref(0)

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
    try {
      const outcome = await planner.run(problemOf(court, round), orderOf(round))
      if (outcome.kind === 'proposal') {
        editing.takeOver(outcome)
        notify(t(outcome.status === 'proven' ? 'board.replanned' : 'board.replanStopped'))
      } else if (outcome.kind === 'clash')
        notify(
          t('board.replanClash', {
            rules: outcome.rules.map((rule) => t(`rules.${rule}.name` as 'app.title')).join(t('rounds.listComma')),
          }),
          'failed',
        )
      else notify(t('board.replanNothing'), 'failed')
    } catch (error) {
      notify(tell(error), 'failed')
    }
  }
  return { ...planner, pins, start }
}

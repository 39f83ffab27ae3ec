import { shallowRef } from 'vue'
import type { PlanData, Proposal } from '../../domain'
import type { StoredPlan } from '../api'
import { useT } from '../i18n'
import { notify } from '../ui/notices'
import { useErrors } from './use-errors'
import type { useStoredPlan } from './use-stored-plan'

/** Keeps the plan of a round's result, and says what stands in the way: a newer plan of somebody else, or rules. */
export function useRoundKeeping({ stored, save }: Pick<ReturnType<typeof useStoredPlan>, 'stored' | 'save'>) {
  const { t } = useT()
  const { tell } = useErrors()
  const conflict = shallowRef<{ plan: PlanData; proposal: Proposal | null; theirs: StoredPlan } | null>(null)

  async function keep(plan: PlanData, from: Proposal | null, onto?: number): Promise<void> {
    try {
      const origin = from !== null && JSON.stringify(from.plan) === JSON.stringify(plan) ? 'proposal' : 'hand'
      const saved = await save({ plan, status: 'kept', origin, proposal: from }, onto)
      if (saved.kind === 'saved') notify(t('rounds.result.keptNow'))
      else if (saved.kind === 'stale') conflict.value = { plan, proposal: from, theirs: saved.current }
      else notify(t('rounds.result.refused', { count: saved.broken.length }), 'failed')
    } catch (thrown) {
      notify(tell(thrown), 'failed')
    }
  }
  function keepMine(): void {
    const { plan, proposal: from, theirs } = conflict.value!
    conflict.value = null
    void keep(plan, from, theirs.version)
  }
  function takeTheirs(): void {
    stored.value = conflict.value!.theirs
    conflict.value = null
  }
  return { conflict, keep, keepMine, takeTheirs }
}

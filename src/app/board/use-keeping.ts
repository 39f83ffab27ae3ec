import { shallowRef } from 'vue'
import type { BrokenLimit } from '../../domain'
import type { StoredPlan } from '../api'
import { useT } from '../i18n'
import { useErrors } from '../rounds/use-errors'
import type { useStoredPlan } from '../rounds/use-stored-plan'
import { notify } from '../ui/notices'
import type { usePlanEditor } from './use-plan-editor'

/** Saving the plan of the board: as a draft with whatever it breaks, or kept; and what stands in the way of it. */
export function useKeeping(editing: ReturnType<typeof usePlanEditor>, { save }: ReturnType<typeof useStoredPlan>) {
  const { t } = useT()
  const { tell } = useErrors()
  const refused = shallowRef<BrokenLimit[] | null>(null)
  const conflict = shallowRef<{ theirs: StoredPlan; status: 'draft' | 'kept' } | null>(null)

  async function keep(status: 'draft' | 'kept', onto = editing.base.value.version): Promise<void> {
    const plan = editing.data.value
    if (plan === null) return
    const { proposal } = editing.base.value
    const same =
      proposal !== null && Object.entries(plan).every(([person, seat]) => seat === (proposal.plan[person] ?? null))
    try {
      const result = await save({ plan, status, origin: same ? 'proposal' : 'hand', proposal }, onto)
      if (result.kind === 'stale') conflict.value = { theirs: result.current, status }
      else if (result.kind === 'refused') refused.value = result.broken
      else {
        editing.saved(result.stored)
        notify(t(status === 'kept' ? 'board.keptNow' : 'board.draftNow'))
      }
    } catch (error) {
      notify(tell(error), 'failed')
    }
  }
  function keepMine(): void {
    const { theirs, status } = conflict.value!
    conflict.value = null
    void keep(status, theirs.version)
  }
  function takeTheirs(): void {
    editing.beginFrom(conflict.value!.theirs)
    conflict.value = null
  }
  return { refused, conflict, keep, keepMine, takeTheirs }
}

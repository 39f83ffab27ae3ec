import { shallowRef } from 'vue'
import { samePlan, type BrokenLimit, type PlanData, type Proposal } from '../../domain'
import type { StoredPlan } from '../api'
import { notify } from '../ui/notices'
import { useErrors } from './use-errors'
import type { useStoredPlan } from './use-stored-plan'

/** A plan to save: kept, or as a draft with whatever it breaks; and the proposal that it was made from. */
export interface PlanToSave {
  readonly plan: PlanData
  readonly status: 'draft' | 'kept'
  readonly proposal: Proposal | null
}

/** Saves a round's plan, and says what stands in the way: a newer plan of somebody else, or rules. `page` goes on from there. */
export function useKeeping(
  save: ReturnType<typeof useStoredPlan>['save'],
  page: {
    saved: (stored: StoredPlan) => void
    refused: (broken: BrokenLimit[]) => void
    /** Asked before a plan is kept: false leaves it as it is. */
    asks?: (plan: PlanData) => Promise<boolean>
    /** The other's plan was chosen. */
    taken: (theirs: StoredPlan) => void
  },
) {
  const { tell } = useErrors()
  const conflict = shallowRef<{ mine: PlanToSave; theirs: StoredPlan } | null>(null)

  /** True where the plan is saved. */
  async function keep(mine: PlanToSave, onto?: number): Promise<boolean> {
    const origin = mine.proposal !== null && samePlan(mine.proposal.plan, mine.plan) ? 'proposal' : 'hand'
    try {
      if (mine.status === 'kept' && page.asks !== undefined && !(await page.asks(mine.plan))) return false
      const result = await save({ ...mine, origin }, onto)
      if (result.kind === 'stale') conflict.value = { mine, theirs: result.current }
      else if (result.kind === 'refused') page.refused(result.broken)
      else page.saved(result.stored)
      return result.kind === 'saved'
    } catch (error) {
      notify(tell(error), 'failed')
      return false
    }
  }
  function keepMine(): void {
    const { mine, theirs } = conflict.value!
    conflict.value = null
    void keep(mine, theirs.version)
  }
  function takeTheirs(): void {
    page.taken(conflict.value!.theirs)
    conflict.value = null
  }
  return { conflict, keep, keepMine, takeTheirs }
}

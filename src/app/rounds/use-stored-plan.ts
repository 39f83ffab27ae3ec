import { ref, shallowRef } from 'vue'
import type { BrokenLimit } from '../../domain'
import { api, ApiError, type GivenPlan, type StoredPlan } from '../api'
import { isStale, useReadAgain } from '../use-court'

/** What a save came to. `stale`: somebody else saved meanwhile; `refused`: it breaks rules that must hold. */
export type Saved =
  | { readonly kind: 'saved'; readonly stored: StoredPlan }
  | { readonly kind: 'stale'; readonly current: StoredPlan }
  | { readonly kind: 'refused'; readonly broken: BrokenLimit[] }

/** The round's plan as the server has it; null while none is saved. */
export function useStoredPlan(court: string, round: string) {
  const readAgain = useReadAgain()
  const stored = shallowRef<StoredPlan | null>(null)
  const saving = ref(false)

  async function load(): Promise<StoredPlan | null> {
    stored.value = await api.plan(court, round)
    return stored.value
  }

  /** Saves on top of the version given, by default the one seen last; throws what is neither stale nor refused. */
  async function save(plan: GivenPlan, onto = stored.value?.version ?? 0): Promise<Saved> {
    saving.value = true
    try {
      stored.value = await api.savePlan(court, round, plan, onto)
      void readAgain({ key: ['rounds', court] })
      // Keeping a plan, or taking it back, writes the answers to wishes into the court.
      void readAgain({ key: ['court'] })
      return { kind: 'saved', stored: stored.value }
    } catch (error) {
      if (isStale(error)) return { kind: 'stale', current: error.current as StoredPlan }
      if (error instanceof ApiError && error.code === 'plan-breaks-rules')
        return { kind: 'refused', broken: error.more.broken as BrokenLimit[] }
      throw error
    } finally {
      saving.value = false
    }
  }
  return { stored, saving, load, save }
}

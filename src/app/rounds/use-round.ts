import { ref, shallowRef } from 'vue'
import type { Round } from '../../domain'
import { api, type StoredRound } from '../api'
import { isStale, useCourt, useReadAgain } from '../use-court'
import { openRound, reopened, type OpenRound } from './open-round'

/**
 * A round opened on the current court. Changes show at once and are saved one after another; where somebody else
 * has saved meanwhile, the same change is made to their version, so that both stay.
 */
export function useRound(id: string) {
  const { court } = useCourt()
  const readAgain = useReadAgain()
  const open = shallowRef<OpenRound | null>(null)
  const error = shallowRef<unknown>(null)
  const saving = ref<'saved' | 'saving' | 'failed'>('saved')
  let version = 0
  let queue: Promise<unknown> = Promise.resolve()

  async function reload(): Promise<void> {
    error.value = null
    try {
      const current = await api.round(court.value.id, id)
      version = current.version
      open.value = openRound(court.value, current.round)
    } catch (thrown) {
      error.value = thrown
    }
  }

  async function save(next: Round, change: (round: Round) => Round): Promise<void> {
    try {
      version = (await api.saveRound(court.value.id, next, version)).version
    } catch (thrown) {
      if (!isStale(thrown)) throw thrown
      const theirs = thrown.current as StoredRound
      const both = change(theirs.round)
      version = (await api.saveRound(court.value.id, both, theirs.version)).version
      if (open.value !== null) open.value = reopened(open.value, both)
    }
    void readAgain({ key: ['rounds', court.value.id], exact: true })
  }

  /** Makes the change on the screen and saves it; false when that failed: the screen then shows what the server has. */
  async function update(change: (round: Round) => Round): Promise<boolean> {
    if (open.value === null) return false
    const next = change(open.value.round)
    open.value = reopened(open.value, next)
    saving.value = 'saving'
    const mine = (queue = queue.then(() => save(next, change)))
    try {
      await mine
      if (queue === mine) saving.value = 'saved'
      return true
    } catch {
      saving.value = 'failed'
      queue = Promise.resolve()
      await reload()
      return false
    }
  }

  return { open, error, saving, reload, update }
}

import type { Proposal } from '../../domain'
import type { Draft } from './plan-editor'

/** A draft on this device: what was changed since the plan was last saved, and on top of which version. */
export interface StoredDraft extends Draft {
  readonly base: number
  /** The proposal it began from, where it began from one. */
  readonly proposal?: Proposal | null
}

const keyOf = (court: string, round: string): string => `frontline.draft.${court}.${round}`

/** Reads the draft of a round; null where there is none, or where what is there cannot be read. */
export function readDraft(court: string, round: string, store: Storage = localStorage): StoredDraft | null {
  try {
    const text = store.getItem(keyOf(court, round))
    if (text === null) return null
    const read = JSON.parse(text) as Partial<StoredDraft>
    return typeof read.plan === 'object' &&
      Array.isArray(read.done) &&
      Array.isArray(read.undone) &&
      typeof read.base === 'number'
      ? (read as StoredDraft)
      : null
  } catch {
    return null
  }
}

/** Keeps the draft; false where the device has no room or forbids it, so that the screen can say so. */
export function writeDraft(court: string, round: string, draft: StoredDraft, store: Storage = localStorage): boolean {
  try {
    store.setItem(keyOf(court, round), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export function dropDraft(court: string, round: string, store: Storage = localStorage): void {
  try {
    store.removeItem(keyOf(court, round))
  } catch {
    // Nothing was kept where nothing can be removed.
  }
}

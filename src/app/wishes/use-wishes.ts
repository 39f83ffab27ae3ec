import { computed } from 'vue'
import { emptyStatement, type WishStatement } from '../../domain'
import { api, type StoredWishes } from '../api'
import { useReadAgain } from '../use-court'
import { useDraft } from '../use-draft'

/**
 * What a person says of where to work: a draft that saves itself, and is confirmed when the person says so. Before
 * anything was said it begins with the wishes that the court has `recorded`.
 */
export function useWishes(court: string, person: string, recorded: () => WishStatement['posts']) {
  const readAgain = useReadAgain()
  const onRecord = (): WishStatement => ({ ...emptyStatement, posts: recorded() })
  const { busy, act, ...kept } = useDraft<WishStatement, StoredWishes>({
    read: () => api.wishes(court, person),
    save: (draft, version) => api.saveWishes(court, person, draft, version),
    first: onRecord,
  })
  /** True when the draft is what the person has said now. */
  async function confirm(): Promise<boolean> {
    const done = await act((version) => api.confirmWishes(court, person, version))
    if (done) void readAgain({ key: ['court'] })
    return done
  }
  /** Whether something was said that is not confirmed. */
  const isNew = computed(() => {
    const { value } = kept.stored
    return value !== null && JSON.stringify(value.confirmed ?? onRecord()) !== JSON.stringify(kept.draft.value)
  })
  return { ...kept, confirming: busy, isNew, confirm }
}

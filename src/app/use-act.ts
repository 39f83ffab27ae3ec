import { ref, shallowRef } from 'vue'
import { useReadAgain } from './use-court'

/** Does things on the server, one at a time, after which a query is read again: somebody else may have been faster. */
export function useAct(key: () => string[]) {
  const readAgain = useReadAgain()
  const busy = ref(false)
  const failed = shallowRef<unknown>(null)

  /** True when the server did as asked; what it refused stays in `failed`. */
  async function act(send: () => Promise<unknown>): Promise<boolean> {
    busy.value = true
    failed.value = null
    try {
      await send()
      return true
    } catch (thrown) {
      failed.value = thrown
      return false
    } finally {
      busy.value = false
      await readAgain({ key: key() })
    }
  }
  return { busy, failed, act }
}

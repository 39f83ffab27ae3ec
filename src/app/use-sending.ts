import { ref, shallowRef } from 'vue'

/** Sends a form once at a time; `failed` is what was refused. True when it was done. */
export function useSending() {
  const busy = ref(false)
  const failed = shallowRef<unknown>(null)
  async function send(work: () => Promise<unknown>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    failed.value = null
    try {
      await work()
      return true
    } catch (error) {
      failed.value = error
      return false
    } finally {
      busy.value = false
    }
  }
  return { busy, failed, send }
}

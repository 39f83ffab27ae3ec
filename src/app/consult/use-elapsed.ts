import { ref, type Ref } from 'vue'

/** Whole seconds since the latest work began, for as long as it lasts. */
export function useElapsed(): { readonly elapsed: Ref<number>; during: <T>(work: Promise<T>) => Promise<T> } {
  const elapsed = ref(0)
  async function during<T>(work: Promise<T>): Promise<T> {
    elapsed.value = 0
    const began = performance.now()
    const tick = setInterval(() => (elapsed.value = Math.round((performance.now() - began) / 1000)), 500)
    return work.finally(() => clearInterval(tick))
  }
  return { elapsed, during }
}

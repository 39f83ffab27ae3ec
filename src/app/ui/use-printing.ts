import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

/** True while the page is being printed: long tables then show every row. */
export function usePrinting(): Ref<boolean> {
  const printing = ref(false)
  const query = typeof matchMedia === 'function' ? matchMedia('print') : null
  const follow = (event: { matches: boolean }): void => {
    printing.value = event.matches
  }
  const begin = (): void => follow({ matches: true })
  const end = (): void => follow({ matches: false })
  onMounted(() => {
    printing.value = query?.matches ?? false
    query?.addEventListener('change', follow)
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
  })
  onBeforeUnmount(() => {
    query?.removeEventListener('change', follow)
    removeEventListener('beforeprint', begin)
    removeEventListener('afterprint', end)
  })
  return printing
}

import { computed, onBeforeUnmount, ref, shallowRef, watch, type Ref } from 'vue'
import { usePrinting } from './use-printing'

/** Milliseconds after which values rest and rows out of sight may follow. */
const rest = 150

/**
 * For a list that must follow a slider within one frame: what a row is drawn from. `drawn(row)` is the row itself
 * while it is in sight (or about to be), and out of sight something that changes only when the rows have rested, so
 * that `v-memo` leaves it alone meanwhile. `list` holds one element a row, in the order of the rows.
 */
export function useInSight<Row extends { readonly id: string }>(
  list: Ref<HTMLElement | null>,
  rows: () => readonly Row[],
) {
  const out = shallowRef<ReadonlySet<string>>(new Set())
  const rested = ref(0)
  const printing = usePrinting()
  const ids = computed(() => rows().map(({ id }) => id))
  let timer: ReturnType<typeof setTimeout> | undefined

  const rowOf = new WeakMap<Element, string>()
  function follow(seen: readonly IntersectionObserverEntry[]): void {
    const next = new Set(out.value)
    for (const { target, isIntersecting } of seen)
      if (isIntersecting) next.delete(rowOf.get(target)!)
      else next.add(rowOf.get(target)!)
    out.value = next
  }
  // Where nothing tells what is in sight, all of it is.
  const observer = 'IntersectionObserver' in window ? new IntersectionObserver(follow, { rootMargin: '25%' }) : null
  watch(
    [list, () => ids.value.join('\n')],
    () => {
      observer?.disconnect()
      // A row that is new counts as in sight until the observer says otherwise.
      out.value = new Set(ids.value.filter((id) => out.value.has(id)))
      for (const [at, element] of [...(list.value?.children ?? [])].entries()) {
        rowOf.set(element, ids.value[at]!)
        observer?.observe(element)
      }
    },
    { flush: 'post', immediate: true },
  )
  watch(rows, () => {
    clearTimeout(timer)
    timer = setTimeout(() => rested.value++, rest)
  })
  onBeforeUnmount(() => {
    clearTimeout(timer)
    observer?.disconnect()
  })
  const drawn = (row: Row): Row | number => (out.value.has(row.id) && !printing.value ? rested.value : row)
  return { drawn }
}

import { computed, type WritableComputedRef } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'

/** The address on its way: choices that change in one go must not undo each other. */
let coming: LocationQueryRaw | null = null

/** A choice that stands in the page's address, so that it can be linked to and the way back leads to it. */
export function useQueryValue<T extends string>(
  name: string,
  fallback: T,
  known?: readonly T[],
): WritableComputedRef<T> {
  const route = useRoute()
  const router = useRouter()
  return computed({
    get: () => {
      const given = route.query[name]
      const value = (typeof given === 'string' ? given : fallback) as T
      return known === undefined || known.includes(value) ? value : fallback
    },
    set: (value) => {
      const mine = { ...(coming ?? route.query), [name]: value === fallback ? undefined : value }
      coming = mine
      void router.replace({ query: mine, hash: route.hash }).finally(() => {
        if (coming === mine) coming = null
      })
    },
  })
}

import { collator } from './format'

export type Cell = string | number | null | undefined

/** Sorts rows by one value: numbers by size, texts in Chinese order; what has no value comes last either way. */
export function sortBy<T>(rows: readonly T[], value: (row: T) => Cell, descending: boolean): T[] {
  const sign = descending ? -1 : 1
  return rows.toSorted((first, second) => {
    const a = value(first) ?? null
    const b = value(second) ?? null
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b)))
  })
}

import type { Cell } from './sort'

/** A column of a DataTable; `width` in pixels. With `value` it can be sorted. */
export interface Column<T> {
  readonly key: string
  readonly title: string
  readonly width?: number
  readonly align?: 'end'
  readonly value?: (row: T) => Cell
}

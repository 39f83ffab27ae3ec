import type { Court } from '../domain'
import { fieldOf, type ListName, type Row, type Sheet } from './column'
import { sheets } from './sheets'

/** One row that an import would change, with the fields that differ. */
export interface ChangedRow {
  readonly key: string
  readonly before: Row
  readonly after: Row
  readonly fields: readonly string[]
}

/** What an import would do to one list. */
export interface ListChange {
  readonly list: ListName
  readonly added: readonly { readonly key: string; readonly row: Row }[]
  readonly changed: readonly ChangedRow[]
  readonly removed: readonly { readonly key: string; readonly row: Row }[]
  readonly same: number
}

/** Rows by their key; rows that share a key (a list need not forbid it) are told apart by their order. */
function keyed(sheet: Sheet, rows: readonly Row[]): Map<string, Row> {
  const found = new Map<string, Row>()
  const times = new Map<string, number>()
  for (const row of rows) {
    const key = sheet.key.map((field) => (fieldOf(row, field) as string | number | null) ?? '').join(' ')
    const nth = (times.get(key) ?? 0) + 1
    times.set(key, nth)
    found.set(nth === 1 ? key : `${key} (${nth})`, row)
  }
  return found
}

const equal = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** What is added, changed and removed between two states of one list. */
export function compareRows(sheet: Sheet, before: readonly Row[], after: readonly Row[]): ListChange {
  const old = keyed(sheet, before)
  const next = keyed(sheet, after)
  const added: { key: string; row: Row }[] = []
  const changed: ChangedRow[] = []
  for (const [key, row] of next) {
    const was = old.get(key)
    const fields =
      was === undefined
        ? []
        : sheet.columns.map(({ field }) => field).filter((field) => !equal(fieldOf(was, field), fieldOf(row, field)))
    if (was === undefined) added.push({ key, row })
    else if (fields.length > 0) changed.push({ key, before: was, after: row, fields })
  }
  const removed = [...old].filter(([key]) => !next.has(key)).map(([key, row]) => ({ key, row }))
  return { list: sheet.list, added, changed, removed, same: next.size - added.length - changed.length }
}

/** What would be added, changed and removed, list by list; `before` is null where there is no court yet. */
export const compareCourts = (before: Court | null, after: Court): ListChange[] =>
  sheets.map((sheet) => {
    const there = (before === null ? undefined : sheet.rowsOf(before)) ?? []
    return compareRows(sheet, there, sheet.rowsOf(after) ?? there)
  })

import type { z } from 'zod'
import { isEmpty, readCell, shown } from './cell'
import type { ListName, Sheet } from './column'
import type { Problems, WorkbookProblem } from './problem'
import type { Table } from './table'

/** A row as far as it could be read, and where it stands. */
export interface ReadRow {
  readonly number: number
  readonly value: Record<string, unknown>
  /** What the cells show, by field. */
  readonly shown: Readonly<Record<string, string>>
  /** Fields that could not be read. */
  readonly bad: ReadonlySet<string>
}

export interface ReadSheet {
  readonly sheet: Sheet
  readonly title: string
  readonly titleOf: (field: string) => string | null
  readonly rows: readonly ReadRow[]
}

/** The code of a problem for what the domain's schema says of a value, and what would be right. */
export function refusal(issue: z.core.$ZodIssue): Pick<WorkbookProblem, 'code' | 'right'> {
  if (issue.code === 'too_small')
    return { code: 'number-too-small', right: `${issue.inclusive === false ? '>' : '≥'} ${issue.minimum}` }
  if (issue.code === 'too_big')
    return issue.origin === 'string'
      ? { code: 'text-too-long', right: String(issue.maximum) }
      : { code: 'number-too-big', right: `${issue.inclusive === false ? '<' : '≤'} ${issue.maximum}` }
  if (issue.code === 'custom') {
    const { right, from } = (issue.params ?? {}) as Partial<Record<'right' | 'from', string | number>>
    return { code: issue.message, right: right !== undefined ? String(right) : from !== undefined ? `≥ ${from}` : null }
  }
  if (issue.code === 'invalid_format') return { code: issue.message, right: null }
  return { code: 'value-refused', right: null }
}

/** The column's field that a schema's path leads to: `['weights', 'judge']` to `weights.judge`, `['skills', 2]` to `skills`. */
export const fieldAt = (sheet: Sheet, path: readonly PropertyKey[]): string | undefined =>
  [path.slice(0, 2).map(String).join('.'), String(path[0] ?? sheet.key.at(-1))].find((field) =>
    sheet.columns.some((column) => column.field === field),
  )

/** Takes objects out of a row of which every cell is empty, where the schema knows a row without them (`ratioTo`). */
export function withoutEmpty(sheet: Sheet, row: Record<string, unknown>): void {
  for (const [field, value] of Object.entries(row)) {
    const empty = value !== null && typeof value === 'object' && Object.keys(value).length === 0
    if (empty && sheet.row.shape[field]?.safeParse(null).success === true) delete row[field]
  }
}

/** Reads every row of a table: cells as their columns ask, then the whole row as the domain's schema asks. */
export function readRows(table: Table, problems: Problems): ReadSheet {
  const { sheet, locale } = table
  const titleOf = (field: string): string | null =>
    table.columns.find(({ column }) => column.field === field)?.title ?? null
  const nested = [
    ...new Set(
      table.columns.filter(({ column }) => column.field.includes('.')).map(({ column }) => column.field.split('.')[0]!),
    ),
  ]
  const rows = table.rows.map(({ number, cells, odd }): ReadRow => {
    const value: Record<string, unknown> = Object.fromEntries(nested.map((field) => [field, {}]))
    const seen: Record<string, string> = {}
    const bad = new Set<string>()
    const refuse = (field: string, code: string, right: string | null): void => {
      if (bad.has(field)) return
      bad.add(field)
      problems.add(code, {
        list: sheet.list,
        sheet: table.title,
        row: number,
        column: titleOf(field),
        value: seen[field] ?? null,
        right,
      })
    }
    for (const { column, at } of table.columns) {
      const { field } = column
      const cell = cells[at] ?? null
      seen[field] = shown(cell)
      const oddity = odd.get(at)
      if (oddity !== undefined) refuse(field, oddity === 'formula' ? 'formula' : 'cell-error', null)
      if (oddity !== undefined || isEmpty(cell)) continue
      const read = readCell(column, cell, locale)
      if ('code' in read) refuse(field, read.code, read.right)
      else {
        const [head = '', tail] = field.split('.')
        if (tail === undefined) value[head] = read.value
        else (value[head] as Record<string, unknown>)[tail] = read.value
      }
    }
    withoutEmpty(sheet, value)
    const parsed = sheet.row.safeParse(value)
    if (parsed.success) return { number, value: parsed.data, shown: seen, bad }
    for (const issue of parsed.error.issues) {
      const field = fieldAt(sheet, issue.path)
      if (field === undefined || titleOf(field) === null) continue
      const empty = issue.path.length > 0 && (seen[field] ?? '').trim() === ''
      const { code, right } = empty ? { code: 'cell-empty', right: null } : refusal(issue)
      refuse(field, code, right)
    }
    return { number, value, shown: seen, bad }
  })
  return { sheet, title: table.title, titleOf, rows }
}

export type ReadSheets = ReadonlyMap<ListName, ReadSheet>

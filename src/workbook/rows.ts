import type { z } from 'zod'
import type { CellValue } from 'hucre/xlsx'
import { isEmpty, readCell, shown, type CellRead } from './cell'
import type { Column, ListName, Sheet, Target } from './column'
import { ownCopy } from './own-copy'
import type { Problems, WorkbookProblem } from './problem'
import type { Table } from './table'
import type { Locale } from './words'

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

/**
 * The column's field that a schema's path leads to: `['weights', 'judge']` to `weights.judge`, `['skills', 2]` to
 * `skills`.
 */
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

/** Cells of these kinds repeat down a column, and are slow to read. */
const repeated = new Set<Column['kind']>(['date', 'month', 'choice'])
const remembered = 20_000

/** `readCell` that remembers what it read in one column. */
function cellReader(column: Column, locale: Locale): (cell: CellValue, text: string) => CellRead {
  if (!repeated.has(column.kind)) return (cell) => readCell(column, cell, locale)
  const known = new Map<string, CellRead>()
  return (cell, text) => {
    let read = known.get(text)
    if (read === undefined) {
      read = readCell(column, cell, locale)
      if (known.size < remembered) known.set(ownCopy(text), read)
    }
    return read
  }
}

const titlesOf =
  (table: Pick<Table, 'columns'>) =>
  (field: string): string | null =>
    table.columns.find(({ column }) => column.field === field)?.title ?? null

/** Reads every row of a table. */
export function readRows(table: Table, problems: Problems): ReadSheet {
  const rows = table.rows.map(rowReader(table, problems))
  return { sheet: table.sheet, title: table.title, titleOf: titlesOf(table), rows }
}

/**
 * Reads a row: cells as their columns ask, then the whole row as the domain's schema asks. `refer` turns what is
 * written in a column of ids into the id meant, where that can be told at once.
 */
export function rowReader(
  table: Omit<Table, 'rows'>,
  problems: Problems,
  refer?: (to: Target, written: string) => CellRead,
): (row: Table['rows'][number]) => ReadRow {
  const { sheet, locale } = table
  const titleOf = titlesOf(table)
  const readers = table.columns.map(({ column }) => cellReader(column, locale))
  const nested = [
    ...new Set(
      table.columns.filter(({ column }) => column.field.includes('.')).map(({ column }) => column.field.split('.')[0]!),
    ),
  ]
  return ({ number, cells, odd }) => {
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
    for (const [place, { column, at }] of table.columns.entries()) {
      const { field } = column
      const cell = cells[at] ?? null
      seen[field] = shown(cell)
      const oddity = odd.get(at)
      if (oddity !== undefined) refuse(field, oddity === 'formula' ? 'formula' : 'cell-error', null)
      if (oddity !== undefined || isEmpty(cell)) continue
      const read =
        refer !== undefined && column.refers !== undefined
          ? refer(column.refers, seen[field].trim())
          : readers[place]!(cell, seen[field])
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
  }
}

export type ReadSheets = ReadonlyMap<ListName, ReadSheet>

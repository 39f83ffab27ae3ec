import { streamXlsxRows, type CellValue } from 'hucre/xlsx'
import { isEmpty, shown } from './cell'
import { isOptional, titleIn, type Column, type Sheet } from './column'
import type { OpenSheet } from './open'
import type { Problems } from './problem'
import { maxRows, scanSheet, type OddCell } from './scan'
import { unpack } from './zip'
import { names, say, type Locale } from './words'

/** A sheet with its columns found and its rows as they stand, nothing read yet. */
export interface Table {
  readonly sheet: Sheet
  readonly title: string
  readonly locale: Locale
  readonly columns: readonly { readonly column: Column; readonly at: number; readonly title: string }[]
  readonly rows: readonly {
    /** As the spreadsheet counts: the first row is 1. */
    readonly number: number
    readonly cells: readonly CellValue[]
    readonly odd: ReadonlyMap<number, OddCell['kind']>
  }[]
}

/** Headers that begin with this are for people: written beside ids, never read. */
export const asideMark = '#'

export type Header = { row: number; cells: readonly CellValue[] }

/**
 * Finds the sheet's columns by the titles in the header. A title that is none of them is a problem, unless `onExtra`
 * takes it.
 */
export function findColumns(
  sheet: Sheet,
  title: string,
  locale: Locale,
  header: Header,
  problems: Problems,
  onExtra?: (title: string) => void,
): Table['columns'] {
  const found: { column: Column; at: number; title: string }[] = []
  const place = { list: sheet.list, sheet: title, row: header.row }
  const titles = header.cells.map((cell) => shown(cell).trim())
  for (const [at, text] of titles.entries()) {
    if (text === '' || text.startsWith(asideMark)) continue
    const column = sheet.columns.find((each) => names(each.title, text) || titleIn(each, titles) === text)
    const missing = sheet.columns.filter((each) => titleIn(each, titles) === undefined)
    if (column === undefined && onExtra !== undefined) onExtra(text)
    else if (column === undefined)
      problems.add('column-unknown', {
        ...place,
        column: text,
        value: text,
        right: missing.map((each) => say(each.title, locale)).join(' / ') || null,
      })
    else if (found.some((each) => each.column === column))
      problems.add('column-twice', { ...place, column: text, value: text })
    else found.push({ column, at, title: text })
  }
  for (const column of sheet.columns)
    if (!isOptional(sheet, column) && !found.some((each) => each.column === column))
      problems.add('column-missing', { ...place, column: say(column.title, locale), right: say(column.title, locale) })
  return found
}

/** Reads a sheet's header and rows; empty rows are left out. Null where the sheet cannot be read at all. */
export async function readTable(
  bytes: Uint8Array,
  open: OpenSheet,
  sheet: Sheet,
  problems: Problems,
): Promise<Table | null> {
  const locale: Locale = names({ zh: sheet.title.en, en: sheet.title.en }, open.name) ? 'en' : 'zh-CN'
  const place = { list: sheet.list, sheet: open.name }
  const scan = await scanSheet(unpack(bytes, open.part))
  if (scan.far !== null) {
    problems.add('cell-out-of-reach', { ...place, value: scan.far, right: String(maxRows) })
    return null
  }
  if (scan.endless) {
    problems.add('too-many-rows', { ...place, right: String(maxRows) })
    return null
  }
  const oddIn = new Map<number, Map<number, OddCell['kind']>>()
  for (const { row, column, kind } of scan.odd)
    oddIn.set(row, (oddIn.get(row) ?? new Map<number, OddCell['kind']>()).set(column, kind))
  let header: Header | undefined
  const rows: { number: number; cells: readonly CellValue[]; odd: ReadonlyMap<number, OddCell['kind']> }[] = []
  for await (const { index, values } of streamXlsxRows(bytes, { sheet: open.name })) {
    const odd = oddIn.get(index) ?? new Map<number, OddCell['kind']>()
    if (values.every(isEmpty) && odd.size === 0) continue
    if (header === undefined) header = { row: index + 1, cells: values }
    else rows.push({ number: index + 1, cells: values, odd })
  }
  if (header === undefined) {
    problems.add('header-missing', {
      ...place,
      right: sheet.columns.map((column) => say(column.title, locale)).join(' / '),
    })
    return null
  }
  return { sheet, title: open.name, locale, columns: findColumns(sheet, open.name, locale, header, problems), rows }
}

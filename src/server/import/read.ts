import type { CalendarDate } from '../../domain'
import { shown } from '../../workbook/cell'
import { isOptional, titleIn } from '../../workbook/column'
import type { Problems } from '../../workbook/problem'
import { importKinds, importSheet, type ImportKind } from '../../workbook/sheets-import'
import type { Base, FileContent } from './content'
import type { Findings } from './findings'
import { referrer } from './refer'
import { RowTaker } from './row-taker'
import { maxImportRows, type Source } from './source'

const missingIn = (kind: ImportKind, titles: readonly string[]): number =>
  importSheet(kind).columns.filter(
    (column) => !isOptional(importSheet(kind), column) && titleIn(column, titles) === undefined,
  ).length

/** What the header is nearest to. */
const kindOf = (titles: readonly string[]): ImportKind =>
  importKinds.toSorted((a, b) => missingIn(a, titles) - missingIn(b, titles))[0]!

/**
 * Reads a file row by row; what is wrong is added to the problems, what looks wrong to the warnings. Null where there
 * is no header to go by.
 */
export async function readFile(
  source: Source & { kind?: ImportKind | null },
  wanted: ImportKind | null,
  base: Base,
  today: CalendarDate,
  problems: Problems,
  warnings: Findings,
  onRow: (rows: number) => void,
): Promise<FileContent | null> {
  const refer = referrer(base)
  let reader: RowTaker | null = null
  let rows = 0
  await source.read((row) => {
    if (reader === null) {
      const titles = row.cells.map((cell) => shown(cell).trim())
      const kind = wanted ?? source.kind ?? kindOf(titles)
      reader = new RowTaker(kind, titles, row, source.sheet, { refer, today, problems, warnings })
      return problems.total === 0
    }
    onRow(++rows)
    if (rows > maxImportRows) {
      problems.add('too-many-rows', { sheet: source.sheet, right: String(maxImportRows) })
      return false
    }
    reader.take(row)
    return true
  })
  // The callback above sets it.
  const found = reader as RowTaker | null
  if (found === null && problems.total === 0) {
    const titles = importSheet(wanted ?? 'cases').columns.map(({ title }) => title.zh)
    problems.add('header-missing', { sheet: source.sheet, right: titles.join(' / ') })
  }
  return found?.content ?? null
}

import { misfits, pendingOf, type CalendarDate, type Caseload, type CaseRecord, type Reported } from '../../domain'
import type { CellRead } from '../../workbook/cell'
import type { Sheet, Target } from '../../workbook/column'
import { ownCopy } from '../../workbook/own-copy'
import type { Problems } from '../../workbook/problem'
import { rowReader, type ReadRow } from '../../workbook/rows'
import { importSheet, type ImportKind } from '../../workbook/sheets-import'
import { findColumns, type Table } from '../../workbook/table'
import { names, say, type Locale } from '../../workbook/words'
import type { FileContent } from './content'
import type { Findings } from './findings'
import type { SourceRow } from './source'
import { TotalRows } from './totals'

/** Nothing in a court's files is older. */
const firstDay = '1980-01-01'

const localeOf = (sheet: Sheet, titles: readonly string[]): Locale => {
  const first = sheet.columns.find((column) => titles.some((title) => names(column.title, title)))
  return first !== undefined && titles.some((title) => names({ zh: first.title.en, en: first.title.en }, title))
    ? 'en'
    : 'zh-CN'
}

interface Reading {
  readonly refer: (to: Target, written: string) => CellRead
  readonly today: CalendarDate
  readonly problems: Problems
  readonly warnings: Findings
}

/** Takes the rows after the header one by one, and keeps what they hold. */
export class RowTaker {
  readonly content: FileContent
  private readonly read: (row: SourceRow) => ReadRow
  private readonly seen = new Set<string>()
  /** A long list has few different days: each is kept once. */
  private readonly days = new Map<string, string>()

  constructor(
    kind: ImportKind,
    titles: readonly string[],
    header: SourceRow,
    title: string,
    private readonly reading: Reading,
  ) {
    const sheet = importSheet(kind)
    const locale = localeOf(sheet, titles)
    const ignored: string[] = []
    const columns = findColumns(
      sheet,
      title,
      locale,
      { row: header.number, cells: header.cells },
      reading.problems,
      (extra) => ignored.push(extra.slice(0, 80)),
    )
    const table: Omit<Table, 'rows'> = { sheet, title, locale, columns }
    this.read = rowReader(table, reading.problems, reading.refer)
    const titleOf = (field: string): string | null =>
      columns.find(({ column }) => column.field === field)?.title ??
      say(sheet.columns.find((column) => column.field === field)?.title ?? { zh: field, en: field }, locale)
    const totals = new TotalRows(table, reading.refer)
    this.content = { kind, sheet, locale, title, ignored, cases: [], months: [], numbers: [], totals, titleOf }
  }

  take(row: SourceRow): void {
    const { kind, totals } = this.content
    if (kind === 'monthly' && totals.take(row)) return
    const { problems } = this.reading
    const before = problems.total
    const read = this.read(row)
    if (problems.total > before || read.bad.size > 0) return
    if (kind === 'cases') this.takeCase(read)
    else this.takeMonth(read)
  }

  private refuse(code: string, read: ReadRow, field: string, right: string | null, value = read.shown[field]): void {
    const { sheet, title, titleOf } = this.content
    this.reading.problems.add(code, {
      list: sheet.list,
      sheet: title,
      row: read.number,
      column: titleOf(field),
      value: value ?? null,
      right,
    })
  }

  private refuseTwice(key: string, read: ReadRow, field: string): void {
    if (this.seen.has(key)) this.refuse('duplicate', read, field, null, key)
    this.seen.add(key)
  }

  private takeCase(read: ReadRow): void {
    const { today } = this.reading
    const row = read.value as CaseRecord
    row.id = ownCopy(row.id)
    if (row.dispute !== null) row.dispute = ownCopy(row.dispute)
    for (const field of ['filed', 'closed', 'due'] as const) {
      const date = row[field]
      if (date === null) continue
      if (date < firstDay) this.refuse('date-too-early', read, field, `≥ ${firstDay}`)
      if (date > today && field !== 'due') this.refuse('date-in-future', read, field, `≤ ${today}`)
      const kept = this.days.get(date)
      if (kept === undefined) this.days.set(date, date)
      else row[field] = kept
    }
    if (row.closed !== null && row.closed < row.filed)
      this.refuse('ends-before-it-begins', read, 'closed', `≥ ${row.filed}`)
    this.refuseTwice(row.id, read, 'id')
    this.content.cases.push(row)
    this.content.numbers.push(read.number)
  }

  private takeMonth(read: ReadRow): void {
    const { today, warnings } = this.reading
    const { reported, ...row } = read.value as Caseload & { reported: Reported }
    if (row.month > today.slice(0, 7)) this.refuse('date-in-future', read, 'month', `≤ ${today.slice(0, 7)}`)
    if (row.month < firstDay.slice(0, 7)) this.refuse('date-too-early', read, 'month', `≥ ${firstDay.slice(0, 7)}`)
    this.refuseTwice(`${row.team} ${row.caseType} ${row.month}`, read, 'month')
    const right = pendingOf(row)
    if (row.pending !== right) {
      if ((read.shown.moved ?? '').trim() !== '') this.refuse('pending-does-not-add-up', read, 'pending', String(right))
      else {
        row.moved = row.pending - right
        warnings.add('difference-as-moved', row, {
          row: read.number,
          column: this.content.titleOf('pending'),
          value: String(row.pending),
          right: String(right),
        })
      }
    }
    for (const { measure, most } of misfits(row))
      this.refuse('measure-too-large', read, `measures.${measure}`, String(most))
    this.content.months.push({ row, reported: { ...reported } })
    this.content.numbers.push(read.number)
  }
}

import type { CaseRecord, Court } from '../../domain'
import type { Sheet } from '../../workbook/column'
import type { ImportKind } from '../../workbook/sheets-import'
import type { Locale } from '../../workbook/words'
import type { ReportedMonth, TotalRows } from './totals'

/** The court that an import is read for. */
export type Base = Pick<Court, 'teams' | 'posts' | 'assignments' | 'caseTypes' | 'caseload'>

/** What a file holds, row for row: `numbers` are the rows' numbers in the file. */
export interface FileContent {
  readonly kind: ImportKind
  readonly sheet: Sheet
  readonly locale: Locale
  readonly title: string
  readonly ignored: readonly string[]
  readonly cases: CaseRecord[]
  readonly months: ReportedMonth[]
  readonly numbers: number[]
  readonly totals: TotalRows
  /** Title of a field's column as the file has it. */
  readonly titleOf: (field: string) => string | null
}

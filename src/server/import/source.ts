import type { CellValue } from 'hucre/xlsx'
import type { OddCell } from '../../workbook/scan'

/** A row as it stands in the file; the first is number 1. */
export interface SourceRow {
  readonly number: number
  readonly cells: readonly CellValue[]
  readonly odd: ReadonlyMap<number, OddCell['kind']>
}

/** Rows of a file, whatever its format; handed over one by one, so that they are never all in memory. */
export interface Source {
  readonly format: 'xlsx' | 'csv'
  /** Title of the sheet; `CSV` for a text file. */
  readonly sheet: string
  /** How a text file is encoded. */
  readonly encoding: string | null
  /** Hands over each row that is not empty, until `take` returns false. */
  read(take: (row: SourceRow) => boolean): Promise<void>
}

/** Rows in each line of what is put down to be committed, but the last. */
export const rowsPerLine = 2000

/** More rows than this are refused. */
export const maxImportRows = 500_000
/** A file may have so many bytes packed, unpacked, and in one part that is no sheet. */
export const maxImportPacked = 40 * 2 ** 20
export const importLimits = { unpacked: 400 * 2 ** 20, part: 64 * 2 ** 20 }

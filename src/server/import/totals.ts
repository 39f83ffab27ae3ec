import { disagreements, type Caseload, type Reported } from '../../domain'
import { isEmpty, readCell, shown, type CellRead } from '../../workbook/cell'
import type { Target } from '../../workbook/column'
import type { Table } from '../../workbook/table'
import { plain } from '../../workbook/words'
import type { Findings } from './findings'
import type { SourceRow } from './source'

/** A month with the rates printed beside its counts, in percent and months. */
export interface ReportedMonth {
  readonly row: Caseload
  readonly reported: Reported
}

const totalWords = /^(合计|总计|小计|共计|总和|total|grandtotal|subtotal|sum|totals)[：:]?$/
const yearWords = /^(\d{4})年?(合计|总计|小计|total)?$/
/** Columns of a row of totals that are compared: sums of flows. Stocks add up only within one month. */
const flows = ['filed', 'closed', 'reopened'] as const
const stocks = ['carried', 'pending'] as const

interface TotalRow {
  readonly number: number
  /** What the row is the total of: rows of this team, case type, month or year, or of all of them. */
  readonly of: { readonly team?: string; readonly caseType?: string; readonly month?: string; readonly year?: string }
  readonly counts: Partial<Record<(typeof flows)[number] | (typeof stocks)[number], number>>
  readonly reported: Reported
}

/** Rows of sums in a monthly table: compared with the rows that they add up, never imported. */
export class TotalRows {
  readonly rows: TotalRow[] = []

  constructor(
    private readonly table: Omit<Table, 'rows'>,
    private readonly refer: (to: Target, written: string) => CellRead,
  ) {}

  private cellOf(row: SourceRow, field: string) {
    const column = this.table.columns.find((each) => each.column.field === field)
    const cell = column === undefined ? null : (row.cells[column.at] ?? null)
    return column === undefined || isEmpty(cell) ? null : { column: column.column, cell }
  }

  private numberOf(row: SourceRow, field: string): number | null {
    const at = this.cellOf(row, field)
    const read = at === null ? null : readCell(at.column, at.cell, this.table.locale)
    return read !== null && 'value' in read ? (read.value as number) : null
  }

  /** Whether the row is one of totals; if so, it is kept to be compared. */
  take(row: SourceRow): boolean {
    const text = (field: string): string => plain(shown(this.cellOf(row, field)?.cell ?? null))
    const keys = { team: text('team'), caseType: text('caseType'), month: text('month') }
    const year = yearWords.exec(keys.month)?.[1]
    if (year === undefined && !Object.values(keys).some((key) => totalWords.test(key))) return false
    const idOf = (field: 'team' | 'caseType'): string | undefined => {
      const at = this.cellOf(row, field)
      const read = at === null || totalWords.test(keys[field]) ? null : this.refer(field, shown(at.cell).trim())
      return read !== null && 'value' in read ? (read.value as string) : undefined
    }
    const month = this.cellOf(row, 'month')
    const read = month === null || year !== undefined ? null : readCell(month.column, month.cell, this.table.locale)
    const of = {
      team: idOf('team'),
      caseType: idOf('caseType'),
      year,
      month: read !== null && 'value' in read ? (read.value as string) : undefined,
    }
    const numbers = (fields: readonly string[], prefix = ''): Record<string, number> =>
      Object.fromEntries(
        fields.flatMap((field) => {
          const value = this.numberOf(row, `${prefix}${field}`)
          return value === null ? [] : [[field, value]]
        }),
      )
    const closingRate = this.numberOf(row, 'reportedClosingRate')
    this.rows.push({
      number: row.number,
      of,
      counts: numbers([...flows, ...stocks]),
      reported: { closingRate, ...numbers(['clearance', 'congestion', 'turnover'], 'reported.') },
    })
    return true
  }

  /** Compares each with the rows of the file that it adds up, and its rates with its own counts. */
  compare(months: readonly ReportedMonth[], titleOf: (field: string) => string | null, warnings: Findings): void {
    for (const { number, of, counts, reported } of this.rows) {
      const named = { team: of.team ?? null, caseType: of.caseType ?? null, month: of.month ?? of.year ?? null }
      const adds = (row: Caseload): boolean =>
        (of.team ?? row.team) === row.team &&
        (of.caseType ?? row.caseType) === row.caseType &&
        (of.month ?? row.month) === row.month &&
        row.month.startsWith(of.year ?? '')
      const rows = months.map(({ row }) => row).filter(adds)
      const monthCount = new Set(rows.map(({ month }) => month)).size
      for (const field of rows.length === 0 ? [] : monthCount === 1 ? [...flows, ...stocks] : flows) {
        const sum = rows.reduce((total, row) => total + row[field], 0)
        const value = counts[field]
        if (value !== undefined && value !== sum)
          warnings.add('total-differs', named, {
            row: number,
            column: titleOf(field),
            value: String(value),
            right: String(sum),
          })
      }
      const span = of.year === undefined ? monthCount || 1 : 12
      const { filed, closed = null, pending, carried = null } = counts
      if (filed === undefined || pending === undefined) continue
      addDisagreements({ carried, filed, closed, pending, months: span }, reported, {
        add: (field, value, right) =>
          warnings.add('reported-rate-differs', named, { row: number, column: titleOf(field), value, right }),
      })
    }
  }
}

const fieldOf = {
  closingRate: 'reportedClosingRate',
  clearance: 'reported.clearance',
  congestion: 'reported.congestion',
  turnover: 'reported.turnover',
}

/** Tells each printed rate that the counts do not allow: its field, its value, and what they allow. */
export function addDisagreements(
  counts: Parameters<typeof disagreements>[0],
  reported: Reported,
  to: { add: (field: string, value: string, right: string) => void },
): void {
  for (const { rate, value, low, high } of disagreements(counts, reported)) {
    const [from, until] = [low, high].map((each) => String(Math.round(each * 100) / 100))
    to.add(fieldOf[rate], String(value), from === until ? from! : `${from} - ${until}`)
  }
}

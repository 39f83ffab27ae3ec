import { addDays, format, isValid, lastDayOfMonth } from 'date-fns'
import type { CellValue } from 'hucre/xlsx'
import { booleanWords, labelOf, valueOf } from './choices'
import type { Column } from './column'
import { readList, writeList } from './list-text'
import { plain, type Locale } from './words'

/** What a cell holds, or why it cannot be read and what would be right. */
export type CellRead = { readonly value: unknown } | { readonly code: string; readonly right: string | null }

export const isEmpty = (cell: CellValue | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')

/** Workbook dates are days counted from 1900, handed over as midnight UTC. */
const dayIn = (cell: Date): string => cell.toISOString().slice(0, 10)

/** What the spreadsheet shows, near enough to be found again. */
export const shown = (cell: CellValue): string => (cell instanceof Date ? dayIn(cell) : String(cell ?? ''))

const halfWidth = (text: string): string => text.normalize('NFKC').trim()

function readNumber(cell: CellValue, whole: boolean): CellRead {
  const text =
    typeof cell === 'string'
      ? halfWidth(cell).replace(/^([+-]?\d{1,3})((,\d{3})+)(?=\.|$)/, (all) => all.replaceAll(',', ''))
      : ''
  const value =
    typeof cell === 'number' ? cell : /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN
  if (!Number.isFinite(value)) return { code: 'number-unreadable', right: null }
  if (whole && !Number.isInteger(value)) return { code: 'integer-expected', right: String(Math.round(value)) }
  return { value }
}

const written = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*(?:[-/.月]\s*(\d{1,2})\s*日?(?:[ T]\s*\d{1,2}[:时]\d{1,2}\S*)?|月)?$/
const compact = /^(\d{4})(\d{2})(\d{2})?$/

/**
 * A day that lost its format: the number that spreadsheets count it by, from the end of 1899 on, perhaps with a time of
 * day.
 */
const serial = /^(\d{5})(?:\.\d+)?$/
const dayOfSerial = (text: string): string =>
  serial.test(text) ? format(addDays(new Date(1899, 11, 30), Math.floor(Number(text))), 'yyyy-MM-dd') : text

/**
 * Reads 2026-11-22, 2026/11/22, 2026.11.22, 2026年11月22日, 20261122, 46348 and date cells, a time of day left off;
 * months alike, a day in them is left off.
 */
function readDay(cell: CellValue, kind: 'date' | 'month'): CellRead {
  const code = kind === 'date' ? 'date-impossible' : 'month-impossible'
  const text = dayOfSerial(halfWidth(shown(cell)))
  const [, year = '', month = '', day] = written.exec(text) ?? compact.exec(text) ?? []
  const pattern = kind === 'date' ? 'YYYY-MM-DD' : 'YYYY-MM'
  if (year === '' || (kind === 'date' && day === undefined)) return { code, right: pattern }
  const monthText = `${year}-${month.padStart(2, '0')}`
  const first = new Date(0)
  first.setFullYear(Number(year), Number(month) - 1, 1)
  if (!isValid(first) || format(first, 'yyyy-MM') !== monthText) return { code, right: pattern }
  if (kind === 'month') return { value: monthText }
  const last = lastDayOfMonth(first).getDate()
  if (Number(day) < 1 || Number(day) > last) return { code, right: `${monthText}-${last}` }
  return { value: `${monthText}-${day!.padStart(2, '0')}` }
}

function readBoolean(cell: CellValue, locale: Locale): CellRead {
  if (typeof cell === 'boolean') return { value: cell }
  const text = plain(shown(cell))
  if (['1', 'y', 't', '真', '√', '✓'].includes(text)) return { value: true }
  if (['0', 'n', 'f', '假', '×'].includes(text)) return { value: false }
  const value = valueOf(booleanWords, text)
  if (value !== undefined) return { value: value === 'true' }
  return {
    code: 'boolean-unknown',
    right: `${labelOf(booleanWords, 'true', locale)} / ${labelOf(booleanWords, 'false', locale)}`,
  }
}

/**
 * Reads one cell that is not empty as its column asks; `locale` is the language the answer of what would be right is
 * given in.
 */
export function readCell(column: Column, cell: CellValue, locale: Locale): CellRead {
  switch (column.kind) {
    case 'text':
    case 'id':
      return { value: shown(cell).trim() }
    case 'number':
    case 'integer':
      return readNumber(cell, column.kind === 'integer')
    case 'date':
    case 'month':
      return readDay(cell, column.kind)
    case 'boolean':
      return readBoolean(cell, locale)
    case 'list': {
      const entries = readList(shown(cell))
      return entries === null ? { code: 'quote-open', right: null } : { value: entries }
    }
    case 'choice': {
      const choices = column.choices ?? {}
      const value = valueOf(choices, shown(cell))
      if (value !== undefined) return { value }
      return {
        code: 'choice-unknown',
        right: Object.keys(choices)
          .map((each) => labelOf(choices, each, locale))
          .join(' / '),
      }
    }
  }
}

/** A cell holds at most this many characters in every spreadsheet program. */
const longest = 32_767

/** A list is too long for one cell; the court is better kept as JSON. */
export class CellTooLong extends Error {
  constructor(readonly column: string) {
    super(`A cell of the column ${column} would hold more than ${longest} characters.`)
  }
}

/**
 * The text as the file format keeps it: marks that XML cannot hold, texts that look like the format's own escapes,
 * and texts that would be taken for an error value. A text that begins with = + - @ is a text cell and no formula.
 */
export const keepText = (text: string): string =>
  text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(
      /[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      (mark) => `_x${mark.charCodeAt(0).toString(16).toUpperCase()}_`,
    )
    .replace(/^#/, '_x0023_')

/** Days before this are kept as text: spreadsheets count them wrongly or not at all. */
const firstDay = '1900-03-01'

export function writeCell(column: Column, value: unknown, locale: Locale): CellValue {
  if (value === null || value === undefined) return null
  const text = (whole: string): string => {
    if (whole.length > longest) throw new CellTooLong(column.field)
    return keepText(whole)
  }
  switch (column.kind) {
    case 'number':
    case 'integer':
      return value as number
    case 'date':
      return (value as string) < firstDay ? (value as string) : new Date(`${value as string}T00:00:00Z`)
    case 'boolean':
      return labelOf(booleanWords, value === true ? 'true' : 'false', locale)
    case 'choice':
      return labelOf(column.choices ?? {}, value as string, locale)
    case 'list':
      return (value as string[]).length === 0 ? null : text(writeList(value as string[]))
    default:
      return text(value as string)
  }
}

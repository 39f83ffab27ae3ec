import type { z } from 'zod'
import type { Court } from '../domain'
import type { Choices } from './choices'
import { names, plain, type Words } from './words'

/** How a cell is written and read; a list stands in one cell, its entries parted by `;`. */
export type Kind = 'text' | 'id' | 'number' | 'integer' | 'date' | 'month' | 'choice' | 'boolean' | 'list'

/** Whose id a column holds. */
export type Target = 'department' | 'team' | 'unit' | 'person' | 'caseType'

export interface Column {
  /** Field of the row; `weights.judge` is an entry of a record. */
  readonly field: string
  readonly title: Words
  /** Other words for it in use, understood where the title itself is not there. */
  readonly also?: readonly string[]
  readonly kind: Kind
  readonly note: Words
  readonly choices?: Choices
  readonly refers?: Target
  /** Whose ids the entries of a list are. */
  readonly refersEach?: Target
  /** Few rows have it: forms keep it folded. */
  readonly rare?: true
}

export type Row = Readonly<Record<string, unknown>>

/** Lists that stand in the settings of the court file and have a sheet of their own. */
export const settingsLists = ['fills', 'yearValues', 'templates'] as const
export type SettingsList = (typeof settingsLists)[number]

/** The lists a workbook holds; `court` is the one row of name and settings. */
export type ListName =
  | 'court'
  | SettingsList
  | 'departments'
  | 'teams'
  | 'posts'
  | 'people'
  | 'assignments'
  | 'qualifications'
  | 'kinships'
  | 'leaves'
  | 'preferences'
  | 'wishAnswers'
  | 'caseTypes'
  | 'weightEvents'
  | 'panelAnswers'
  | 'caseload'
  | 'cases'
  | 'payments'
  | 'heldFunds'
  | 'surveys'
  | 'campaigns'
  | 'indicators'
  | 'forecastMarks'
  | 'forecastOverrides'
  | 'accounts'

export interface Sheet {
  readonly list: ListName
  readonly title: Words
  /** Checks a row and fills in its defaults; what it says of each field is what the reader asks of the cells. */
  readonly row: z.ZodObject
  /** Fields that tell one row from another. */
  readonly key: readonly string[]
  /** A workbook may leave the sheet out. */
  readonly optional?: boolean
  readonly columns: readonly Column[]
  /** Undefined where the court travels without the list and so says nothing of it. */
  rowsOf(court: Court): readonly Row[] | undefined
}

/** The title by which a header names the column: its own or, without that, another word; undefined where there is none. */
export const titleIn = ({ title, also = [] }: Column, titles: readonly string[]): string | undefined =>
  titles.find((each) => names(title, each)) ?? titles.find((each) => also.some((word) => plain(word) === plain(each)))

/** The value of a field, `weights.judge` included; undefined where the row has none. */
export function fieldOf(row: Row, field: string): unknown {
  const [head = '', tail] = field.split('.')
  const value = row[head]
  return tail === undefined ? value : (value as Row | undefined)?.[tail]
}

/** Whether a row without this field is right; the schema decides. */
export function isOptional(sheet: Sheet, column: Column): boolean {
  if (column.field.includes('.')) return true
  return sheet.row.shape[column.field]!.safeParse(undefined).success
}

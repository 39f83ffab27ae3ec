import { dateOf, handLists, settings, type CalendarDate, type Court, type HandList } from '../../domain'
import { fieldOf, settingsLists, sheetOf, withoutEmpty, type Column, type Row, type SettingsList } from '../../workbook'
import { freeId } from './edit'

/** What one field of a form holds; null where it is empty. */
export type FieldValue = string | number | boolean | readonly string[] | null
/** A row as its form holds it, by the fields of its sheet: `weights.judge` is a field of its own. */
export type RowValues = Record<string, FieldValue>

/** What has a form: lists of the court, those in its settings, and the one row of its name and settings. */
export type FormList = HandList | SettingsList | 'court'

const inSettings = (list: FormList): list is SettingsList => settingsLists.some((each) => each === list)

export const rowsOf = (court: Court, list: FormList): readonly Row[] => sheetOf(list).rowsOf(court) ?? []

function withRows(court: Court, list: FormList, rows: readonly Row[]): Court {
  if (inSettings(list)) return { ...court, settings: { ...court.settings, [list]: rows } }
  if (list !== 'court') return { ...court, [list]: rows }
  const row = rows[0] as Row & Pick<Court, 'name'>
  return { ...court, name: row.name, settings: settings.parse({ ...court.settings, ...row }) }
}

export const isHandList = (list: string): list is HandList => handLists.some((each) => each === list)

/** Rows are the same when the fields that tell one row of the sheet from another are. */
const sameRow = (list: FormList, a: Row, b: Row): boolean =>
  sheetOf(list).key.every((field) => fieldOf(a, field) === fieldOf(b, field))

/** Whether the row that a form was opened on is there still. */
export const holds = (court: Court, list: FormList, row: Row): boolean =>
  rowsOf(court, list).some((each) => sameRow(list, each, row))

/** Puts a row in the place of the one it was, or last where it is new. */
export function withRow(court: Court, list: FormList, was: Row | null, row: Row): Court {
  const rows = rowsOf(court, list)
  const at = was === null ? -1 : rows.findIndex((each) => sameRow(list, each, was))
  return withRows(court, list, at < 0 ? [...rows, row] : rows.with(at, row))
}

export function withoutRow(court: Court, list: FormList, row: Row): Court {
  const at = rowsOf(court, list).findIndex((each) => sameRow(list, each, row))
  return at < 0 ? court : withRows(court, list, rowsOf(court, list).toSpliced(at, 1))
}

/** Fills a form from a row; what the row lacks stands at the default of its schema. */
export function valuesOf(list: FormList, row: Row): RowValues {
  const { columns, row: schema } = sheetOf(list)
  const fill = ({ field, kind }: Column): FieldValue => {
    const given = fieldOf(row, field)
    if (given !== undefined) return given as FieldValue
    if (field.includes('.')) return null
    const missing = schema.shape[field]!.safeParse(undefined)
    return missing.success ? (missing.data as FieldValue) : kind === 'list' ? [] : null
  }
  return Object.fromEntries(columns.map((column) => [column.field, fill(column)]))
}

/** The row that a form makes, for its schema to check; empty fields are left out. */
export function rowFrom(list: FormList, values: RowValues): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(values)) {
    const [head = '', tail] = field.split('.')
    if (tail !== undefined) row[head] ??= {}
    const text = typeof value === 'string' ? value.trim() : value
    if (text === null || text === '') continue
    if (tail === undefined) row[head] = text
    else (row[head] as Record<string, unknown>)[tail] = text
  }
  withoutEmpty(sheetOf(list), row)
  return row
}

const idPrefix: Partial<Record<FormList, string>> = {
  departments: 'dept',
  teams: 'team',
  people: 'p',
  caseTypes: 'case',
  campaigns: 'campaign',
}

/** The round of the panel that answers now: the last one there is. */
const lastRound = (court: Court, caseType: unknown): number =>
  Math.max(1, ...court.panelAnswers.flatMap((answer) => (answer.caseType === caseType ? [answer.round] : [])))

/** What a new row begins with: an id that is free, the date at hand, the next wish. */
export function blankRow(list: FormList, court: Court, date: CalendarDate, given: Row = {}): Row {
  const prefix = idPrefix[list]
  const starts: Partial<Record<FormList, Row>> = {
    yearValues: { year: Number(date.slice(0, 4)) },
    teams: { department: court.departments.find(({ kind }) => kind !== 'administrative')?.id },
    people: { joined: date },
    assignments: { from: date },
    leaves: { from: date },
    panelAnswers: { round: lastRound(court, given.caseType) },
    heldFunds: { date },
    campaigns: { from: date },
    forecastMarks: { on: dateOf(new Date()) },
    forecastOverrides: { on: dateOf(new Date()) },
    preferences: { rank: court.preferences.filter(({ person }) => person === given.person).length + 1 },
  }
  return { ...(prefix && { id: freeId(prefix, rowsOf(court, list)) }), ...starts[list], ...given }
}

import { writeXlsx, type Cell, type CellValue, type ColumnDef, type DataValidation, type WriteSheet } from 'hucre/xlsx'
import { emptyCourt, type Court } from '../domain'
import { keepText, writeCell } from './cell'
import { labelOf } from './choices'
import { fieldOf, isOptional, type Column, type Row, type Sheet, type Target } from './column'
import { guideSheet } from './guide'
import { planSheet, type PlanRow } from './plan-sheet'
import { listsTitle, sheets, sheetOf } from './sheets'
import { importSheet, type ImportKind } from './sheets-import'
import { asideMark } from './table'
import { say, type Locale, type Words } from './words'

const ink = { rgb: '1F2733' }
const headerStyle = (needed: boolean): Cell['style'] => ({
  font: { bold: true, color: needed ? { rgb: 'FFFFFF' } : ink },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: needed ? '1A56A8' : 'DCE6F4' } },
  alignment: { vertical: 'center', wrapText: true },
})
const asideStyle: Cell['style'] = { font: { italic: true, color: { rgb: '6B7280' } } }

const widths: Record<Column['kind'], number> = {
  text: 22,
  id: 16,
  number: 13,
  integer: 11,
  date: 13,
  month: 11,
  choice: 16,
  boolean: 11,
  list: 28,
}
const formats: Partial<Record<Column['kind'], string>> = {
  text: '@',
  id: '@',
  month: '@',
  list: '@',
  date: 'yyyy-mm-dd',
}

const optionalWords: Words = { zh: '可空', en: 'may be empty' }
const neededWords: Words = { zh: '必填', en: 'required' }
const chooseWords: Words = { zh: '可填：', en: 'One of: ' }

/** What stands in the note on a column's header: the meaning, the values there are, whether it may be empty. */
function noteOn(sheet: Sheet, column: Column, locale: Locale): string {
  const choices = Object.keys(column.choices ?? {}).map((value) => labelOf(column.choices ?? {}, value, locale))
  const lines = [say(column.note, locale)]
  if (choices.length > 0) lines.push(say(chooseWords, locale) + choices.join(' / '))
  lines.push(`(${say(isOptional(sheet, column) ? optionalWords : neededWords, locale)})`)
  return lines.join('\n')
}

/** Row of the last cell that drop-down lists and formats of an empty sheet reach to. */
const reach = 5000
const blankRows = 200

/** The longest list of choices that a cell's own rule may hold; a longer one stands in a hidden sheet. */
const longestRule = 240

/** Values of drop-down lists that are too long for the rule itself, a column each, in a hidden sheet. */
class Lists {
  readonly #columns: string[][] = []
  constructor(readonly locale: Locale) {}

  rule(values: readonly string[]): Pick<DataValidation, 'values' | 'formula1'> {
    if (values.join(',').length <= longestRule && !values.some((value) => /[,"]/.test(value)))
      return { values: [...values] }
    this.#columns.push([...values])
    const letter = letterOf(this.#columns.length - 1)
    return { formula1: `'${say(listsTitle, this.locale)}'!$${letter}$1:$${letter}$${values.length}` }
  }

  sheet(): WriteSheet[] {
    const deepest = Math.max(0, ...this.#columns.map((column) => column.length))
    if (deepest === 0) return []
    const rows = Array.from({ length: deepest }, (_, row) =>
      this.#columns.map((column): CellValue => (column[row] === undefined ? null : keepText(column[row]))),
    )
    return [{ name: say(listsTitle, this.locale), hidden: true, rows }]
  }
}

const letterOf = (index: number): string =>
  (index >= 26 ? String.fromCharCode(64 + Math.floor(index / 26)) : '') + String.fromCharCode(65 + (index % 26))

/** Ids that a column may refer to; the unit's are those of departments and teams together. */
const idsFor = (court: Court, target: Target): string[] =>
  ({
    department: () => court.departments,
    team: () => court.teams,
    unit: () => [...court.departments, ...court.teams],
    person: () => court.people,
    caseType: () => court.caseTypes,
  })
    [target]()
    .map((row) => row.id)

const listOf: Partial<Record<Target, 'departments' | 'teams' | 'people' | 'caseTypes'>> = {
  department: 'departments',
  team: 'teams',
  person: 'people',
  caseType: 'caseTypes',
}

function ruleFor(
  column: Column,
  court: Court,
  locale: Locale,
  lists: Lists,
): Pick<DataValidation, 'values' | 'formula1'> | null {
  if (column.kind === 'boolean') return lists.rule(locale === 'en' ? ['Yes', 'No'] : ['是', '否'])
  if (column.choices !== undefined)
    return lists.rule(Object.keys(column.choices).map((value) => labelOf(column.choices ?? {}, value, locale)))
  if (column.refers === undefined) return null
  const list = listOf[column.refers]
  if (list !== undefined) return { formula1: `'${say(sheetOf(list).title, locale)}'!$A$2:$A$${reach}` }
  const ids = idsFor(court, column.refers)
  return ids.length === 0 ? null : lists.rule(ids)
}

const namesBeside: Words = { zh: '名称', en: 'name' }

interface Writing {
  readonly court: Court
  readonly locale: Locale
  readonly lists: Lists
  /** Names beside ids, for people to read; left out of an empty template. */
  readonly nameOf: ReadonlyMap<string, string> | null
}

function writeSheet(sheet: Sheet, rows: readonly Row[], { court, locale, lists, nameOf }: Writing): WriteSheet {
  const places = sheet.columns.flatMap((column) =>
    column.refers !== undefined && nameOf !== null
      ? [
          { column, aside: false },
          { column, aside: true },
        ]
      : [{ column, aside: false }],
  )
  const header = places.map(({ column, aside }) =>
    aside ? `${asideMark} ${say(column.title, locale)} ${say(namesBeside, locale)}` : say(column.title, locale),
  )
  const body = rows.map((row) =>
    places.map(({ column, aside }): CellValue => {
      const value = fieldOf(row, column.field)
      if (!aside) return writeCell(column, value, locale)
      const name = nameOf?.get(value as string)
      return name === undefined ? null : keepText(name)
    }),
  )
  const cells = new Map<string, Partial<Cell>>()
  for (const [at, { column, aside }] of places.entries())
    cells.set(
      `0,${at}`,
      aside
        ? { style: asideStyle }
        : { style: headerStyle(!isOptional(sheet, column)), comment: { text: noteOn(sheet, column, locale) } },
    )
  for (let row = body.length + 1; row <= Math.max(body.length + 20, blankRows); row++)
    for (const [at, { column, aside }] of places.entries()) {
      const numFmt = aside ? undefined : formats[column.kind]
      if (numFmt !== undefined) cells.set(`${row},${at}`, { value: null, type: 'empty', style: { numFmt } })
    }
  const columns = places.map(({ column, aside }): ColumnDef => {
    const numFmt = aside ? undefined : formats[column.kind]
    return { width: aside ? 20 : widths[column.kind], ...(numFmt === undefined ? {} : { style: { numFmt } }) }
  })
  const dataValidations = places.flatMap(({ column, aside }, at): DataValidation[] => {
    const rule = aside ? null : ruleFor(column, court, locale, lists)
    const letter = letterOf(at)
    const range = `${letter}2:${letter}${Math.max(reach, rows.length + 500)}`
    return rule === null
      ? []
      : [
          {
            type: 'list',
            ...rule,
            range,
            allowBlank: true,
            showErrorMessage: true,
            errorStyle: column.refers === undefined ? 'stop' : 'warning',
          },
        ]
  })
  return {
    name: say(sheet.title, locale),
    columns,
    rows: [header, ...body],
    cells,
    dataValidations,
    rowDefs: new Map([[0, { height: 32 }]]),
    freezePane: { rows: 1, columns: 1 },
  }
}

/** Names by id, to stand beside the ids. */
const namesOf = (court: Court): ReadonlyMap<string, string> =>
  new Map([...court.departments, ...court.teams, ...court.people, ...court.caseTypes].map((row) => [row.id, row.name]))

/** Every list that the court carries, a sheet each. */
const writeSheets = (writing: Writing): WriteSheet[] =>
  sheets.flatMap((sheet) => {
    const rows = sheet.rowsOf(writing.court)
    return rows === undefined ? [] : [writeSheet(sheet, rows, writing)]
  })

/**
 * The court as a workbook: every sheet, names beside ids, and with `plan` a sheet of who goes where.
 * Reading it back gives the same court.
 */
export async function writeWorkbook(
  court: Court,
  locale: Locale,
  extra: { plan?: readonly PlanRow[] } = {},
): Promise<Uint8Array> {
  const lists = new Lists(locale)
  const written = writeSheets({ court, locale, lists, nameOf: namesOf(court) })
  const plan = extra.plan === undefined ? [] : [planSheet(court, locale, extra.plan)]
  return writeXlsx({
    sheets: [...plan, ...written, guideSheet(locale), ...lists.sheet()],
    properties: { title: keepText(court.name) },
  })
}

/** An empty workbook to fill in: headers with notes and drop-down lists, and the settings as they stand by default. */
export async function writeTemplate(locale: Locale): Promise<Uint8Array> {
  const lists = new Lists(locale)
  const court = emptyCourt('my-court', locale === 'en' ? 'My court' : '某某人民法院')
  const written = writeSheets({ court, locale, lists, nameOf: null })
  return writeXlsx({ sheets: [guideSheet(locale), ...written, ...lists.sheet()] })
}

/** An empty table of caseload to fill in: one sheet with notes and lists, or a text of its header alone. */
export async function writeImportTemplate(
  kind: ImportKind,
  format: 'xlsx' | 'csv',
  locale: Locale,
): Promise<Uint8Array> {
  const sheet = importSheet(kind)
  if (format === 'csv') {
    const titles = sheet.columns.map(({ title }) => say(title, locale))
    return new TextEncoder().encode(`\ufeff${titles.join(',')}\r\n`)
  }
  return writeXlsx({ sheets: [alone(sheet, [], { court: emptyCourt('my-court', '-'), locale, nameOf: null })] })
}

/** The case list of a court by itself, as the import of caseload reads it. */
export const writeCaseList = (court: Court, locale: Locale): Promise<Uint8Array> =>
  writeXlsx({ sheets: [alone(importSheet('cases'), court.cases ?? [], { court, locale, nameOf: namesOf(court) })] })

/** A sheet that stands alone: without lists that would be those of other sheets. */
function alone(sheet: Sheet, rows: readonly Row[], writing: Omit<Writing, 'lists'>): WriteSheet {
  const written = writeSheet(sheet, rows, { ...writing, lists: new Lists(writing.locale) })
  const rules = written.dataValidations?.filter(({ formula1 = '' }) => !String(formula1).includes('!'))
  return { ...written, dataValidations: rules }
}

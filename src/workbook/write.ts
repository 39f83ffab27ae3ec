import { writeXlsx, type WriteSheet } from 'hucre/xlsx'
import { emptyCourt, type Court } from '../domain'
import { keepText } from './cell'
import type { Row, Sheet } from './column'
import { guideSheet } from './guide'
import { planSheet, type WrittenPlan } from './plan-sheet'
import { Lists } from './drop-downs'
import { sheets } from './sheets'
import { accountSheet } from './sheets-accounts'
import { importSheet, type ImportKind } from './sheets-import'
import { say, type Locale } from './words'
import { writeSheet, type Writing } from './write-sheet'

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
 * The court as a workbook: every sheet, names beside ids, and with `plan` a sheet of who goes where and of the units
 * concerned. Reading it back gives the same court.
 */
export async function writeWorkbook(
  court: Court,
  locale: Locale,
  extra: { plan?: WrittenPlan } = {},
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

/** An empty table of caseload to fill in. */
export const writeImportTemplate = (kind: ImportKind, format: 'xlsx' | 'csv', locale: Locale): Promise<Uint8Array> =>
  writeBlank(importSheet(kind), format, locale)

/** An empty table of accounts to fill in. */
export const writeAccountTemplate = (format: 'xlsx' | 'csv', locale: Locale): Promise<Uint8Array> =>
  writeBlank(accountSheet, format, locale)

/** One sheet with notes and lists, or a text of its header alone. */
async function writeBlank(sheet: Sheet, format: 'xlsx' | 'csv', locale: Locale): Promise<Uint8Array> {
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

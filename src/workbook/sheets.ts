import type { ListName, Sheet } from './column'
import { caseSheets } from './sheets-cases'
import { courtSheets } from './sheets-court'
import { indicatorSheets } from './sheets-indicators'
import { forecastSheets } from './sheets-forecast'
import { outcomeSheets } from './sheets-outcomes'
import { settingsSheets } from './sheets-settings'
import { staffSheets } from './sheets-staff'
import type { Words } from './words'

/**
 * Every sheet of the workbook, in its order: the one description that template, writer, reader and preview work from.
 */
export const sheets: readonly Sheet[] = [
  ...courtSheets,
  ...settingsSheets,
  ...staffSheets,
  ...caseSheets,
  ...outcomeSheets,
  ...indicatorSheets,
  ...forecastSheets,
]

export const sheetOf = (list: ListName): Sheet => sheets.find((sheet) => sheet.list === list)!

/** Sheets for people to read: written, never read. */
export const guideTitle: Words = { zh: '填表说明', en: 'Read me' }
export const planTitle: Words = { zh: '方案', en: 'Plan' }
export const listsTitle: Words = { zh: '选项', en: 'Lists' }

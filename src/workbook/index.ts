import { readCourtFile } from './json'
import { tooLarge } from './open'
import { readWorkbook, type OnSheet } from './read'
import type { ReadResult } from './problem'

export { CellTooLong } from './cell'
export * from './choices'
export * from './choices-cases'
export * from './choices-settings'
export * from './choices-staff'
export {
  fieldOf,
  isOptional,
  settingsLists,
  type Column,
  type ListName,
  type Row,
  type SettingsList,
  type Sheet,
  type Target,
} from './column'
export { compareCourts, compareRows, type ChangedRow, type ListChange } from './compare'
export { maxPacked, maxUnpacked, tooLarge } from './open'
export type { PlanRow, WrittenPlan } from './plan-sheet'
export { maxProblems, type Found, type ReadResult, type WorkbookProblem } from './problem'
export { fieldAt, refusal, withoutEmpty } from './rows'
export { sheetOf, sheets } from './sheets'
export { writeStatistics } from './statistics'
export { accountSheet } from './sheets-accounts'
export { importKinds, importSheet, type ImportKind } from './sheets-import'
export { say, type Locale, type Words } from './words'
export { writeAccountTemplate, writeCaseList, writeImportTemplate, writeTemplate, writeWorkbook } from './write'
export { readCourtFile, readWorkbook }

/** Reads a court from a workbook or a JSON file, whichever the first bytes tell. */
export const readCourt = async (bytes: Uint8Array, onSheet?: OnSheet): Promise<ReadResult> =>
  tooLarge(bytes.length) ??
  (/^\s*\{/.test(new TextDecoder().decode(bytes.subarray(0, 64)).replace(/^\ufeff/, ''))
    ? readCourtFile(bytes)
    : readWorkbook(bytes, onSheet))

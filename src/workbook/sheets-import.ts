import { z } from 'zod'
import { caseload } from '../domain'
import type { Sheet } from './column'
import { number } from './columns'
import { sheetOf } from './sheets'

/** What an import of caseload brings: one row for each case, or one for each team, case type and month. */
export const importKinds = ['cases', 'monthly'] as const
export type ImportKind = (typeof importKinds)[number]

const compared: [string, string] = ['仅供核对，不保存；可空。', 'Only compared, not kept; may be empty.']

/** The sheet of a monthly table: that of the workbook, and rates printed beside the counts. */
const monthlySheet: Sheet = {
  ...sheetOf('caseload'),
  row: caseload.extend({
    reported: z.partialRecord(z.enum(['clearance', 'congestion', 'turnover']), z.number().min(0)).default({}),
  }),
  columns: [
    ...sheetOf('caseload').columns,
    number('reported.clearance', ['系统结收比（%）', 'Reported clearance rate (%)'], compared),
    number('reported.congestion', ['系统拥堵率（%）', 'Reported congestion (%)'], compared),
    number('reported.turnover', ['系统周转（月）', 'Reported turnover (months)'], compared),
  ],
}

export const importSheet = (kind: ImportKind): Sheet => (kind === 'cases' ? sheetOf('cases') : monthlySheet)

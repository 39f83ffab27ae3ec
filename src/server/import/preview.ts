import { z } from 'zod'
import { importKinds } from '../../workbook/sheets-import'
import { findings } from './findings'

const met = z.object({ id: z.string(), rows: z.int() })

/** What an import will do once it is committed, and nothing else. */
export const preview = z.object({
  kind: z.enum(importKinds),
  format: z.enum(['xlsx', 'csv']),
  encoding: z.string().nullable(),
  sheet: z.string(),
  rows: z.int(),
  /** Titles of columns that were not read. */
  ignored: z.array(z.string()),
  /** Rows of totals that were compared and are not imported. */
  totals: z.int(),
  period: z.object({ from: z.string(), until: z.string() }).nullable(),
  /** Cases of a case list; null for a monthly table. */
  cases: z.object({ added: z.int(), changed: z.int(), same: z.int(), removed: z.int() }).nullable(),
  /** Rows of caseload, month by month, and the cases filed and closed in them. */
  months: z.array(
    z.object({
      month: z.string(),
      added: z.int(),
      replaced: z.int(),
      same: z.int(),
      filed: z.int(),
      closed: z.int(),
    }),
  ),
  teams: z.array(met),
  caseTypes: z.array(met),
  warnings: findings,
})
export type Preview = z.infer<typeof preview>

import type { CaseRecord, Court } from '../../domain'
import type { WorkbookProblem } from '../../workbook'

export interface CourtSummary {
  readonly id: string
  readonly name: string
  readonly example: boolean
  readonly version: number
  readonly people: number
  readonly teams: number
}

export type CourtSource = { source: 'example' } | { source: 'empty'; name: string } | { source: 'file'; court: Court }

export interface Saved {
  readonly version: number
}

export interface StoredCourt extends Saved {
  readonly court: Court
}

/** What looks wrong in an import and may yet be right; its words are at `workbook.problems.<code>`. */
export interface ImportWarning {
  readonly code: string
  readonly row: number | null
  readonly column: string | null
  readonly value: string | null
  readonly right: string | null
  readonly team: string | null
  readonly caseType: string | null
  readonly month: string | null
}

/** What an import of caseload will do once it is committed. */
export interface CaseloadPreview {
  readonly kind: 'cases' | 'monthly'
  readonly format: 'xlsx' | 'csv'
  readonly encoding: string | null
  readonly sheet: string
  readonly rows: number
  readonly ignored: readonly string[]
  readonly totals: number
  readonly period: { from: string; until: string } | null
  readonly cases: { added: number; changed: number; same: number; removed: number } | null
  readonly months: readonly {
    month: string
    added: number
    replaced: number
    same: number
    filed: number
    closed: number
  }[]
  readonly teams: readonly { id: string; rows: number }[]
  readonly caseTypes: readonly { id: string; rows: number }[]
  readonly warnings: { readonly kept: readonly ImportWarning[]; readonly total: number }
}

export interface CaseloadImport {
  readonly id: string
  readonly name: string
  readonly mode: 'merge' | 'replace'
  readonly state: 'working' | 'ready' | 'refused' | 'done' | 'cancelled' | 'failed'
  readonly stage: 'receiving' | 'reading' | 'comparing' | 'counting' | 'ready' | 'writing'
  readonly rows: number
  readonly basedOn: number
  readonly preview: CaseloadPreview | null
  readonly problems: { readonly problems: readonly WorkbookProblem[]; readonly total: number } | null
  readonly error: { code: string; facts: Record<string, unknown> } | null
}

export interface ImportOptions {
  readonly kind?: 'cases' | 'monthly'
  readonly mode?: 'merge' | 'replace'
  /** First month that a case list is counted for. */
  readonly from?: string
}

/** The cases asked for; what is left out does not count. `pendingOn` asks for those pending when that day ended. */
export interface CaseFilter {
  readonly team?: string[]
  readonly caseType?: string[]
  readonly filedFrom?: string
  readonly filedUntil?: string
  readonly closedFrom?: string
  readonly closedUntil?: string
  readonly pendingOn?: string
  readonly outcome?: NonNullable<CaseRecord['outcome']>[]
  readonly page?: number
  readonly size?: number
}

/** A file that is about to be handed out: what of the court it holds, its name, and its size in bytes. */
export interface HandedOut {
  readonly holds: 'court' | 'cases' | 'plan' | 'statistics'
  readonly name: string
  readonly size: number
}

import { closeSync, createReadStream, openSync, readFileSync, writeSync } from 'node:fs'
import type { CaseRecord } from '../../domain'
import { Problems, type ReadResult } from '../../workbook/problem'
import type { ImportKind } from '../../workbook/sheets-import'
import type { Base, FileContent } from './content'
import { openCsv } from './csv'
import { Findings } from './findings'
import { prepareCases, prepareMonths, type ImportMode } from './prepare'
import type { Preview } from './preview'
import { readFile } from './read'
import { rowsPerLine } from './source'
import { openXlsx } from './xlsx'

export const stages = ['receiving', 'reading', 'comparing', 'counting', 'ready'] as const
export type Stage = (typeof stages)[number]

/** What a thread is given to work on. */
export interface ImportTask {
  readonly file: string
  readonly format: 'xlsx' | 'csv'
  /** Null where the file is to tell. */
  readonly kind: ImportKind | null
  readonly mode: ImportMode
  /** First month that a case list is counted for; null for the first in it. */
  readonly from: string | null
  readonly today: string
  readonly base: Base
  /** Where what will be written is put down, in lines that are each a JSON list of rows. */
  readonly casesFile: string
  readonly caseloadFile: string
}

/** What ends the work: a preview, with all that a commit needs put down in files, or everything that is wrong. */
export type ImportEnd =
  | { readonly kind: 'ready'; readonly preview: Preview }
  | { readonly kind: 'refused'; readonly problems: Pick<ReadResult, 'problems' | 'total'> }

export interface ImportHost {
  progress(stage: Stage, rows: number): void
  /** The cases that are there, a page at a time. */
  cases(): AsyncIterable<readonly CaseRecord[]>
}

/** Progress is told after so many rows. */
const step = 2000

/**
 * Reads a file, checks it, counts it, and puts down what a commit will write. Throws for nothing that a file may hold.
 */
export async function prepareImport(task: ImportTask, host: ImportHost): Promise<ImportEnd> {
  const problems = new Problems()
  const warnings = new Findings()
  const refused = (): ImportEnd => {
    const { problems: kept, total } = problems.refused()
    return { kind: 'refused', problems: { problems: kept, total } }
  }
  let rows = 0
  const content = await readAll(task, problems, warnings, (read) => {
    rows = read
    if (read % step === 0) host.progress('reading', read)
  })
  if (content === null || problems.total > 0) return refused()
  host.progress('comparing', rows)
  const there = new Map<string, CaseRecord>()
  if (content.kind === 'cases') for await (const page of host.cases()) for (const row of page) there.set(row.id, row)
  host.progress('counting', rows)
  const prepared =
    content.kind === 'monthly'
      ? prepareMonths(content, task.base, warnings)
      : prepareCases(content, task.base, there, task.mode, task.from, problems, warnings)
  if (problems.total > 0) return refused()
  writeLines(task.casesFile, content.cases)
  writeLines(task.caseloadFile, prepared.caseload)
  return {
    kind: 'ready',
    preview: {
      months: prepared.months,
      period: prepared.period,
      cases: prepared.cases,
      kind: content.kind,
      format: task.format,
      encoding: content.encoding,
      sheet: content.title,
      rows: content.numbers.length,
      ignored: [...content.ignored],
      totals: content.totals.rows.length,
      teams: metIn(content, 'team'),
      caseTypes: metIn(content, 'caseType'),
      warnings: { kept: warnings.kept, total: warnings.total },
    },
  }
}

async function readAll(
  { file, format, kind, base, today }: ImportTask,
  problems: Problems,
  warnings: Findings,
  onRow: (rows: number) => void,
): Promise<(FileContent & { encoding: string | null }) | null> {
  try {
    const source =
      format === 'xlsx'
        ? await openXlsx(readFileSync(file), kind, problems)
        : await openCsv(() => createReadStream(file), problems)
    if (source === null) return null
    const content = await readFile(source, kind, base, today, problems, warnings, onRow)
    return content === null ? null : { ...content, encoding: source.encoding }
  } catch {
    problems.add('file-damaged')
    return null
  }
}

function writeLines(file: string, rows: readonly unknown[]): void {
  const handle = openSync(file, 'w', 0o600)
  try {
    for (let at = 0; at < rows.length; at += rowsPerLine)
      writeSync(handle, `${JSON.stringify(rows.slice(at, at + rowsPerLine))}\n`)
  } finally {
    closeSync(handle)
  }
}

function metIn(content: FileContent, field: 'team' | 'caseType'): Preview['teams'] {
  const found = new Map<string, number>()
  for (const rows of [content.cases, content.months.map(({ row }) => row)])
    for (const row of rows) found.set(row[field], (found.get(row[field]) ?? 0) + 1)
  return [...found].map(([id, rows]) => ({ id, rows }))
}

import { courtFile, courtIssues, courtWarnings, type Court } from '../domain'
import { settingsLists, type ListName, type Sheet } from './column'
import { resolveNames } from './links'
import { openWorkbook, tooLarge, type OpenSheet } from './open'
import { Problems, taken, type ReadResult } from './problem'
import { fieldAt, readRows, refusal, type ReadSheet, type ReadSheets } from './rows'
import { guideTitle, listsTitle, planTitle, sheets } from './sheets'
import { asideMark, readTable } from './table'
import { names } from './words'

const inSettings = (list: unknown): boolean => (settingsLists as readonly unknown[]).includes(list)

/** The court that the sheets make, whether or not all of it could be read. */
function assemble(read: ReadSheets): Record<string, unknown> {
  const rowsOf = (list: ListName): Record<string, unknown>[] | undefined => read.get(list)?.rows.map((row) => row.value)
  const { id, name, example, ...settings } = rowsOf('court')?.[0] ?? {}
  const lists = sheets
    .filter(({ list }) => list !== 'court' && !inSettings(list))
    .map(({ list }) => [list, rowsOf(list) ?? (list === 'cases' ? undefined : [])])
  return {
    format: 'frontline-court/1',
    id,
    name,
    example,
    settings: { ...settings, ...Object.fromEntries(settingsLists.map((list) => [list, rowsOf(list)])) },
    ...Object.fromEntries(lists),
  }
}

/** Where a path of the court file leads to in the sheets. */
function placeOf(
  read: ReadSheets,
  path: readonly PropertyKey[],
): { at: ReadSheet; row: ReadSheet['rows'][number]; field: string } | null {
  const [head, ...rest] = path
  const setting = head === 'settings'
  const list = (setting ? (inSettings(rest[0]) ? rest[0] : 'court') : rest.length === 0 ? 'court' : head) as ListName
  const inRow = list === 'court' ? (setting ? rest : path) : setting ? rest.slice(2) : rest.slice(1)
  const at = read.get(list)
  const row = at?.rows[list === 'court' ? 0 : Number(setting ? rest[1] : rest[0])]
  const field = at === undefined ? undefined : fieldAt(at.sheet, inRow)
  return at === undefined || row === undefined || field === undefined ? null : { at, row, field }
}

/** Problems between rows, told only where the row itself and what it refers to could be read. */
function addCourtIssues(read: ReadSheets, incomplete: ReadonlySet<ListName>, problems: Problems): void {
  const needs: Record<string, ListName[]> = {
    'department-unknown': ['departments'],
    'team-unknown': ['teams'],
    'unit-unknown': ['departments', 'teams'],
    'person-unknown': ['people'],
    'case-type-unknown': ['caseTypes'],
    'post-unknown': ['posts'],
    'ratio-without-post': ['posts'],
    'weight-source-empty': ['weightEvents', 'panelAnswers'],
  }
  const postsUnsure = read.get('posts')?.rows.some(({ bad }) => bad.size > 0) ?? true
  for (const { code, path, facts } of courtIssues(assemble(read) as unknown as Court)) {
    const place = placeOf(read, path)
    if (place === null || needs[code]?.some((list) => incomplete.has(list))) continue
    const { at, row, field } = place
    const cellAlone = code.endsWith('-unknown') || (code === 'duplicate' && field === 'id')
    if (row.bad.has(field) || (row.bad.size > 0 && !cellAlone) || (code === 'post-unknown' && postsUnsure)) continue
    const right = facts.right ?? (code === 'ends-before-it-begins' ? `≥ ${facts.from}` : null)
    problems.add(code, {
      list: at.sheet.list,
      sheet: at.title,
      row: row.number,
      column: at.titleOf(field),
      value:
        code === 'post-unknown' || code === 'duplicate'
          ? String(facts.value)
          : (row.shown[field] ?? String(facts.value)),
      right: right === null ? null : String(right),
    })
  }
}

/** What looks wrong in a court that holds together, at its place in the sheets. */
function warningsIn(read: ReadSheets, court: Court): Problems {
  const warnings = new Problems()
  for (const { code, path, facts } of courtWarnings(court)) {
    const place = placeOf(read, path)
    if (place === null) continue
    const { at, row, field } = place
    warnings.add(code, {
      list: at.sheet.list,
      sheet: at.title,
      row: row.number,
      column: at.titleOf(field),
      value: row.shown[field] ?? String(facts.value),
      right: String(facts.right),
    })
  }
  return warnings
}

/** Told before each sheet is read: how many of the sheets are behind. */
export type OnSheet = (done: number, of: number) => void

async function readSheets(
  bytes: Uint8Array,
  open: readonly OpenSheet[],
  problems: Problems,
  onSheet: OnSheet,
): Promise<{ read: Map<ListName, ReadSheet>; incomplete: Set<ListName> }> {
  const read = new Map<ListName, ReadSheet>()
  const incomplete = new Set<ListName>()
  const belongs = (sheet: Sheet): OpenSheet[] => open.filter(({ name }) => names(sheet.title, name))
  const aside = [guideTitle, listsTitle, planTitle]
  for (const { name, hidden } of open)
    if (
      !hidden &&
      !name.startsWith(asideMark) &&
      ![...aside, ...sheets.map(({ title }) => title)].some((title) => names(title, name))
    )
      problems.add('sheet-unknown', { sheet: name, value: name })
  for (const [at, sheet] of sheets.entries()) {
    onSheet(at, sheets.length)
    const [first, second] = belongs(sheet)
    if (second !== undefined) problems.add('sheet-twice', { list: sheet.list, sheet: second.name, value: second.name })
    if (first === undefined) {
      if (sheet.optional === true) continue
      incomplete.add(sheet.list)
      problems.add('sheet-missing', {
        list: sheet.list,
        sheet: `${sheet.title.zh} / ${sheet.title.en}`,
        right: `${sheet.title.zh} / ${sheet.title.en}`,
      })
      continue
    }
    const before = problems.total
    const table = await readTable(bytes, first, sheet, problems)
    if (table === null || problems.total > before) incomplete.add(sheet.list)
    if (table === null) continue
    read.set(sheet.list, readRows(table, problems))
  }
  const court = read.get('court')
  if (court?.rows.length === 0) problems.add('court-row-missing', { list: 'court', sheet: court.title })
  const second = court?.rows[1]
  if (court !== undefined && second !== undefined)
    problems.add('court-row-twice', { list: 'court', sheet: court.title, row: second.number })
  return { read, incomplete }
}

/**
 * Reads a workbook whole: the court when everything in it is right, else every problem with its place and no court.
 * Never throws for what a file holds.
 */
export async function readWorkbook(bytes: Uint8Array, onSheet: OnSheet = () => {}): Promise<ReadResult> {
  const large = tooLarge(bytes.length)
  if (large !== null) return large
  const order = sheets.map(({ list }) => list)
  const problems = new Problems()
  try {
    const open = await openWorkbook(bytes, problems)
    if (open === null) return problems.refused()
    const { read, incomplete } = await readSheets(bytes, open.sheets, problems, onSheet)
    resolveNames(read, problems)
    addCourtIssues(read, incomplete, problems)
    if (problems.total > 0) return problems.refused(order)
    const court = courtFile.safeParse(assemble(read))
    if (court.success) return taken(court.data, warningsIn(read, court.data))
    for (const issue of court.error.issues) {
      const place = placeOf(read, issue.path)
      problems.add(
        refusal(issue).code,
        place === null
          ? {}
          : {
              list: place.at.sheet.list,
              sheet: place.at.title,
              row: place.row.number,
              column: place.at.titleOf(place.field),
              value: place.row.shown[place.field] ?? null,
            },
      )
    }
  } catch {
    problems.add('file-damaged')
  }
  return problems.refused(order)
}

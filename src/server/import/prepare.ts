import {
  addToMonth,
  countCases,
  courtWarnings,
  dueBy,
  monthOf,
  unusualFilings,
  type Caseload,
  type CaseRecord,
  type Period,
} from '../../domain'
import type { Problems } from '../../workbook/problem'
import { importSheet } from '../../workbook/sheets-import'
import { say, type Locale } from '../../workbook/words'
import type { Findings } from './findings'
import type { Preview } from './preview'
import type { Base, FileContent } from './read'
import { addStaying, keyOf, seriesOf, shownFlow } from './staying'
import { addDisagreements } from './totals'

/** How a case list meets the one that is there: its cases are added and put in place of their old state, or the whole list is replaced. */
export const importModes = ['merge', 'replace'] as const
export type ImportMode = (typeof importModes)[number]

/** What an import will do, all of it: the caseload as it will stand, and the sums of the preview. */
export interface Prepared {
  readonly caseload: readonly Caseload[]
  readonly months: Preview['months']
  readonly period: Period | null
  readonly cases: Preview['cases']
}

/** More months of caseload than this do not come out of one list by right. */
const maxCounted = 60_000

/** What a figure of a month is called, whether or not the file has a column for it. */
const monthTitle = (field: string, locale: Locale): string => {
  const column = importSheet('monthly').columns.find((each) => each.field === field)
  return column === undefined ? field : say(column.title, locale)
}

/** A monthly table: its rows are put in place of those of the same team, case type and month. */
export function prepareMonths(content: FileContent, base: Base, warnings: Findings): Prepared {
  const { months, numbers, totals, titleOf } = content
  totals.compare(months, titleOf, warnings)
  for (const [at, { row, reported }] of months.entries())
    addDisagreements({ ...row, months: 1 }, reported, {
      add: (field, value, right) =>
        warnings.add('reported-rate-differs', row, { row: numbers[at], column: titleOf(field), value, right }),
    })
  const next = months.map(({ row }) => row)
  const rowOf = new Map(next.map((row, at) => [keyOf(row), numbers[at]!]))
  return { ...putInPlace(next, base, content, warnings, rowOf), cases: null, period: periodOf(next) }
}

/**
 * A case list: every case as it will stand afterwards is counted month by month, for each team and case type that the
 * file speaks of, from the first month of the file to its last.
 */
export function prepareCases(
  content: FileContent,
  base: Base,
  there: ReadonlyMap<string, CaseRecord>,
  mode: ImportMode,
  from: string | null,
  problems: Problems,
  warnings: Findings,
): Prepared {
  const given = new Map(content.cases.map((row) => [row.id, row]))
  const touched = new Set(content.cases.map(seriesOf))
  const cases = { added: 0, changed: 0, same: 0, removed: 0 }
  for (const row of content.cases) {
    const before = there.get(row.id)
    if (before === undefined) cases.added++
    else if (JSON.stringify(before) === JSON.stringify(row)) cases.same++
    else cases.changed++
    if (before !== undefined) touched.add(seriesOf(before))
  }
  const left = [...there.values()].filter(({ id }) => !given.has(id))
  if (mode === 'replace') cases.removed = left.length
  const all = mode === 'replace' ? content.cases : [...left, ...content.cases]
  const period = periodIn(content.cases, from, warnings, content)
  const counted =
    period === null ? [] : countCases(all, period, dueBy(base.caseTypes)).filter((row) => touched.has(seriesOf(row)))
  if (counted.length > maxCounted)
    problems.add('too-many-months', { sheet: content.title, value: period?.from ?? null, right: String(maxCounted) })
  const before = new Map(base.caseload.map((row) => [keyOf(row), row]))
  const next = counted.map((row): Caseload => {
    const was = before.get(keyOf(row))
    if (was === undefined) return row
    const differs = shownFlow.find((field) => was[field] !== row[field])
    if (differs !== undefined)
      warnings.add('count-differs', row, {
        column: monthTitle(differs, content.locale),
        value: String(was[differs]),
        right: String(row[differs]),
      })
    return { ...row, reportedClosingRate: was.reportedClosingRate }
  })
  const old = mode === 'replace' ? [...there.values()] : []
  addStaying(base.caseload, next, touched, period, old, warnings)
  return { ...putInPlace(next, base, content, warnings), cases, period }
}

/** From the first to the last month in which a case was filed or closed; later where the user wants it so. */
function periodIn(
  cases: readonly CaseRecord[],
  from: string | null,
  warnings: Findings,
  { titleOf }: FileContent,
): Period | null {
  let first = '9999-12'
  let firstClosed = '9999-12'
  let last = '0000-01'
  for (const { filed, closed } of cases) {
    const month = monthOf(filed)
    if (month < first) first = month
    if (month > last) last = month
    if (closed === null) continue
    const end = monthOf(closed)
    if (end < firstClosed) firstClosed = end
    if (end > last) last = end
  }
  if (cases.length === 0) return null
  // A list of what was pending on a day and all that came since tells only a part of the months before that day.
  if (from === null && firstClosed !== '9999-12' && addToMonth(first, 12) < firstClosed)
    warnings.add(
      'list-begins-before-closings',
      { team: null, caseType: null, month: first },
      {
        column: titleOf('filed'),
        value: first,
        right: firstClosed,
      },
    )
  if (from !== null && from > last) return null
  return { from: from !== null && from > first ? from : first, until: last }
}

function periodOf(rows: readonly Caseload[]): Period | null {
  const months = rows.map(({ month }) => month).toSorted()
  return months.length === 0 ? null : { from: months[0]!, until: months.at(-1)! }
}

/** The caseload as it will stand, in its order, new rows at its end; and what looks wrong in it because of them. */
function putInPlace(
  next: readonly Caseload[],
  { caseload }: Base,
  { locale }: FileContent,
  warnings: Findings,
  rowOf: ReadonlyMap<string, number> = new Map(),
): Pick<Prepared, 'caseload' | 'months'> {
  const byKey = new Map(next.map((row) => [keyOf(row), row]))
  const before = new Map(caseload.map((row) => [keyOf(row), row]))
  const whole = [
    ...caseload.map((row) => byKey.get(keyOf(row)) ?? row),
    ...next.filter((row) => !before.has(keyOf(row))),
  ]
  const touched = new Set(next.map(seriesOf))
  const near = whole.filter((row) => touched.has(seriesOf(row)))
  for (const { code, path, facts } of [...courtWarnings({ caseload: near }), ...unusualFilings({ caseload: near })]) {
    const row = near[path[1] as number]!
    const isOurs = byKey.has(keyOf(row))
    const follows =
      code === 'stock-does-not-carry-over' && byKey.has(keyOf({ ...row, month: addToMonth(row.month, -1) }))
    if (!isOurs && !follows) continue
    const at = { column: monthTitle(String(path[2]), locale), value: String(facts.value), right: String(facts.right) }
    warnings.add(code, row, { ...at, row: rowOf.get(keyOf(row)) ?? null })
  }
  return { caseload: whole, months: monthsOf(next, before) }
}

function monthsOf(next: readonly Caseload[], before: ReadonlyMap<string, Caseload>): Preview['months'] {
  const months = new Map<string, Preview['months'][number]>()
  for (const row of next) {
    const was = before.get(keyOf(row))
    const kind = was === undefined ? 'added' : JSON.stringify(was) === JSON.stringify(row) ? 'same' : 'replaced'
    const sum = months.get(row.month) ?? { month: row.month, added: 0, replaced: 0, same: 0, filed: 0, closed: 0 }
    sum[kind]++
    sum.filed += row.filed
    sum.closed += row.closed
    months.set(row.month, sum)
  }
  return [...months.values()].toSorted((a, b) => (a.month < b.month ? -1 : 1))
}

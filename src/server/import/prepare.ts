import { isDeepStrictEqual } from 'node:util'
import { countCases, dueBy, type Caseload, type CaseRecord, type Period } from '../../domain'
import type { Problems } from '../../workbook/problem'
import type { Findings } from './findings'
import { monthTitle, putInPlace } from './in-place'
import { periodOfCases, periodOfMonths } from './period'
import type { Preview } from './preview'
import type { Base, FileContent } from './content'
import { addStaying, keyOf, seriesOf, shownFlow } from './staying'
import { addDisagreements } from './totals'

/**
 * How a case list meets the one that is there: its cases are added and put in place of their old state, or the whole
 * list is replaced.
 */
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
  return { ...putInPlace(next, base, content, warnings, rowOf), cases: null, period: periodOfMonths(next) }
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
    else if (isDeepStrictEqual(before, row)) cases.same++
    else cases.changed++
    if (before !== undefined) touched.add(seriesOf(before))
  }
  const left = [...there.values()].filter(({ id }) => !given.has(id))
  if (mode === 'replace') cases.removed = left.length
  const all = mode === 'replace' ? content.cases : [...left, ...content.cases]
  const period = periodOfCases(content.cases, from, warnings, content)
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

import { isDeepStrictEqual } from 'node:util'
import { addToMonth, courtWarnings, toldOf, unusualFilings, type Caseload } from '../../domain'
import { importSheet } from '../../workbook/sheets-import'
import { say, type Locale } from '../../workbook/words'
import type { Findings } from './findings'
import type { Prepared } from './prepare'
import type { Preview } from './preview'
import type { Base, FileContent } from './content'
import { addMissing } from './missing'
import { keyOf } from './staying'

/** What a figure of a month is called, whether or not the file has a column for it. */
export const monthTitle = (field: string, locale: Locale): string => {
  const column = importSheet('monthly').columns.find((each) => each.field === field)
  return column === undefined ? field : say(column.title, locale)
}

const teamMonthOf = (row: Caseload): string => `${row.team} ${row.month}`

/** The caseload as it will stand, in its order, new rows at its end; and what looks wrong in it because of them. */
export function putInPlace(
  next: readonly Caseload[],
  { caseload, posts, assignments, teams: all }: Base,
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
  addMissing(next, toldOf({ caseload: whole, posts, assignments }), all, locale, warnings)
  const teams = new Set(next.map(({ team }) => team))
  const near = whole.filter(({ team }) => teams.has(team))
  const teamMonths = new Set(next.map(teamMonthOf))
  for (const { code, path, facts } of [...courtWarnings({ caseload: near }), ...unusualFilings({ caseload: near })]) {
    const row = near[path[1] as number]!
    const isOurs = byKey.has(keyOf(row))
    const follows =
      code === 'stock-does-not-carry-over' && byKey.has(keyOf({ ...row, month: addToMonth(row.month, -1) }))
    const ends =
      code === 'stock-not-carried-on' && teamMonths.has(teamMonthOf({ ...row, month: addToMonth(row.month, 1) }))
    if (!isOurs && !follows && !ends) continue
    const at = { column: monthTitle(String(path[2]), locale), value: String(facts.value), right: String(facts.right) }
    warnings.add(code, row, { ...at, row: rowOf.get(keyOf(row)) ?? null })
  }
  return { caseload: whole, months: monthsOf(next, before) }
}

function monthsOf(next: readonly Caseload[], before: ReadonlyMap<string, Caseload>): Preview['months'] {
  const months = new Map<string, Preview['months'][number]>()
  for (const row of next) {
    const was = before.get(keyOf(row))
    const kind = was === undefined ? 'added' : isDeepStrictEqual(was, row) ? 'same' : 'replaced'
    const sum = months.get(row.month) ?? { month: row.month, added: 0, replaced: 0, same: 0, filed: 0, closed: 0 }
    sum[kind]++
    sum.filed += row.filed
    sum.closed += row.closed
    months.set(row.month, sum)
  }
  return [...months.values()].toSorted((a, b) => (a.month < b.month ? -1 : 1))
}

import { monthOf, type Caseload, type CaseRecord, type Period } from '../../domain'
import type { Findings } from './findings'

export const keyOf = (row: Pick<Caseload, 'team' | 'caseType' | 'month'>): string =>
  `${row.team} ${row.caseType} ${row.month}`
export const seriesOf = (row: { team: string; caseType: string }): string => `${row.team} ${row.caseType}`
/** What is looked at to tell whether two counts of a month agree. */
export const shownFlow = ['carried', 'filed', 'closed', 'pending'] as const

/**
 * Names the months of each team and case type that stay though the list has no case for them: within its period, and
 * from the first case of a list that is replaced on. They may come from a monthly table, so they are not removed.
 */
export function addStaying(
  caseload: readonly Caseload[],
  next: readonly Caseload[],
  touched: ReadonlySet<string>,
  period: Period | null,
  old: readonly CaseRecord[],
  warnings: Findings,
): void {
  const written = new Set(next.map(keyOf))
  const firstOf = new Map<string, string>()
  for (const row of old) {
    const first = firstOf.get(seriesOf(row))
    if (first === undefined || monthOf(row.filed) < first) firstOf.set(seriesOf(row), monthOf(row.filed))
  }
  const staying = new Map<string, Caseload[]>()
  for (const row of caseload) {
    if (written.has(keyOf(row)) || shownFlow.every((field) => row[field] === 0)) continue
    const { month } = row
    const within = period !== null && touched.has(seriesOf(row)) && month >= period.from && month <= period.until
    if (within || (firstOf.get(seriesOf(row)) ?? '9999-12') <= month)
      staying.set(seriesOf(row), [...(staying.get(seriesOf(row)) ?? []), row])
  }
  for (const rows of staying.values()) {
    const months = rows.map(({ month }) => month).toSorted()
    const [first, last] = [months[0]!, months.at(-1)!]
    const value = first === last ? first : `${first} - ${last}`
    warnings.add('months-stay', { ...rows[0]!, month: null }, { value, right: String(months.length) })
  }
}

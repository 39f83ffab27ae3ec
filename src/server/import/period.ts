import { addToMonth, monthOf, type Caseload, type CaseRecord, type Period } from '../../domain'
import type { Findings } from './findings'
import type { FileContent } from './content'

/** From the first to the last month in which a case was filed or closed; later where the user wants it so. */
export function periodOfCases(
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

/** From the first to the last month of a monthly table. */
export function periodOfMonths(rows: readonly Caseload[]): Period | null {
  const months = rows.map(({ month }) => month).toSorted()
  return months.length === 0 ? null : { from: months[0]!, until: months.at(-1)! }
}

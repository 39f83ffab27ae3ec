import { addToMonth } from './calendar'
import type { Court, CourtIssue } from './court'
import { divide, exactly, meets, rounded } from './interval'

/**
 * What looks wrong and may yet be right, to be confirmed by a person before it is taken in: a month that does not
 * begin with the stock that the month before ended with (moves, recounts), and a closing rate reported by the court's
 * own system that its counts do not allow, printed figures being rounded.
 */
export function* courtWarnings({ caseload }: Pick<Court, 'caseload'>): Generator<CourtIssue> {
  const pending = new Map(caseload.map((row) => [`${row.team} ${row.caseType} ${row.month}`, row.pending]))
  const monthBefore = new Map(
    [...new Set(caseload.map(({ month }) => month))].map((month) => [month, addToMonth(month, -1)]),
  )
  for (const [index, row] of caseload.entries()) {
    const before = pending.get(`${row.team} ${row.caseType} ${monthBefore.get(row.month)}`)
    if (before !== undefined && before !== row.carried)
      yield {
        code: 'stock-does-not-carry-over',
        path: ['caseload', index, 'carried'],
        facts: { value: row.carried, right: before },
      }
    const reported = row.reportedClosingRate
    const accepted = row.carried + row.filed
    if (reported === null || accepted === 0) continue
    const rate = divide(exactly(row.closed * 100), exactly(accepted))
    if (!meets(rounded(reported, decimalsOf(reported)), rate))
      yield {
        code: 'reported-rate-differs',
        path: ['caseload', index, 'reportedClosingRate'],
        facts: { value: reported, right: Math.round(rate.low * 100) / 100 },
      }
  }
}

/** Decimals that a figure was given with: 91.4 has one. */
const decimalsOf = (value: number): number => String(value).split('.')[1]?.length ?? 0

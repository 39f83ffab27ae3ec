import { addToMonth } from './calendar'
import type { Court, CourtIssue } from './court'
import { disagreements } from './cases/reported'
import { usualRange } from './cases/usual'

/**
 * What looks wrong and may yet be right, to be confirmed by a person before it is taken in: a month that does not
 * begin with the stock that the month before ended with (moves, recounts), pending cases of a type of which the team's
 * next month tells nothing any more, and a closing rate reported by the court's own system that its counts do not allow,
 * printed figures being rounded.
 */
export function* courtWarnings({ caseload }: Pick<Court, 'caseload'>): Generator<CourtIssue> {
  const pending = new Map(caseload.map((row) => [`${row.team} ${row.caseType} ${row.month}`, row.pending]))
  const monthBefore = new Map(
    [...new Set(caseload.map(({ month }) => month))].map((month) => [month, addToMonth(month, -1)]),
  )
  const monthAfter = new Map([...monthBefore.keys()].map((month) => [month, addToMonth(month, 1)]))
  const told = new Set(caseload.map(({ team, month }) => `${team} ${month}`))
  for (const [index, row] of caseload.entries()) {
    const before = pending.get(`${row.team} ${row.caseType} ${monthBefore.get(row.month)}`)
    if (before !== undefined && before !== row.carried)
      yield {
        code: 'stock-does-not-carry-over',
        path: ['caseload', index, 'carried'],
        facts: { value: row.carried, right: before },
      }
    const next = monthAfter.get(row.month)!
    if (row.pending > 0 && told.has(`${row.team} ${next}`) && !pending.has(`${row.team} ${row.caseType} ${next}`))
      yield {
        code: 'stock-not-carried-on',
        path: ['caseload', index, 'pending'],
        facts: { value: row.pending, right: next },
      }
    for (const { value, low } of disagreements({ ...row, months: 1 }, { closingRate: row.reportedClosingRate }))
      yield {
        code: 'reported-rate-differs',
        path: ['caseload', index, 'reportedClosingRate'],
        facts: { value, right: Math.round(low * 100) / 100 },
      }
  }
}

/** Months whose filings lie far outside what is usual for their team and case type, as a slip of the pen would. */
export function* unusualFilings({ caseload }: Pick<Court, 'caseload'>): Generator<CourtIssue> {
  const series = new Map<string, number[]>()
  const keyOf = (row: Court['caseload'][number]): string => `${row.team} ${row.caseType}`
  for (const row of caseload) {
    const filed = series.get(keyOf(row))
    if (filed === undefined) series.set(keyOf(row), [row.filed])
    else filed.push(row.filed)
  }
  const usual = new Map([...series].map(([key, filed]) => [key, usualRange(filed)]))
  for (const [index, row] of caseload.entries()) {
    const range = usual.get(keyOf(row)) ?? null
    if (range !== null && (row.filed < range.low || row.filed > range.high))
      yield {
        code: 'filed-unusual',
        path: ['caseload', index, 'filed'],
        facts: { value: row.filed, right: `${Math.ceil(range.low)} - ${Math.floor(range.high)}` },
      }
  }
}

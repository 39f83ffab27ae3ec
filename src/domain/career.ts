import { covers, joinSpans, type CalendarDate, type Span } from './calendar'
import { placesOf, stayInPost, type Places } from './have'
import type { Assignment } from './person'
import { postId } from './unit'

/** A temporary posting (挂职) that holds on a date. */
export interface PostingOn {
  /** First day, of an unbroken posting; of several at once, the earliest. */
  readonly from: CalendarDate
  /** Last day; null while it is open. */
  readonly until: CalendarDate | null
  /** Where the person is at home meanwhile; empty for nowhere. */
  readonly home: Places
}

/** The unbroken stays in each unit that permanent assignments make, those that begin after the date left out. */
function staysInUnits(history: readonly Assignment[], date: CalendarDate): { unit: string; span: Span }[] {
  const rows = history.filter(({ kind, from }) => kind === 'permanent' && from <= date)
  return [...new Set(rows.map(({ unit }) => unit))].flatMap((unit) =>
    joinSpans(rows.filter((row) => row.unit === unit)).map((span) => ({ unit, span })),
  )
}

/**
 * First days in units that a person was transferred to, rising: the first unit is no transfer, nor is a posting or
 * another post in the same unit.
 */
export function transfersOf(history: readonly Assignment[], date: CalendarDate): CalendarDate[] {
  const stays = staysInUnits(history, date)
  const later = stays.filter(({ unit, span }) =>
    stays.some((other) => other.unit !== unit && other.span.from < span.from),
  )
  return [...new Set(later.map(({ span }) => span.from))].toSorted()
}

/** Last day in each unit that the person has left and is not in on the date. */
export function unitsLeft(history: readonly Assignment[], date: CalendarDate): Record<string, CalendarDate> {
  const here = new Set(history.filter((row) => covers(row, date)).map(({ unit }) => unit))
  const left: Record<string, CalendarDate> = {}
  for (const { unit, span } of staysInUnits(history, date))
    if (!here.has(unit) && span.until !== null && span.until > (left[unit] ?? '')) left[unit] = span.until
  return left
}

/** The temporary posting on the date; null where there is none. */
export function postingOn(history: readonly Assignment[], date: CalendarDate): PostingOn | null {
  const temporary = history.filter(({ kind }) => kind === 'temporary')
  const now = temporary.filter((row) => covers(row, date))
  if (now.length === 0) return null
  const spans = now.map((row) => stayInPost(temporary, postId(row), date)!)
  const ends = spans.map(({ until }) => until)
  return {
    from: spans.map(({ from }) => from).toSorted()[0]!,
    until: ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null),
    home: placesOf(history.filter((row) => row.kind === 'permanent' && covers(row, date))),
  }
}

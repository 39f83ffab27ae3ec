import { postId, type Assignment, type CalendarDate, type PostId } from '../../domain'

/** One stay in a post, as the timeline shows it; fractions of the timeline's whole width. */
export interface Stay {
  readonly row: Assignment
  readonly post: PostId
  readonly from: CalendarDate
  readonly until: CalendarDate | null
  readonly kind: Assignment['kind']
  readonly share: number
  readonly now: boolean
  readonly start: number
  readonly length: number
}

const day = (date: string): number => Date.parse(`${date}T00:00:00Z`)

/** Assignments of one person, the newest first, drawn between the first of them and the date (or the last end after it). */
export function staysOf(history: readonly Assignment[], date: CalendarDate): Stay[] {
  const first = history.reduce((min, { from }) => (from < min ? from : min), date)
  const last = history.reduce((max, { from, until }) => [max, from, until ?? ''].toSorted().at(-1)!, date)
  const whole = Math.max(1, day(last) - day(first))
  return history
    .map((row): Stay => {
      const end = row.until ?? last
      return {
        row,
        post: postId(row),
        from: row.from,
        until: row.until,
        kind: row.kind,
        share: row.share,
        now: row.from <= date && (row.until === null || row.until >= date),
        start: (day(row.from) - day(first)) / whole,
        length: Math.max(0.01, (day(end) - day(row.from)) / whole),
      }
    })
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))
}

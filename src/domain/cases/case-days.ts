import { differenceInCalendarDays } from 'date-fns'
import { dayOf, type CalendarDate } from '../calendar'
import type { CaseRecord } from './caseload'

/**
 * What happened in one team to cases of one type on one day; `fullDays` are the days from filing to full enforcement of
 * those closed so.
 */
export interface CaseDay {
  readonly date: CalendarDate
  readonly team: string
  readonly caseType: string
  readonly filed: number
  readonly closed: number
  readonly full: number
  readonly fullDays: number
}

/** Cases of one type pending in one team when a day began. */
export interface CaseStock {
  readonly team: string
  readonly caseType: string
  readonly pending: number
}

export interface CaseDays {
  readonly stock: readonly CaseStock[]
  readonly days: readonly CaseDay[]
}

type Days = { from: CalendarDate; until: CalendarDate }
const byKey = <T>(a: [string, T], b: [string, T]): number => (a[0] < b[0] ? -1 : 1)

/** Days from filing to closing; null while a case is pending. */
export const daysToClosing = ({ filed, closed }: Pick<CaseRecord, 'filed' | 'closed'>): number | null =>
  closed === null ? null : differenceInCalendarDays(dayOf(closed), dayOf(filed))

/**
 * Counts a case list day by day, both ends of the span inside: the stock when the span begins, and each day, team and
 * case type to which anything happened, in this order. A case closed on the day that it was filed counts in both.
 */
export function countDays(cases: readonly CaseRecord[], { from, until }: Days): CaseDays {
  const stock = new Map<string, CaseStock>()
  const days = new Map<string, CaseDay>()
  const add = (row: CaseRecord, date: CalendarDate, more: Partial<CaseDay>): void => {
    const { team, caseType } = row
    const key = `${date} ${team} ${caseType}`
    const was = days.get(key) ?? { date, team, caseType, filed: 0, closed: 0, full: 0, fullDays: 0 }
    days.set(key, {
      ...was,
      filed: was.filed + (more.filed ?? 0),
      closed: was.closed + (more.closed ?? 0),
      full: was.full + (more.full ?? 0),
      fullDays: was.fullDays + (more.fullDays ?? 0),
    })
  }
  const within = (date: CalendarDate): boolean => date >= from && date <= until
  for (const row of cases) {
    const { team, caseType, filed, closed, outcome } = row
    if (filed < from && (closed === null || closed >= from)) {
      const key = `${team} ${caseType}`
      stock.set(key, { team, caseType, pending: (stock.get(key)?.pending ?? 0) + 1 })
    }
    if (within(filed)) add(row, filed, { filed: 1 })
    if (closed === null || !within(closed)) continue
    const full = outcome === 'full' ? 1 : 0
    add(row, closed, { closed: 1, full, fullDays: full * daysToClosing(row)! })
  }
  const sorted = <T>(map: Map<string, T>): T[] => [...map].toSorted(byKey).map(([, value]) => value)
  return { stock: sorted(stock), days: sorted(days) }
}

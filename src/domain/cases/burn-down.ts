import { getISOWeek, getISOWeekYear, subDays } from 'date-fns'
import { dateOf, dayOf, type CalendarDate } from '../calendar'
import type { Campaign } from './campaign'
import type { CaseDays } from './case-days'
import { courseOfDays, eachDate, flowOfDays, listBegins, yearTo } from './day-flow'
import { inUnit } from '../indicators/evaluate'
import { isWorkingDay } from '../working-days'

/** One day of a campaign. Values are cases, or percent where the target is a closing rate. */
export interface BurnDownDay {
  readonly date: CalendarDate
  /** Cases closed on the day; null on days to come. */
  readonly closed: number | null
  /** Where it stands at the end of the day; null on days to come, and where it cannot be computed. */
  readonly value: number | null
  /** What is left to the target; 0 once it is reached. */
  readonly remaining: number | null
  /** Where an even pace over the working days would stand, and what it would leave. */
  readonly even: number
  readonly evenRemaining: number
}

/** How far a campaign is. */
export interface BurnDown {
  readonly days: readonly BurnDownDay[]
  /** The last day counted. */
  readonly date: CalendarDate
  readonly ended: boolean
  /** Where it began: no case, or the closing rate of the day before. */
  readonly start: number
  readonly value: number
  readonly remaining: number
  /** Value less even pace: above zero ahead of it, below behind. */
  readonly ahead: number
  /** The first day on which the target was reached. */
  readonly reached: CalendarDate | null
  readonly workingDaysLeft: number
  /** Whole cases still to be closed; of a closing rate, as long as no further case is filed. */
  readonly casesLeft: number
  /** Cases a working day from now on; null where nothing is left to do, or no working day to do it on. */
  readonly neededPerDay: number | null
}

/** Why there is no burn-down. */
export type NoBurnDown = 'campaign-not-begun' | 'campaign-not-counted' | 'campaign-rate-unknown'

interface Standing {
  readonly value: number | null
  readonly casesLeft: number
}

/**
 * How far a campaign is on the date, counted from the days of the teams it concerns, which must reach from the first of
 * January of the year in which it begins to its end or the date. A closing rate is that of the year so far.
 */
export function burnDown(campaign: Campaign, counted: CaseDays, date: CalendarDate): BurnDown | NoBurnDown {
  const { from, until, target, targetKind } = campaign
  if (date < from) return 'campaign-not-begun'
  if (counted.days.length === 0 && counted.stock.length === 0) return 'campaign-not-counted'
  const last = date < until ? date : until
  const year = yearTo(from)
  const begins = listBegins(counted)
  if (targetKind === 'closing-rate' && (begins === null || begins > year.from)) return 'campaign-rate-unknown'

  const standing = ({ accepted, closed }: { accepted: number; closed: number }): Standing =>
    targetKind === 'closed'
      ? { value: closed, casesLeft: upTo(target - closed) }
      : {
          value: inUnit('percent', closed, accepted),
          casesLeft: upTo((target / 100) * accepted - closed),
        }
  const before = dateOf(subDays(dayOf(from), 1))
  const start = targetKind === 'closed' ? 0 : standing(flowOfDays(counted, { ...year, until: before })).value
  const since = targetKind === 'closed' ? from : year.from
  const stands = new Map(
    courseOfDays(counted, { from: since, until: last }).map((flow) => [flow.until, standing(flow)] as const),
  )
  const now = stands.get(last)!
  if (now.value === null) return 'campaign-rate-unknown'

  const closedOn = new Map<CalendarDate, number>()
  for (const row of counted.days) closedOn.set(row.date, (closedOn.get(row.date) ?? 0) + row.closed)
  const span = eachDate(campaign)
  // A campaign of free days alone goes by calendar days: there is no other even pace.
  const counts = span.some(isWorkingDay) ? isWorkingDay : () => true
  const all = span.filter(counts).length
  const way = Math.max(0, target - (start ?? 0))
  let gone = 0
  const days = span.map((day): BurnDownDay => {
    if (counts(day)) gone++
    const even = (start ?? 0) + (way * gone) / all
    const value = stands.get(day)?.value ?? null
    return {
      date: day,
      closed: day <= last ? (closedOn.get(day) ?? 0) : null,
      value,
      remaining: value === null ? null : Math.max(0, target - value),
      even,
      evenRemaining: Math.max(0, target - even),
    }
  })
  const workingDaysLeft = span.filter((day) => day > last && counts(day)).length
  return {
    days,
    date: last,
    ended: date > until,
    start: start ?? 0,
    value: now.value,
    remaining: Math.max(0, target - now.value),
    ahead: now.value - days.find((day) => day.date === last)!.even,
    reached: days.find(({ value }) => value !== null && value >= target)?.date ?? null,
    workingDaysLeft,
    casesLeft: now.casesLeft,
    neededPerDay: now.casesLeft === 0 || workingDaysLeft === 0 ? null : now.casesLeft / workingDaysLeft,
  }
}

/** Whole cases up to a number of them, none where it is reached; sums of percent are not exact. */
const upTo = (cases: number): number => Math.max(0, Math.ceil(cases - 1e-9))

/** The days by ISO week: each stands for the last day of its week, with what was closed in the week. */
export function weeksOf(days: readonly BurnDownDay[]): (BurnDownDay & { readonly week: string })[] {
  const weeks = new Map<string, BurnDownDay & { week: string }>()
  for (const day of days) {
    const on = dayOf(day.date)
    const week = `${getISOWeekYear(on)}-W${String(getISOWeek(on)).padStart(2, '0')}`
    const known = weeks.get(week)
    if (known === undefined) weeks.set(week, { ...day, week })
    else if (day.closed === null)
      weeks.set(week, { ...known, date: day.date, even: day.even, evenRemaining: day.evenRemaining })
    else weeks.set(week, { ...day, week, closed: (known.closed ?? 0) + day.closed })
  }
  return [...weeks.values()]
}

import { addDays, addMonths, differenceInCalendarDays } from 'date-fns'
import { covers, dateOf, dayOf, joinSpans, type CalendarDate, type Span } from './calendar'
import type { Court } from './court'
import { protectedKinds, type Assignment, type Leave, type Person } from './person'
import { postId, type PostId } from './unit'

/** Where a person is on a date: posts, each with its part of the person's time (1 is all of it). */
export type Places = ReadonlyMap<PostId, number>

/**
 * Where each person is on the date. A temporary assignment goes before the permanent one: it takes its share of
 * the person's time, and the permanent assignments are left with the rest. People who are nowhere are not in the map.
 */
export function assignmentsOn(court: Pick<Court, 'assignments'>, date: CalendarDate): Map<string, Places> {
  const byPerson = new Map<string, Assignment[]>()
  for (const row of court.assignments) if (covers(row, date)) push(byPerson, row.person, row)
  return new Map([...byPerson].map(([person, rows]) => [person, placesOf(rows)]))
}

/** The same of one person's assignments that hold at one time. */
export function placesOf(rows: readonly Assignment[]): Places {
  const temporary = rows.filter(({ kind }) => kind === 'temporary')
  const rest = Math.max(0, 1 - temporary.reduce((sum, { share }) => sum + share, 0))
  const places = new Map<PostId, number>()
  for (const row of rows) {
    const share = row.kind === 'temporary' ? row.share : row.share * rest
    if (share > 0) places.set(postId(row), (places.get(postId(row)) ?? 0) + share)
  }
  return places
}

/** Works at the court on the date: has joined and not yet left. */
export const isHere = ({ joined, left }: Person, date: CalendarDate): boolean =>
  covers({ from: joined, until: left }, date)

/**
 * The absence that takes a person out of Have on the date: a secondment away, or leave of more days than
 * `longLeaveDays`, an extension that follows without a gap counted in. Annual leave already stands in the year
 * value, and a protected period is not an absence: who is off work for it has leave beside it.
 */
export function absenceOn(
  leaves: readonly Leave[],
  date: CalendarDate,
  longLeaveDays: number,
): Pick<Leave, 'kind' | 'until'> | null {
  const off = leaves.filter(({ kind }) => kind !== 'annual' && !isProtected(kind))
  const now = off.filter((leave) => covers(leave, date))
  const away = now.find(({ kind }) => kind === 'secondment')
  if (away !== undefined) return { kind: away.kind, until: away.until }
  const first = now[0]
  if (first === undefined) return null
  const whole = joinSpans(off.filter(({ kind }) => kind !== 'secondment')).find((span) => covers(span, date))!
  return whole.until === null || daysIn({ from: whole.from, until: whole.until }) > longLeaveDays
    ? { kind: first.kind, until: whole.until }
    : null
}

/** Pregnancy, nursing or medical treatment on the date. Where several hold, consent counts only if given for each. */
export function protectionOn(
  leaves: readonly Leave[],
  date: CalendarDate,
): Pick<Leave, 'kind' | 'until' | 'consents'> | null {
  const now = leaves.filter((leave) => isProtected(leave.kind) && covers(leave, date))
  const open = now.find(({ consents }) => !consents) ?? now[0]
  return open === undefined ? null : { kind: open.kind, until: open.until, consents: open.consents }
}

/** FTE that a person can give on the date: the contract share, nothing during long leave or secondment. */
export const availabilityOf = (
  person: Person,
  leaves: readonly Leave[],
  date: CalendarDate,
  longLeaveDays: number,
): number => (absenceOn(leaves, date, longLeaveDays) === null ? person.share : 0)

/** Have (现有人力): FTE in each post on the date, unrounded; posts without anybody are not in the map. */
export function haveOn(court: Court, date: CalendarDate): Map<PostId, number> {
  const places = assignmentsOn(court, date)
  const leaves = groupByPerson(court.leaves)
  const have = new Map<PostId, number>()
  for (const person of court.people) {
    if (!isHere(person, date)) continue
    const availability = availabilityOf(person, leaves.get(person.id) ?? [], date, court.settings.longLeaveDays)
    for (const [post, share] of places.get(person.id) ?? [])
      have.set(post, (have.get(post) ?? 0) + share * availability)
  }
  return have
}

/**
 * Last day of a civil servant's year of probation (公务员法 34), null for contract staff. The day of joining is not
 * counted and the year ends on the day of the same date, or on the last of a month that has none (民法典 201-202).
 */
export const probationUntil = ({ employment, joined }: Person): CalendarDate | null =>
  employment === 'civil-servant' ? dateOf(addMonths(dayOf(joined), 12)) : null

/** The unbroken stay in the post that holds on the date; null where the person is not there. */
export const stayInPost = (history: readonly Assignment[], post: PostId, date: CalendarDate): Span | null =>
  joinSpans(history.filter((row) => postId(row) === post)).find((span) => covers(span, date)) ?? null

/** Its first day. */
export const inPostSince = (history: readonly Assignment[], post: PostId, date: CalendarDate): CalendarDate | null =>
  stayInPost(history, post, date)?.from ?? null

const averageMonth = 365.2425 / 12

/**
 * Months of work by case category before the date, over the whole history: days in teams that hear the category,
 * by the share of time spent there, rounded to months at the end.
 */
export function experienceBefore(
  history: readonly Assignment[],
  date: CalendarDate,
  categoriesOf: (unit: string) => readonly string[],
): Record<string, number> {
  const edges = new Set([date])
  for (const { from, until } of history)
    for (const edge of [from, until === null ? date : dateOf(addDays(dayOf(until), 1))])
      if (edge < date) edges.add(edge)
  const days = new Map<string, number>()
  const marks = [...edges].toSorted()
  for (const [i, from] of marks.slice(0, -1).entries()) {
    const length = differenceInCalendarDays(dayOf(marks[i + 1]!), dayOf(from))
    const shares = new Map<string, number>()
    for (const [post, share] of placesOf(history.filter((row) => covers(row, from))))
      for (const category of categoriesOf(post.slice(0, post.indexOf('/'))))
        shares.set(category, (shares.get(category) ?? 0) + share)
    for (const [category, share] of shares) days.set(category, (days.get(category) ?? 0) + length * share)
  }
  return Object.fromEntries(
    [...days].map(([category, sum]) => [category, Math.round(sum / averageMonth)] as const).filter(([, m]) => m > 0),
  )
}

/** Whole days of a closed span, both ends inside. */
export const daysIn = ({ from, until }: { from: CalendarDate; until: CalendarDate }): number =>
  differenceInCalendarDays(dayOf(until), dayOf(from)) + 1

/** Rows by the person they belong to. */
export function groupByPerson<T extends { person: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) push(groups, row.person, row)
  return groups
}

const isProtected = (kind: Leave['kind']): boolean => (protectedKinds as readonly string[]).includes(kind)

function push<T>(groups: Map<string, T[]>, key: string, row: T): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [row])
  else group.push(row)
}

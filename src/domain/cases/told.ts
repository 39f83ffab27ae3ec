import { addToMonth, monthOf, type CalendarDate, type CalendarMonth } from '../calendar'
import type { Court } from '../court'

/** What it takes to know which months are told. */
export type Counted = Pick<Court, 'caseload' | 'posts' | 'assignments'>

/**
 * Which months the caseload tells of which team (月份齐全). A team that is open has a row for every month from its first
 * one on; where it has none though others have, the month is _missing_ and not zero: a figure over several teams is not
 * computed for it, and what takes the newest months takes those that all teams have. A team is not open any more where
 * it has no posts, or where all its people have left and nothing was pending at the end of its last row: it was
 * dissolved. A month is told as soon as one case type is: courts leave out the types of which they have nothing to tell.
 */
export interface Told {
  /** First and last month with a row of anybody; null where there is none. */
  readonly first: CalendarMonth | null
  readonly last: CalendarMonth | null
  /** The first month with a row of the team; undefined where it has none. */
  readonly since: (team: string) => CalendarMonth | undefined
  /** Whether the team should have a row of the month and has none. */
  readonly misses: (team: string, month: CalendarMonth) => boolean
  /** The teams that miss a month, in the order of the caseload. */
  readonly missing: (month: CalendarMonth) => readonly string[]
  /** The last month that none of the teams (all, where none are named) misses; null where they have no row at all. */
  readonly wholeUntil: (teams?: Iterable<string>) => CalendarMonth | null
}

const known = new WeakMap<Court['caseload'], Counted & { told: Told }>()

/** What the caseload of a court tells; a court is never changed in place, so it is worked out once. */
export function toldOf({ caseload, posts, assignments }: Counted): Told {
  const found = known.get(caseload)
  if (found?.posts === posts && found.assignments === assignments) return found.told
  const told = work({ caseload, posts, assignments })
  known.set(caseload, { caseload, posts, assignments, told })
  return told
}

/** The last month in which each team had anybody; teams that have somebody still, or never had, are left out. */
function lastPeopled(assignments: Court['assignments']): Map<string, CalendarMonth> {
  const until = new Map<string, CalendarDate | null>()
  for (const each of assignments) {
    const before = until.get(each.unit)
    const later = before === undefined || (before !== null && (each.until === null || each.until > before))
    if (later) until.set(each.unit, each.until)
  }
  return new Map([...until].flatMap(([unit, day]) => (day === null ? [] : [[unit, monthOf(day)] as const])))
}

interface TeamMonths {
  readonly all: Set<CalendarMonth>
  first: CalendarMonth
  last: CalendarMonth
  /** Pending at the end of the last month, of all case types. */
  pending: number
}

function work({ caseload, posts, assignments }: Counted): Told {
  const months = new Map<string, TeamMonths>()
  const anybody = new Set<CalendarMonth>()
  let first: CalendarMonth | null = null
  let last: CalendarMonth | null = null
  for (const { team, month, pending } of caseload) {
    const of = months.get(team)
    if (of === undefined) months.set(team, { first: month, last: month, all: new Set([month]), pending })
    else {
      of.all.add(month)
      if (month < of.first) of.first = month
      if (month === of.last) of.pending += pending
      else if (month > of.last) Object.assign(of, { last: month, pending })
    }
    anybody.add(month)
    if (first === null || month < first) first = month
    if (last === null || month > last) last = month
  }
  const open = new Set(posts.map(({ unit }) => unit))
  const isOpen = (team: string): boolean => posts.length === 0 || open.has(team)
  const left = lastPeopled(assignments)
  const isDissolved = (team: string, { last: told, pending }: TeamMonths, month: CalendarMonth): boolean => {
    const end = left.get(team)
    return end !== undefined && month > end && month > told && pending === 0
  }
  const misses = (team: string, month: CalendarMonth): boolean => {
    const of = months.get(team)
    if (of !== undefined && isDissolved(team, of, month)) return false
    return of !== undefined && isOpen(team) && of.first < month && anybody.has(month) && !of.all.has(month)
  }
  return {
    first,
    last,
    since: (team) => months.get(team)?.first,
    misses,
    missing: (month) => [...months.keys()].filter((team) => misses(team, month)),
    wholeUntil: (teams = months.keys()) => {
      const asked = [...teams].filter((team) => months.has(team))
      let month = asked.reduce<CalendarMonth | null>((newest, team) => {
        const own = months.get(team)!.last
        return newest === null || own > newest ? own : newest
      }, null)
      while (month !== null && month > first! && asked.some((team) => misses(team, month!)))
        month = addToMonth(month, -1)
      return month
    },
  }
}

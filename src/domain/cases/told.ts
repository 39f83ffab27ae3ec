import { addToMonth, type CalendarMonth } from '../calendar'
import type { Court } from '../court'

type Counted = Pick<Court, 'caseload' | 'posts'>

/**
 * Which months the caseload tells of which team (月份齐全). A team that is open, as its posts say, has a row for every
 * month from its first one on; where it has none though others have, the month is _missing_ and not zero: a figure over
 * several teams is not computed for it, and what takes the newest months takes those that all teams have.
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

const known = new WeakMap<Court['caseload'], { posts: Court['posts']; told: Told }>()

/** What the caseload of a court tells; a court is never changed in place, so it is worked out once. */
export function toldOf({ caseload, posts }: Counted): Told {
  const found = known.get(caseload)
  if (found?.posts === posts) return found.told
  const told = work(caseload, posts)
  known.set(caseload, { posts, told })
  return told
}

function work(caseload: Court['caseload'], posts: Court['posts']): Told {
  const months = new Map<string, { first: CalendarMonth; last: CalendarMonth; all: Set<CalendarMonth> }>()
  const anybody = new Set<CalendarMonth>()
  let first: CalendarMonth | null = null
  let last: CalendarMonth | null = null
  for (const { team, month } of caseload) {
    const of = months.get(team)
    if (of === undefined) months.set(team, { first: month, last: month, all: new Set([month]) })
    else {
      of.all.add(month)
      if (month < of.first) of.first = month
      if (month > of.last) of.last = month
    }
    anybody.add(month)
    if (first === null || month < first) first = month
    if (last === null || month > last) last = month
  }
  const open = new Set(posts.map(({ unit }) => unit))
  const isOpen = (team: string): boolean => posts.length === 0 || open.has(team)
  const misses = (team: string, month: CalendarMonth): boolean => {
    const of = months.get(team)
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

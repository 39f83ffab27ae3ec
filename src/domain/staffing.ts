import type { CalendarDate } from './calendar'
import type { Court } from './court'
import { haveOn, isHere } from './have'
import { unitsOf } from './problem-of'
import type { PostId } from './unit'

/** How the people of a court lie between the front line and administration, with what was counted. */
export interface Staff {
  /** FTE on front-line posts and on all posts, on the date. */
  readonly frontLine: number
  readonly all: number
  /** Heads of administrative staff (司法行政人员) and of everybody at the court. */
  readonly administrative: number
  readonly heads: number
  /** Most of the heads that may be administrative, as a share. */
  readonly cap: number
  readonly overCap: boolean
  readonly posts: readonly { readonly post: PostId; readonly fte: number; readonly frontLine: boolean }[]
  /** Ids of the administrative staff. */
  readonly people: readonly string[]
}

/** Front-line share (FTE) and administrative share (heads) on the date, and the cap on the latter. */
export function staffOn(court: Court, date: CalendarDate): Staff {
  const front = new Set(unitsOf(court).flatMap((unit) => (unit.frontLine ? [unit.id] : [])))
  const posts = [...haveOn(court, date)].map(([post, fte]) => ({
    post,
    fte,
    frontLine: front.has(post.slice(0, post.indexOf('/'))),
  }))
  const here = court.people.filter((person) => isHere(person, date))
  const people = here.filter(({ role }) => role === 'administrative').map(({ id }) => id)
  const sum = (rows: readonly { fte: number }[]): number => rows.reduce((total, { fte }) => total + fte, 0)
  const cap = court.settings.administrativeCap
  return {
    frontLine: sum(posts.filter(({ frontLine }) => frontLine)),
    all: sum(posts),
    administrative: people.length,
    heads: here.length,
    cap,
    overCap: people.length > cap * here.length,
    posts,
    people,
  }
}

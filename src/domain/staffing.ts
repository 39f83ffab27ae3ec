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
  /**
   * Share of the FTE that belongs on the front line: what the cap leaves, as the reform's proportions (39 % judges, 46 %
   * support, 15 % administration) set judges and their support aside for cases. It can be missed while the cap holds, by
   * judges and support who work in offices: those are whom a rotation can bring.
   */
  readonly least: number
  readonly underLeast: boolean
  readonly posts: readonly { readonly post: PostId; readonly fte: number; readonly frontLine: boolean }[]
  /** Ids of the administrative staff. */
  readonly people: readonly string[]
}

/** Front-line share (FTE) and administrative share (heads) on the date, the cap on the latter and what it leaves. */
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
  const frontLine = sum(posts.filter((post) => post.frontLine))
  const all = sum(posts)
  const least = 1 - cap
  return {
    frontLine,
    all,
    least,
    underLeast: frontLine < least * all - 1e-9,
    administrative: people.length,
    heads: here.length,
    cap,
    overCap: people.length > cap * here.length,
    posts,
    people,
  }
}

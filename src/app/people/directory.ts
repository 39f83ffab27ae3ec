import {
  assignmentsOn,
  blankRound,
  defineProblem,
  inPostSince,
  groupByPerson,
  isHere,
  problemOf,
  unitsOf,
  type Court,
  type Person,
  type PostId,
  type Unit,
} from '../../domain'
import { keptBecause, type KeptBecause } from '../../rules/release-to-front-line'

/** A person as the directory shows them on a date. */
export interface Entry {
  readonly id: string
  readonly name: string
  readonly person: Person
  /** Posts of now with the part of the person's time, 1 for all of it; empty for somebody without a post. */
  readonly places: readonly { readonly post: PostId; readonly unit: string; readonly share: number }[]
  readonly department: string | null
  /** First day in the post of now. */
  readonly since: string | null
  /**
   * Whether the person could be released to the front line: null where the question does not arise, because
   * they are there already or have no post; else `yes`, or why not.
   */
  readonly release: 'yes' | KeptBecause | null
}

/** Everybody who works at the court on the date. */
export function directoryOf(court: Court, date: string): Entry[] {
  const places = assignmentsOn(court, date)
  const history = groupByPerson(court.assignments)
  const units = new Map(unitsOf(court).map((unit) => [unit.id, unit]))
  const release = releasesOn(court, date, units)
  return court.people
    .filter((person) => isHere(person, date))
    .map((person): Entry => {
      const now = [...(places.get(person.id) ?? [])].map(([post, share]) => ({
        post,
        unit: post.slice(0, post.indexOf('/')),
        share,
      }))
      const first = now[0]
      return {
        id: person.id,
        name: person.name,
        person,
        places: now,
        department: first === undefined ? null : (units.get(first.unit)?.department ?? null),
        since: first === undefined ? null : inPostSince(history.get(person.id) ?? [], first.post, date),
        release: release.get(person.id) ?? null,
      }
    })
}

/** The rule's own answer for everybody who sits in an administrative department. */
function releasesOn(court: Court, date: string, units: ReadonlyMap<string, Unit>): Map<string, 'yes' | KeptBecause> {
  const round = {
    id: 'directory',
    name: 'directory',
    date,
    ...blankRound,
  }
  const data = problemOf(court, round)
  const inside = data.people.filter(({ present }) =>
    present.some(({ post }) => units.get(post.slice(0, post.indexOf('/')))?.frontLine === false),
  )
  // Only these people and their own posts: the whole grid of seats would be written out for nothing.
  const posts = new Set(inside.flatMap(({ present }) => present.map(({ post }) => post)))
  const problem = defineProblem({
    ...data,
    people: inside,
    posts: data.posts.filter(({ id }) => posts.has(id)),
    kinships: [],
    splits: [],
  })
  return new Map(inside.map((person) => [person.id, keptBecause(problem, person) ?? 'yes']))
}

export interface Filter {
  readonly departments: readonly string[]
  readonly roles: readonly string[]
  /** Only those who can be released to the front line. */
  readonly release: boolean
}

export const passes = (entry: Entry, { departments, roles, release }: Filter): boolean =>
  (departments.length === 0 || (entry.department !== null && departments.includes(entry.department))) &&
  (roles.length === 0 || roles.includes(entry.person.role)) &&
  (!release || entry.release === 'yes')

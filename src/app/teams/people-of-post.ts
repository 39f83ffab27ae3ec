import {
  absenceOn,
  assignmentsOn,
  availabilityOf,
  groupByPerson,
  isHere,
  type Court,
  type Person,
  type PostId,
} from '../../domain'

/** One person who holds a post on the date: the part of their time, and the FTE that counts there. */
export interface Holder {
  readonly person: Person
  readonly share: number
  /** On long leave or seconded, so that nothing of them counts. */
  readonly away: boolean
  readonly fte: number
}
export type HoldersOf = (post: PostId) => readonly Holder[]

/** Who holds each post on the date. */
export function holdersOn(court: Court, date: string): HoldersOf {
  const places = assignmentsOn(court, date)
  const leavesOf = groupByPerson(court.leaves)
  const { longLeaveDays } = court.settings
  const found = new Map<PostId, Holder[]>()
  for (const person of court.people) {
    if (!isHere(person, date)) continue
    const leaves = leavesOf.get(person.id) ?? []
    const away = absenceOn(leaves, date, longLeaveDays) !== null
    const available = availabilityOf(person, leaves, date, longLeaveDays)
    for (const [post, share] of places.get(person.id) ?? []) {
      const holder = { person, share, away, fte: share * available }
      const others = found.get(post)
      if (others === undefined) found.set(post, [holder])
      else others.push(holder)
    }
  }
  return (post) => found.get(post) ?? []
}

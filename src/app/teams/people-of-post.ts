import { absenceOn, assignmentsOn, availabilityOf, isHere, type Court, type Person, type PostId } from '../../domain'

/** One person who holds a post on the date: the part of their time, and the FTE that counts there. */
export interface Holder {
  readonly person: Person
  readonly share: number
  /** On long leave or seconded, so that nothing of them counts. */
  readonly away: boolean
  readonly fte: number
}

/** Who holds each post on the date; what they have in common is read once. */
export function holdersOn(court: Court, date: string): (post: PostId) => Holder[] {
  const places = assignmentsOn(court, date)
  const { longLeaveDays } = court.settings
  return (post) =>
    court.people.flatMap((person): Holder[] => {
      const share = places.get(person.id)?.get(post)
      if (share === undefined || !isHere(person, date)) return []
      const leaves = court.leaves.filter((leave) => leave.person === person.id)
      const away = absenceOn(leaves, date, longLeaveDays) !== null
      return [{ person, share, away, fte: share * availabilityOf(person, leaves, date, longLeaveDays) }]
    })
}

import type { CalendarDate } from './calendar'
import { joinSpans } from './calendar'
import type { Court } from './court'
import { daysIn, groupByPerson } from './have'
import { protectedKinds, type Leave, type Person } from './person'

/**
 * Deleting what is private of people who have left (个人信息删除). What counts are made of stays: that somebody of this
 * role and share was at the court from when to when, which posts they held, and when they were away so long that Have
 * did not count them. It stays under a label in the place of name and id, as an id may be a staff number.
 */

const label = /^former-([1-9]\d*)$/

/** The number of somebody whose facts were deleted, by name or id; null for anybody else. */
export function formerNumber(of: string): number | null {
  const found = label.exec(of)
  return found === null ? null : Number(found[1])
}

/** Labels by id for people of the court, following those that were given before. */
export function labelsFor({ people }: Pick<Court, 'people'>, ids: readonly string[]): Map<string, string> {
  const last = people.reduce((most, { id }) => Math.max(most, formerNumber(id) ?? 0), 0)
  return new Map(ids.map((id, at) => [id, `former-${last + 1 + at}`]))
}

/** Why the facts of a person may not be deleted: a permanent code of an error and its facts; null where they may. */
export function whyNotForgotten(
  court: Pick<Court, 'assignments' | 'departments' | 'teams'>,
  { id, name, left }: Person,
  today: CalendarDate,
): { code: 'person-former' | 'person-in-post' | 'person-not-left'; facts: Record<string, string> } | null {
  if (formerNumber(id) !== null) return { code: 'person-former', facts: { name } }
  const held = court.assignments.find(({ person, until }) => person === id && (until === null || until >= today))
  if (held !== undefined) {
    const unit = [...court.teams, ...court.departments].find((each) => each.id === held.unit)?.name ?? held.unit
    return { code: 'person-in-post', facts: { name, unit } }
  }
  return left === null || left >= today ? { code: 'person-not-left', facts: { name } } : null
}

/** A person of whom nothing is told but what is counted. */
const bare = ({ role, share, joined, left, employment }: Person, id: string): Person => ({
  id,
  name: id,
  role,
  share,
  joined,
  left,
  employment,
  leader: false,
  courtLeader: false,
  underReview: false,
  lawyerRelative: false,
  mentor: null,
  worksWith: null,
  conflictUnits: [],
})

/** Off work, as far as it may count: neither annual leave nor a secondment, nor protection alone. */
export const isOffWork = ({ kind }: Leave): boolean =>
  kind !== 'annual' && kind !== 'secondment' && !(protectedKinds as readonly string[]).includes(kind)

/** Leave of one person that takes them out of Have, without its reason; what does not is left out. */
export function bareAbsences(leaves: readonly Leave[], longLeaveDays: number): Leave[] {
  const away = leaves.filter(({ kind }) => kind === 'secondment')
  const long = joinSpans(leaves.filter(isOffWork)).filter(
    ({ from, until }) => until === null || daysIn({ from, until }) > longLeaveDays,
  )
  const row = (kind: Leave['kind'], { from, until }: Pick<Leave, 'from' | 'until'>): Leave => ({
    person: leaves[0]!.person,
    kind,
    from,
    until,
    consents: false,
  })
  return [...away.map((span) => row('secondment', span)), ...long.map((span) => row('other', span))]
}

/** The lists of a court that tell of people. */
export const personalLists = [
  'people',
  'assignments',
  'qualifications',
  'kinships',
  'leaves',
  'preferences',
  'wishAnswers',
] as const

/** The court without the facts of those who are named, each of whom stands under a label from then on. */
export function forgotten(court: Court, labels: ReadonlyMap<string, string>): Court {
  const isGone = (id: string | null): boolean => id !== null && labels.has(id)
  const others = <T extends { person: string }>(rows: readonly T[]): T[] => rows.filter(({ person }) => !isGone(person))
  const absences = [...groupByPerson(court.leaves.filter(({ person }) => isGone(person))).values()].flatMap((rows) =>
    bareAbsences(rows, court.settings.longLeaveDays),
  )
  return {
    ...court,
    people: court.people.map((person) => {
      const id = labels.get(person.id)
      if (id !== undefined) return bare(person, id)
      const { mentor, worksWith } = person
      return { ...person, mentor: isGone(mentor) ? null : mentor, worksWith: isGone(worksWith) ? null : worksWith }
    }),
    assignments: court.assignments.map((row) => ({ ...row, person: labels.get(row.person) ?? row.person })),
    qualifications: others(court.qualifications),
    kinships: court.kinships.filter(({ first, second }) => !isGone(first) && !isGone(second)),
    leaves: [...others(court.leaves), ...absences.map((row) => ({ ...row, person: labels.get(row.person)! }))],
    preferences: others(court.preferences),
    wishAnswers: others(court.wishAnswers),
  }
}

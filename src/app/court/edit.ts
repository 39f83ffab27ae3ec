import { subDays } from 'date-fns'
import {
  dateOf,
  dayOf,
  postId,
  type Assignment,
  type CalendarDate,
  type Court,
  type CourtPost,
  type Role,
} from '../../domain'

/** What the form of a person asks for beside the row: the post held from a day on. */
export interface PostFrom {
  /** `unit/role` of the present post; empty for none. */
  readonly post: string
  readonly from: CalendarDate
}

/** An id that nothing in the list bears yet: `team-3`. */
export function freeId(prefix: string, rows: readonly { readonly id?: unknown }[]): string {
  const taken = new Set(rows.map((row) => row.id))
  let number = rows.length + 1
  while (taken.has(`${prefix}-${number}`)) number++
  return `${prefix}-${number}`
}

/** The open permanent assignment of a person: where they are at home. */
export const openAssignment = (court: Court, person: string): Assignment | undefined =>
  court.assignments.find((each) => each.person === person && each.until === null && each.kind === 'permanent')

/** Gives a unit exactly these posts. */
export const withPosts = (court: Court, unit: string, posts: readonly CourtPost[]): Court => ({
  ...court,
  posts: [...court.posts.filter((post) => post.unit !== unit), ...posts.map((post) => ({ ...post, unit }))],
})

/**
 * Where the post differs from that of the open permanent assignment, that one ends the day before `from` and a new
 * one begins.
 */
export function withPost(court: Court, person: string, { post, from }: PostFrom): Court {
  const open = openAssignment(court, person)
  if ((open === undefined ? '' : postId(open)) === post) return court
  const until = dateOf(subDays(dayOf(from), 1))
  const rest = court.assignments.flatMap((each) =>
    each !== open ? [each] : each.from >= from ? [] : [{ ...each, until }],
  )
  const [unit = '', as = ''] = post.split('/')
  const next =
    post === '' ? [] : [{ person, unit, role: as as Role, from, until: null, kind: 'permanent' as const, share: 1 }]
  return { ...court, assignments: [...rest, ...next] }
}

/** Takes a unit's posts away with the unit; the server refuses where people or cases still refer to it. */
export const withoutUnit = (court: Court, unit: string): Court => ({
  ...court,
  departments: court.departments.filter((row) => row.id !== unit),
  teams: court.teams.filter((row) => row.id !== unit),
  posts: court.posts.filter((row) => row.unit !== unit),
})

/** Takes a person away with all that is said of them. */
export const withoutPerson = (court: Court, person: string): Court => ({
  ...court,
  people: court.people
    .filter((row) => row.id !== person)
    .map((row) => ({
      ...row,
      mentor: row.mentor === person ? null : row.mentor,
      worksWith: row.worksWith === person ? null : row.worksWith,
    })),
  assignments: court.assignments.filter((row) => row.person !== person),
  qualifications: court.qualifications.filter((row) => row.person !== person),
  kinships: court.kinships.filter((row) => row.first !== person && row.second !== person),
  leaves: court.leaves.filter((row) => row.person !== person),
  preferences: court.preferences.filter((row) => row.person !== person),
  wishAnswers: court.wishAnswers.filter((row) => row.person !== person),
})

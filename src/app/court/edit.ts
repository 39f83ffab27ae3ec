import { z } from 'zod'
import { calendarDate, department, id, person, postId, role, team, type Court, type Role } from '../../domain'

const rolesWithPosts = z.array(role).default([])
/** What the forms ask for: a row of the court, with what belongs to it. */
export const departmentForm = department.extend({ posts: rolesWithPosts })
export const teamForm = team.extend({ posts: rolesWithPosts })
export const personForm = person.extend({
  /** `unit/role` of the present post; empty for none. */
  post: z.string().default(''),
  from: calendarDate,
})
export type DepartmentForm = z.infer<typeof departmentForm>
export type TeamForm = z.infer<typeof teamForm>
export type PersonForm = z.infer<typeof personForm>
export const idSchema = id

/** An id that nothing in the list bears yet: `team-3`. */
export function freeId(prefix: string, rows: readonly { id: string }[]): string {
  const taken = new Set(rows.map((row) => row.id))
  let number = rows.length + 1
  while (taken.has(`${prefix}-${number}`)) number++
  return `${prefix}-${number}`
}

const put = <T extends { id: string }>(rows: readonly T[], row: T): T[] =>
  rows.some((each) => each.id === row.id) ? rows.map((each) => (each.id === row.id ? row : each)) : [...rows, row]

/** Posts of a unit as the roles say: new ones without fixed work, those that stay as they are, the rest gone. */
function withPosts(court: Court, unit: string, wanted: readonly Role[]): Court['posts'] {
  const own = new Map(court.posts.flatMap((post) => (post.unit === unit ? [[post.role, post] as const] : [])))
  return [
    ...court.posts.filter((post) => post.unit !== unit),
    ...wanted.map((each) => own.get(each) ?? { unit, role: each, fixed: 0, ceiling: null }),
  ]
}

export function putDepartment(court: Court, { posts, ...row }: DepartmentForm): Court {
  return { ...court, departments: put(court.departments, row), posts: withPosts(court, row.id, posts) }
}

export function putTeam(court: Court, { posts, ...row }: TeamForm): Court {
  return { ...court, teams: put(court.teams, row), posts: withPosts(court, row.id, posts) }
}

/**
 * Saves a person; where the post differs from that of the open permanent assignment, that one ends the day before
 * `from` (`dayBefore`) and a new one begins.
 */
export function putPerson(court: Court, { post, from, ...row }: PersonForm, dayBefore: string): Court {
  const open = court.assignments.find(
    (each) => each.person === row.id && each.until === null && each.kind === 'permanent',
  )
  const people = put(court.people, row)
  if ((open === undefined ? '' : postId(open)) === post) return { ...court, people }
  const rest = court.assignments.flatMap((each) =>
    each !== open ? [each] : each.from >= from ? [] : [{ ...each, until: dayBefore }],
  )
  const [unit = '', as = ''] = post.split('/')
  const next =
    post === ''
      ? []
      : [{ person: row.id, unit, role: as as Role, from, until: null, kind: 'permanent' as const, share: 1 }]
  return { ...court, people, assignments: [...rest, ...next] }
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
  people: court.people.filter((row) => row.id !== person),
  assignments: court.assignments.filter((row) => row.person !== person),
  qualifications: court.qualifications.filter((row) => row.person !== person),
  kinships: court.kinships.filter((row) => row.first !== person && row.second !== person),
  leaves: court.leaves.filter((row) => row.person !== person),
  preferences: court.preferences.filter((row) => row.person !== person),
})

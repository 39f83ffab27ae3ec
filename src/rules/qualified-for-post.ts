import type { Candidate, Part, Post, Problem, Role, Seat } from '../domain'
import { defineRule } from './rule'
import { seatsToMoveTo } from './stays'

/** Stands for the missing thing where the person's own role may not fill such a post at all. */
export const ownRole = 'own-role'

/** What the person lacks for posts of this role: nothing, codes of qualifications, or the right role (`own-role`). */
export function lacking({ fills }: Pick<Problem, 'fills'>, person: Candidate, post: Role): readonly string[] {
  const ways = fills
    .filter((fill) => fill.role === person.role && fill.post === post)
    .map(({ requires }) => requires.filter((code) => !(code in person.qualifications)))
  return ways.length === 0 ? [ownRole] : ways.reduce((best, way) => (way.length < best.length ? way : best))
}

export const mayFill = (problem: Problem, person: Candidate, post: Post): boolean =>
  lacking(problem, person, post.role).length === 0

/**
 * Nobody is moved to a post that the own role may not fill, or without a qualification that it asks for. Who is in
 * such a post already may stay, and go home to it from a posting: the regulation is about transfers. No rotation makes
 * a judge of anybody: that is left to selection and appointment (法官法 12, 16, 18).
 */
export const qualifiedForPost = defineRule({
  id: 'qualified-for-post',
  source: '公务员法 71 · 法官法 12 · 人民法院组织法 48-49',
  weight: 'must',
  parameters: {},
  *limits(problem) {
    // Full-time seats of one post have the very same parts.
    const known = new Map<readonly Part[], readonly Role[]>()
    const rolesIn = (parts: readonly Part[]): readonly Role[] => {
      const roles = known.get(parts) ?? [...new Set(parts.map(({ post }) => problem.post.get(post)!.role))]
      known.set(parts, roles)
      return roles
    }
    for (const person of problem.people) {
      const seatsByRole = new Map<Role, Seat[]>()
      for (const seat of seatsToMoveTo(problem, person.id, () => true))
        for (const role of rolesIn(seat.parts)) {
          const list = seatsByRole.get(role)
          if (list === undefined) seatsByRole.set(role, [seat])
          else list.push(seat)
        }
      for (const [role, seats] of seatsByRole)
        for (const missing of lacking(problem, person, role))
          yield { seats, atMost: 0, facts: { person: person.id, role, missing } }
    }
  },
})

import type { Role } from '../domain'
import { defineRule } from './rule'
import { seatsToMoveTo } from './stays'

/** Posts that only selection and appointment lead to. */
const appointed: readonly string[] = ['judge'] satisfies Role[]

/**
 * No transfer promotes: to the posts listed comes nobody whose own role is another, whatever the court's table of who
 * may fill which post says. Who sits in such a post already may stay.
 */
export const noPromotionByRotation = defineRule({
  id: 'no-promotion-by-rotation',
  source: '法官法 12、16、18 · 公务员转任规定（不得借转任突击提拔）',
  weight: 'must',
  parameters: { roles: appointed },
  *limits(problem, { roles }) {
    for (const { id: person, role: own } of problem.people)
      for (const role of roles) {
        if (role === own) continue
        const seats = seatsToMoveTo(problem, person, (post) => post.role === role)
        if (seats.length > 0) yield { seats, atMost: 0, facts: { person, role } }
      }
  },
})

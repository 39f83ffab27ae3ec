import { fteIn } from '../../domain'
import { defineGoal } from '../rule'

/** FTE missing at the front line, post by post: what one post has too much never makes up for another. */
export const frontLineShortage = defineGoal({
  id: 'front-line-shortage',
  unit: 'thousandths',
  *limits(problem) {
    for (const post of problem.posts) {
      if (!post.frontLine || post.need === 0) continue
      const seats = problem.seatsInPost(post.id)
      yield {
        seats,
        counts: seats.map((seat) => fteIn(seat, post.id)),
        atLeast: post.need,
        facts: { post: post.id, unit: post.unit, role: post.role, need: post.need },
      }
    }
  },
})

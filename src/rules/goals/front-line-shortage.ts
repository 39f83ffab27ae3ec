import { defineGoal } from '../rule'
import { haveOf } from './have'

/** FTE missing at the front line, post by post: what one post has too much never makes up for another. */
export const frontLineShortage = defineGoal({
  id: 'front-line-shortage',
  unit: 'thousandths',
  *limits(problem) {
    for (const post of problem.posts) {
      if (!post.frontLine || post.need === 0) continue
      yield {
        ...haveOf(problem, post),
        atLeast: post.need,
        facts: { post: post.id, unit: post.unit, role: post.role, need: post.need },
      }
    }
  },
})

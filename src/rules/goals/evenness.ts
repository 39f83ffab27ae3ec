import { defineGoal } from '../rule'
import { haveOf } from './have'

const steps = 10

/**
 * The next person is worth most where coverage is lowest: each tenth of the need that a front-line post lacks costs
 * again what is missing below it, so that one team at 60 % hurts more than two at 80 %, whatever their size.
 */
export const evenness = defineGoal({
  id: 'evenness',
  unit: 'thousandths',
  *limits(problem) {
    for (const post of problem.posts) {
      if (!post.frontLine || post.need === 0) continue
      const have = haveOf(problem, post)
      const facts = { post: post.id, unit: post.unit, role: post.role, need: post.need }
      for (let step = 1; step <= steps; step++) yield { ...have, atLeast: (post.need * step) / steps, facts }
    }
  },
})

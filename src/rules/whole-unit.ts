import { headsToBeOpen, isForPlan } from '../domain'
import { isOpen } from './open-unit'
import { defineRule } from './rule'

/**
 * A proposed unit is set up whole or left out whole, and one that may be closed goes on whole or is closed whole: with
 * one person there, each of its posts has the heads that it takes. A unit that goes on need not get more than it has
 * now. That those of a unit that is closed all get another post in the same round is `everyone-placed`.
 */
export const wholeUnit = defineRule({
  id: 'whole-unit',
  source: '本院轮岗方案（团队整建制组建与撤并）',
  weight: 'must',
  parameters: {},
  *limits(problem) {
    for (const unit of problem.units) {
      if (!isForPlan(problem, unit)) continue
      const open = isOpen(problem, unit.id)
      for (const { post, role, least } of headsToBeOpen(problem, unit.id)) {
        if (least === 0) continue
        yield {
          seats: problem.seatsInPost(post),
          choices: [{ choice: open, count: -least }],
          atLeast: 0,
          facts: { unit: unit.id, role, least },
        }
      }
    }
  },
})

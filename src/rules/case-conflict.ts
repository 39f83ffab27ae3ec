import { defineRule } from './rule'
import { seatsToMoveTo } from './stays'

/**
 * Who took part in one stage of a case takes no part in another: a move to a unit that hears such cases is pointed out,
 * so that they are shared out to others there. Which units these are stands with the person.
 */
export const caseConflict = defineRule({
  id: 'case-conflict',
  source: '最高人民法院《关于审判人员在诉讼活动中执行回避制度若干问题的规定》3、14 · 民事诉讼法 47-48',
  weight: 'warn',
  parameters: {},
  *limits(problem) {
    for (const { id: person, conflictUnits } of problem.people)
      for (const unit of new Set(conflictUnits)) {
        const seats = seatsToMoveTo(problem, person, (post) => post.unit === unit)
        if (seats.length > 0) yield { seats, atMost: 0, facts: { person, unit } }
      }
  },
})

import { isDepartmentOpen, leastWhile } from './open-unit'
import { defineRule } from './rule'
import { sittingIn } from './stays'

/**
 * A department that gives people away keeps its floor in heads, or those it has where they are fewer already. One of
 * which every unit may be closed is either closed, with nobody left, or keeps its floor.
 */
export const donorFloor = defineRule({
  id: 'donor-floor',
  source: '本院轮岗方案（各部门最低保留人数）',
  weight: 'must',
  parameters: {},
  *limits(problem) {
    for (const { id: department, floor } of problem.departments) {
      const seats = problem.seatsInDepartment(department)
      const least = Math.min(floor, sittingIn(problem, seats).length)
      if (least > 0)
        yield {
          ...leastWhile(isDepartmentOpen(problem, department), seats, least),
          facts: { department, least, floor },
        }
    }
  },
})

import { leastWhileOpen } from './open-unit'
import { defineRule } from './rule'
import { sittingIn } from './stays'

/**
 * Of each skill that a team asks for, it keeps so many people who hold it, or those it has where they are fewer; one
 * that is closed keeps none.
 */
export const coverageOfSkills = defineRule({
  id: 'coverage-of-skills',
  source: '本院轮岗方案（团队专业技能）',
  weight: 'warn',
  parameters: { least: 1 },
  *limits(problem, { least }) {
    for (const { id: unit, skills } of problem.units)
      for (const missing of new Set(skills)) {
        const seats = problem.seatsInUnit(unit).filter(({ person }) => missing in person.qualifications)
        const kept = Math.min(least, sittingIn(problem, seats).length)
        if (kept > 0) yield { ...leastWhileOpen(problem, unit, seats, kept), facts: { unit, missing, least: kept } }
      }
  },
})

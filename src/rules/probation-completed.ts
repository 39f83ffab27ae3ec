import type { Candidate, Problem } from '../domain'
import { defineRule } from './rule'
import { staysPut } from './stays'

/** The last day of probation still counts as probation. */
export const isOnProbation = (problem: Pick<Problem, 'date'>, { probationUntil }: Candidate): boolean =>
  probationUntil !== null && problem.date <= probationUntil

/** Nobody is transferred before probation ends. Who has no post yet may be given a first one. */
export const probationCompleted = defineRule({
  id: 'probation-completed',
  source: '公务员法 34 · 公务员转任规定',
  weight: 'must',
  parameters: {},
  *limits(problem) {
    for (const person of problem.people)
      if (isOnProbation(problem, person) && problem.presentSeat(person.id) !== undefined)
        yield { ...staysPut(problem, person), facts: { person: person.id, until: person.probationUntil } }
  },
})

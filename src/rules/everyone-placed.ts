import { pinOf } from '../domain'
import { defineRule } from './rule'

/** Nobody who has a post now is left without one, unless it was decided so. */
export const everyonePlaced = defineRule({
  id: 'everyone-placed',
  source: '本院轮岗方案（人岗一一落实）',
  weight: 'must',
  parameters: {},
  *limits(problem) {
    for (const { id: person } of problem.people)
      if (problem.presentSeat(person) !== undefined && pinOf(problem.decisions, person)?.seat !== null)
        yield { seats: problem.seatsOf(person), atLeast: 1, facts: { person } }
  },
})

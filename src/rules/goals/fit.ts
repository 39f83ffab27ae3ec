import { fitOfParts } from '../../domain'
import { defineGoal } from '../rule'

export const fullMarks = 100

/** Everybody where they fit best (人岗相适应): points short of full marks, person by person. */
export const fit = defineGoal({
  id: 'fit',
  unit: 'points',
  *limits(problem) {
    for (const person of problem.people) {
      const seats = problem.seatsOf(person.id)
      const known = new Map()
      const counts = seats.map(({ parts }) => fitOfParts(problem, person, parts, known).points)
      yield { seats, counts, atLeast: fullMarks, facts: { person: person.id } }
    }
  },
})

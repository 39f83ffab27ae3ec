import { describe, expect, it } from 'vitest'
import { mentorWithPupil } from '../../src/rules/mentor-with-pupil'
import { board, broken } from '../board'
import { expectAgreement, inPlan } from './agrees'

describe(mentorWithPupil.id, () => {
  const problem = board('Civil/Team1 | Ann:A, Bo:A\nCivil/Team2 |', { people: { Bo: { mentor: 'Ann' } } })

  it('is broken when the pupil works where the mentor does not', () => {
    expect(broken('mentor-with-pupil', problem, { Ann: 'Team2/assistant' })).toEqual([
      { first: 'Ann', second: 'Bo', unit: 'Team1' },
    ])
    expect(broken('mentor-with-pupil', problem, { Bo: 'Team2/assistant' })).toHaveLength(1)
  })
  it('is kept when both go, and when the pupil has no post', () => {
    expect(broken('mentor-with-pupil', problem, { Ann: 'Team2/assistant', Bo: 'Team2/assistant' })).toEqual([])
    expect(broken('mentor-with-pupil', problem, { Bo: null })).toEqual([])
  })

  it('agrees with its predicate', () => {
    expectAgreement(mentorWithPupil, (problem, plan) => {
      const places = new Map(inPlan(problem, plan).map(({ person, posts }) => [person.id, posts]))
      return problem.people.every(({ id, mentor }) =>
        places
          .get(id)!
          .every(({ unit }) => (mentor === null ? true : (places.get(mentor)?.some((at) => at.unit === unit) ?? true))),
      )
    })
  }, 60_000)
})

import { describe, expect, it } from 'vitest'
import { excludedReason, type Candidate } from '../../src/domain'
import { wishAnswersOf } from '../../src/rules/wish-answers'
import { board, planOf } from '../board'

const wish = (...units: string[]): Pick<Candidate, 'preferences'> => ({
  preferences: units.map((unit, i) => ({ rank: i + 1, unit, role: null })),
})

describe('answers to wishes', () => {
  const problem = board('Civil/Team1 | Ann:C, Bo:C, Cy:C, Di:C, Ed:C\nCivil/Team2 |\nCivil/Team3 |', {
    people: { Ann: wish('Team2', 'Team3'), Bo: wish('gone', 'Team2'), Cy: wish('gone'), Di: wish('Team2') },
    decisions: [{ kind: 'pin', person: 'Di', seat: 'Di@Team1/clerk', reason: excludedReason }],
  })
  const answers = (moved: Record<string, string | null> = {}) =>
    wishAnswersOf(problem, 'r1', planOf(problem, moved)).map(
      ({ person, unit, rank, met }) => `${person} ${unit} ${rank} ${met ? 'met' : 'refused'}`,
    )
  it('name the wish that was met, or the first that could have been; who could not be, or takes no part, has none', () => {
    expect(answers()).toEqual(['Ann Team2 1 refused', 'Bo Team2 2 refused'])
    expect(answers({ Ann: 'Team3/clerk', Bo: 'Team2/clerk' })).toEqual(['Ann Team3 2 met', 'Bo Team2 2 met'])
    expect(answers({ Ann: 'Team2/clerk', Bo: null })).toEqual(['Ann Team2 1 met', 'Bo Team2 2 refused'])
  })
  it('bear the round and its day', () =>
    expect(wishAnswersOf(problem, 'r1', planOf(problem))[0]).toMatchObject({ round: 'r1', date: problem.date }))
})

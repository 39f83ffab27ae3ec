import { describe, expect, it } from 'vitest'
import { fitOf } from '../../../src/domain'
import { fit } from '../../../src/rules/goals/fit'
import { board } from '../../board'
import { expectValue, valueAfter } from './value'

describe(fit.id, () => {
  const problem = board('Civil/Team1 | Ann:A\nCivil/Team2 |', {
    units: { Team1: { categories: ['family'] }, Team2: { categories: ['traffic'] } },
    people: { Ann: { experience: { traffic: 36 } } },
  })
  it('counts points short of full marks', () => {
    expect(valueAfter('fit', problem)).toBe(25)
    expect(valueAfter('fit', problem, { Ann: 'Team2/assistant' })).toBe(0)
    expect(valueAfter('fit', problem, { Ann: null })).toBe(100)
  })
  it('takes the mean by share of a split', () => {
    const parts = [
      { post: 'Team1/assistant', share: 600 },
      { post: 'Team2/assistant', share: 400 },
    ]
    const split = board('Civil/Team1 | Ann:A\nCivil/Team2 |', {
      units: { Team1: { categories: ['family'] }, Team2: { categories: ['traffic'] } },
      people: { Ann: { experience: { traffic: 36 }, present: parts } },
    })
    // 25 short at the first.
    expect(valueAfter('fit', split)).toBe(15)
  })
  it('equals its formula', () => {
    expectValue('fit', (problem, plan) =>
      problem.people.reduce((sum, person) => {
        const parts = plan.get(person.id)?.parts ?? []
        const points = parts.reduce(
          (own, { post, share }) =>
            own +
            (share / 1000) *
              fitOf(
                problem,
                person,
                problem.posts.find(({ id }) => id === post)!,
              ).points,
          0,
        )
        return sum + 100 - Math.round(points)
      }, 0),
    )
  }, 60_000)
})

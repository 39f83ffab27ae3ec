import { describe, expect, it } from 'vitest'
import { headcountCeiling } from '../../src/rules/headcount-ceiling'
import { board, broken } from '../board'
import { expectAgreement, inPlan } from './agrees'

describe(headcountCeiling.id, () => {
  const problem = board(
    `Civil/Team1 | Ann:A, Bo:A
     Civil/Team2 | Cy:A`,
    {
      posts: { 'Team1/assistant': { ceiling: 2 } },
      people: { Ann: { availability: 0 } },
      splits: [
        {
          person: 'Cy',
          parts: [
            { post: 'Team1/assistant', share: 500 },
            { post: 'Team2/assistant', share: 500 },
          ],
        },
      ],
    },
  )
  it('is kept up to the ceiling, and posts without one take anybody', () => {
    expect(broken('headcount-ceiling', problem)).toEqual([])
    expect(broken('headcount-ceiling', problem, { Ann: 'Team2/assistant', Bo: 'Team2/assistant' })).toEqual([])
  })
  it('is broken by one head more, whatever that person can give', () => {
    const facts = { post: 'Team1/assistant', unit: 'Team1', role: 'assistant', most: 2 }
    expect(broken('headcount-ceiling', problem, { Cy: 'Team1/assistant' })).toEqual([facts])
  })
  it('counts somebody split between two posts as a head in each', () => {
    const seat = problem.seatsOf('Cy').find(({ parts }) => parts.length === 2)!
    expect(broken('headcount-ceiling', problem, { Cy: seat.id.slice('Cy@'.length) })).toHaveLength(1)
  })

  it('agrees with its predicate', () => {
    expectAgreement(headcountCeiling, (problem, plan) =>
      problem.posts.every(
        ({ id, ceiling }) =>
          ceiling === null ||
          inPlan(problem, plan).filter(({ posts }) => posts.some((post) => post.id === id)).length <= ceiling,
      ),
    )
  }, 60_000)
})

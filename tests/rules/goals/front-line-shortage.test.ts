import { describe, expect, it } from 'vitest'
import { frontLineShortage } from '../../../src/rules/goals/front-line-shortage'
import { board } from '../../board'
import { expectValue, haveIn, valueAfter } from './value'

describe(frontLineShortage.id, () => {
  const problem = board(
    `Office      | Ann:A
     Civil/Team1 | Bo:A, Cy:A
     Civil/Team2 |`,
    {
      posts: {
        'Office/assistant': { need: 3000 },
        'Team1/assistant': { need: 1500 },
        'Team2/assistant': { need: 1200 },
      },
      people: { Ann: { availability: 500 } },
    },
  )
  it('adds what each front-line post lacks; half a person too many in one makes up for nothing', () => {
    expect(valueAfter('front-line-shortage', problem)).toBe(1200)
    expect(valueAfter('front-line-shortage', problem, { Bo: 'Team2/assistant' })).toBe(500 + 200)
  })
  it('counts what a person can give', () => {
    expect(valueAfter('front-line-shortage', problem, { Ann: 'Team2/assistant' })).toBe(700)
  })
  it('equals its formula', () => {
    expectValue('front-line-shortage', (problem, plan) =>
      problem.posts
        .filter(({ frontLine }) => frontLine)
        .reduce((sum, { id, need }) => sum + Math.max(0, need - haveIn(problem, plan, id)), 0),
    )
  }, 60_000)
})

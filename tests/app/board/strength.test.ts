import { describe, expect, it } from 'vitest'
import { strengthOf, unitStrength } from '../../../src/app/board/strength'
import { board, planOf } from '../../board'

describe('strengthOf', () => {
  const problem = board(`Office | Ann:A\nCivil/Team1 | Cy:J, Di:A, Bo:C`, {
    people: { Di: { availability: 500 } },
    posts: { 'Team1/assistant': { need: 2000 }, 'Team1/judge': { need: 500 } },
  })
  it('counts what people can give, not heads', () => {
    expect(strengthOf(problem, planOf(problem)).get('Team1/assistant')).toMatchObject({
      have: 500,
      heads: 1,
      need: 2000,
    })
    expect(strengthOf(problem, planOf(problem, { Ann: 'Team1/assistant' })).get('Team1/assistant')).toMatchObject({
      have: 1500,
      heads: 2,
    })
  })
  it('never nets a surplus of one post against a shortage of another', () => {
    const all = [...strengthOf(problem, planOf(problem)).values()].filter(({ post }) => post.unit === 'Team1')
    expect(unitStrength(all)).toMatchObject({ need: 2500, have: 2500, short: 1500 })
  })
})

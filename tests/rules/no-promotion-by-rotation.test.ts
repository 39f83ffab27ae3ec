import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noPromotionByRotation } from '../../src/rules/no-promotion-by-rotation'
import { board, broken } from '../board'
import { expectAgreement, inPlan, keptOwn } from './agrees'

describe(noPromotionByRotation.id, () => {
  const problem = board('Civil/Team1 | Ann:A, Bo:J, Cy:C>J\nCivil/Team2 |', {
    fills: [{ role: 'assistant', post: 'judge', requires: [] }],
  })

  it('is broken when somebody else than a judge comes to the post of a judge, whatever the fills say', () => {
    expect(broken('no-promotion-by-rotation', problem, { Ann: 'Team2/judge' })).toEqual([
      { person: 'Ann', role: 'judge' },
    ])
  })
  it('is kept by judges, and by whoever sits there already', () => {
    expect(broken('no-promotion-by-rotation', problem, { Bo: 'Team2/judge' })).toEqual([])
    expect(broken('no-promotion-by-rotation', problem, { Cy: 'Team2/judge' })).toHaveLength(1)
  })
  it('knows the posts that the round names', () => {
    const moved = { Cy: 'Team2/assistant' }
    expect(broken('no-promotion-by-rotation', problem, moved)).toEqual([])
    expect(broken('no-promotion-by-rotation', problem, moved, { roles: ['assistant'] })).toHaveLength(1)
  })

  it('agrees with its predicate', () => {
    expectAgreement(
      noPromotionByRotation,
      (problem, plan, { roles }) =>
        inPlan(problem, plan).every(
          ({ person, posts }) =>
            keptOwn(plan, person) || posts.every(({ role }) => role === person.role || !roles.includes(role)),
        ),
      fc.record({ roles: fc.constantFrom<readonly string[]>(['judge'], ['judge', 'assistant'], []) }),
    )
  }, 60_000)
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { turnoverCap } from '../../src/rules/turnover-cap'
import { board, broken } from '../board'
import { atPresent, expectAgreement, inPlan } from './agrees'

describe(turnoverCap.id, () => {
  const problem = board(
    `Office      | Ann:A, Bo:C, Cy:C
     Civil/Team1 | Di:J, Ed:A
     Civil/Team2 |`,
  )
  const half = { share: 0.5 }

  it('lets newcomers be as many as the share of the heads that the team then has', () => {
    const two = { Ann: 'Team1/assistant', Bo: 'Team1/clerk' }
    expect(broken('turnover-cap', problem, two, half)).toEqual([])
    expect(broken('turnover-cap', problem, { ...two, Cy: 'Team1/clerk' }, half)).toEqual([
      { unit: 'Team1', count: 2, percent: 50 },
    ])
    expect(broken('turnover-cap', problem, { ...two, Cy: 'Team1/clerk' })).toEqual([])
  })
  it('counts those who leave no more', () => {
    const moved = { Ann: 'Team1/assistant', Bo: 'Team1/clerk', Ed: 'Office/assistant' }
    expect(broken('turnover-cap', problem, moved, half)).toHaveLength(1)
  })
  it('takes nobody for a newcomer who changes posts inside the team', () => {
    expect(broken('turnover-cap', problem, { Ed: 'Team1/clerk' }, { share: 0 })).toEqual([])
    expect(broken('turnover-cap', problem, { Ann: 'Team1/assistant' }, { share: 0 })).toHaveLength(1)
  })
  it('leaves a team free that has nobody yet, and everybody at a share of one', () => {
    expect(broken('turnover-cap', problem, { Ann: 'Team2/assistant', Bo: 'Team2/clerk' }, half)).toEqual([])
    expect(broken('turnover-cap', problem, { Ann: 'Team1/assistant', Di: null, Ed: null }, { share: 1 })).toEqual([])
  })

  it('agrees with its predicate', () => {
    expectAgreement(
      turnoverCap,
      (problem, plan, { share }) =>
        problem.units.every(({ id, track }) => {
          const isHere = ({ posts }: { posts: readonly { unit: string }[] }) => posts.some(({ unit }) => unit === id)
          const before = new Set(
            atPresent(problem)
              .filter(isHere)
              .map(({ person }) => person),
          )
          const after = inPlan(problem, plan).filter(isHere)
          const newcomers = after.filter(({ person }) => !before.has(person)).length
          return track === null || before.size === 0 || newcomers <= share * after.length
        }),
      fc.record({ share: fc.constantFrom(0, 0.25, 0.5, 1) }),
    )
  }, 60_000)
})

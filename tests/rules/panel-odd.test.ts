import { describe, expect, it } from 'vitest'
import { panelOdd } from '../../src/rules/panel-odd'
import { board, broken } from '../board'
import { expectAgreement, inPlan } from './agrees'

describe(panelOdd.id, () => {
  const names = ['Ann', 'Bo', 'Cy', 'Di', 'Ed', 'Flo']
  const problem = board(`bench | ${names.map((name) => `${name}:J`).join(', ')}\nCivil/Team1 |\nCivil/Team2 |`, {
    units: { Team1: { track: 'complex' }, Team2: { track: 'fast-track' } },
  })
  const seated = (count: number, post: string) => Object.fromEntries(names.slice(0, count).map((name) => [name, post]))

  it.each([
    [0, 0],
    [1, 1],
    [2, 1],
    [3, 0],
    [4, 1],
    [5, 0],
    [6, 1],
  ])('with %i judges breaks it %i times', (judges, times) => {
    expect(broken('panel-odd', problem, seated(judges, 'Team1/judge'))).toEqual(Array(times).fill({ unit: 'Team1' }))
  })
  it('asks nothing of a fast-track team', () => {
    expect(broken('panel-odd', problem, seated(2, 'Team2/judge'))).toEqual([])
  })

  it('agrees with its predicate', () => {
    const kept = (problem: Parameters<typeof inPlan>[0], plan: Parameters<typeof inPlan>[1]) =>
      problem.units.every(({ id, track }) => {
        const judges = inPlan(problem, plan).filter(({ posts }) =>
          posts.some(({ unit, role }) => unit === id && role === 'judge'),
        ).length
        return track === null || track === 'fast-track' || judges === 0 || (judges >= 3 && judges % 2 === 1)
      })
    expectAgreement(panelOdd, kept)
  }, 60_000)
})

import { describe, expect, it } from 'vitest'
import { donorFloor } from '../../src/rules/donor-floor'
import { board, broken } from '../board'
import { atPresent, expectAgreement, inPlan, isDepartmentClosed, type Placed } from './agrees'

describe(donorFloor.id, () => {
  const problem = (floor: number) =>
    board(
      `Civil/Team1 | Ann:A, Bo:C
       Civil/Team2 | Cy:J
       Crime       |`,
      { departments: { Civil: { floor } } },
    )
  it('is kept down to the floor, all roles and teams of the department together', () => {
    expect(broken('donor-floor', problem(2), { Ann: 'Crime/assistant' })).toEqual([])
  })
  it('is broken one below it', () => {
    const moved = { Ann: 'Crime/assistant', Bo: 'Crime/clerk' }
    expect(broken('donor-floor', problem(2), moved)).toEqual([{ department: 'Civil', least: 2, floor: 2 }])
  })
  it('keeps what is there where that is less than the floor', () => {
    expect(broken('donor-floor', problem(5))).toEqual([])
    expect(broken('donor-floor', problem(5), { Ann: 'Crime/assistant' })).toEqual([
      { department: 'Civil', least: 3, floor: 5 },
    ])
  })
  it('lets a department go only as a whole: where all its units may be closed', () => {
    const closing = (...units: string[]) =>
      board('Civil/Team1 | Ann:A, Bo:C\nCivil/Team2 | Cy:J\nCrime |', {
        departments: { Civil: { floor: 2 } },
        units: Object.fromEntries(units.map((unit) => [unit, { status: 'may-close' as const }])),
      })
    const all = { Ann: 'Crime/assistant', Bo: 'Crime/clerk', Cy: 'Crime/judge' }
    const most = { Ann: 'Crime/assistant', Bo: 'Crime/clerk' }
    expect(broken('donor-floor', closing('Team1', 'Team2'), all)).toEqual([])
    expect(broken('donor-floor', closing('Team1', 'Team2'), most)).toHaveLength(1)
    expect(broken('donor-floor', closing('Team1'), all)).toHaveLength(1)
  })

  it('agrees with its predicate', () => {
    const heads = (places: Placed[], id: string) =>
      places.filter(({ posts }) => posts.some(({ department }) => department === id)).length
    expectAgreement(donorFloor, (problem, plan) =>
      problem.departments.every(({ id, floor }) => {
        const after = heads(inPlan(problem, plan), id)
        return after >= floor || after >= heads(atPresent(problem), id) || isDepartmentClosed(problem, plan, id)
      }),
    )
  }, 60_000)
})

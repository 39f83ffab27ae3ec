import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverageOfSkills } from '../../src/rules/coverage-of-skills'
import { board, broken } from '../board'
import { atPresent, expectAgreement, inPlan, isClosed } from './agrees'

describe(coverageOfSkills.id, () => {
  const skilled = { qualifications: { mediation: null } }
  const problem = board('Civil/Team1 | Ann:A, Bo:A, Cy:A\nCivil/Team2 | Di:A', {
    people: { Ann: skilled, Bo: skilled },
    units: { Team1: { skills: ['mediation', 'typing'] }, Team2: { skills: ['mediation'] } },
  })
  const away = 'Team2/assistant'

  it('is broken when the last who holds a skill leaves', () => {
    expect(broken('coverage-of-skills', problem, { Ann: away })).toEqual([])
    expect(broken('coverage-of-skills', problem, { Ann: away, Bo: away })).toEqual([
      { unit: 'Team1', missing: 'mediation', least: 1 },
    ])
  })
  it('asks for no more than there are, and for none of what nobody holds', () => {
    expect(broken('coverage-of-skills', problem, {}, { least: 3 })).toEqual([])
    expect(broken('coverage-of-skills', problem, { Ann: away }, { least: 3 })).toMatchObject([{ least: 2 }])
  })
  it('asks nothing of a team that is closed', () => {
    const closing = board('Civil/Team1 | Ann:A, Bo:A\nCivil/Team2 | Cy:A', {
      people: { Ann: skilled },
      units: { Team1: { skills: ['mediation'], status: 'may-close' } },
    })
    expect(broken('coverage-of-skills', closing, { Ann: away })).toHaveLength(1)
    expect(broken('coverage-of-skills', closing, { Ann: away, Bo: away })).toEqual([])
  })

  it('agrees with its predicate', () => {
    expectAgreement(
      coverageOfSkills,
      (problem, plan, { least }) =>
        problem.units.every(({ id, skills }) =>
          skills.every((skill) => {
            const holders = (placed: ReturnType<typeof inPlan>) =>
              placed.filter(
                ({ person, posts }) => skill in person.qualifications && posts.some(({ unit }) => unit === id),
              ).length
            return (
              isClosed(problem, plan, id) ||
              holders(inPlan(problem, plan)) >= Math.min(least, holders(atPresent(problem)))
            )
          }),
        ),
      fc.record({ least: fc.constantFrom(0, 1, 2) }),
    )
  }, 60_000)
})

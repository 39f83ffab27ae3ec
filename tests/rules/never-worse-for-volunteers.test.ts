import { describe, expect, it } from 'vitest'
import { neverWorseForVolunteers } from '../../src/rules/never-worse-for-volunteers'
import { mayFill } from '../../src/rules/qualified-for-post'
import { keptBecause } from '../../src/rules/release-to-front-line'
import { board, broken } from '../board'
import { atPresent, expectAgreement, hasStayed, inPlan } from './agrees'

describe(neverWorseForVolunteers.id, () => {
  const wish = { preferences: [{ rank: 1, unit: 'Team2', role: null }] }
  const problem = board('Office | Cy:A\nCivil/Team1 | Ann:A, Bo:A\nCivil/Team2 |\nCivil/Team3 |', {
    people: { Ann: wish, Cy: wish },
  })

  it('is broken by a move to where nobody asked to go', () => {
    expect(broken('never-worse-for-volunteers', problem, { Ann: 'Team3/assistant' })).toEqual([{ person: 'Ann' }])
  })
  it('is kept by staying, by a wish that is granted, and by people without wishes', () => {
    expect(broken('never-worse-for-volunteers', problem, { Ann: 'Team2/assistant', Bo: 'Team3/assistant' })).toEqual([])
  })
  it('does not hold back those who go to the front line anyway', () => {
    expect(broken('never-worse-for-volunteers', problem, { Cy: 'Team3/assistant' })).toEqual([])
  })

  it('agrees with its predicate', () => {
    expectAgreement(neverWorseForVolunteers, (problem, plan) => {
      const now = atPresent(problem)
      return inPlan(problem, plan).every(({ person, posts }) => {
        const before = now.find((each) => each.person === person)!.posts
        if (person.preferences.length === 0 || before.length === 0 || posts.length === 0) return true
        const released = before.some(({ frontLine }) => !frontLine) && keptBecause(problem, person) === null
        return (
          released ||
          hasStayed(plan, person) ||
          posts.every((post) =>
            person.preferences.some(
              ({ unit, role, rank }) =>
                rank < 4 && unit === post.unit && (role === null ? mayFill(problem, person, post) : role === post.role),
            ),
          )
        )
      })
    })
  }, 60_000)
})

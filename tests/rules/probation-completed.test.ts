import { describe, expect, it } from 'vitest'
import { probationCompleted } from '../../src/rules/probation-completed'
import { board, broken } from '../board'
import { expectAgreement, hasStayed } from './agrees'

describe(probationCompleted.id, () => {
  const text = `Civil/Team1 | Ann:A
                Civil/Team2 |
                bench       | Bo:A`
  const until = (probationUntil: string) => board(text, { people: { Ann: { probationUntil } } })
  const moved = { Ann: 'Team2/assistant' }

  it('is broken by a move on the last day of probation, to another post or to none', () => {
    expect(broken('probation-completed', until('2027-01-04'), moved)).toEqual([{ person: 'Ann', until: '2027-01-04' }])
    expect(broken('probation-completed', until('2027-01-04'), { Ann: null })).toHaveLength(1)
  })
  it('is kept while the person stays, and the day after', () => {
    expect(broken('probation-completed', until('2027-01-04'))).toEqual([])
    expect(broken('probation-completed', until('2027-01-03'), moved)).toEqual([])
  })
  it('allows a first post', () => {
    const first = board(text, { people: { Bo: { probationUntil: '2027-06-30' } } })
    expect(broken('probation-completed', first, { Bo: 'Team2/assistant' })).toEqual([])
  })

  it('agrees with its predicate', () => {
    expectAgreement(probationCompleted, (problem, plan) =>
      problem.people.every(
        (person) =>
          (person.probationUntil ?? '0') < problem.date || person.present.length === 0 || hasStayed(plan, person),
      ),
    )
  }, 60_000)
})

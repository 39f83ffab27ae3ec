import { describe, expect, it } from 'vitest'
import { onLeave } from '../../src/rules/on-leave'
import { board, broken } from '../board'
import { expectAgreement, hasStayed } from './agrees'

describe(onLeave.id, () => {
  const away = { away: { kind: 'secondment' as const, until: null } }
  const problem = board('Civil/Team1 | Ann:A\nCivil/Team2 |\nbench | Bo:A', { people: { Ann: away, Bo: away } })

  it('is kept while the person keeps the post they left', () => {
    expect(broken('on-leave', problem)).toEqual([])
  })
  it('is broken by a move, and by a first post for somebody who is not there', () => {
    expect(broken('on-leave', problem, { Ann: 'Team2/assistant' })).toEqual([{ person: 'Ann', until: null }])
    expect(broken('on-leave', problem, { Bo: 'Team2/assistant' })).toEqual([{ person: 'Bo', until: null }])
  })

  it('agrees with its predicate', () => {
    expectAgreement(onLeave, (problem, plan) =>
      problem.people.every((person) => person.away === null || hasStayed(plan, person)),
    )
  }, 60_000)
})

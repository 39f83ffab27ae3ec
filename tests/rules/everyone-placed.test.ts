import { describe, expect, it } from 'vitest'
import { everyonePlaced } from '../../src/rules/everyone-placed'
import { board, broken } from '../board'
import { expectAgreement } from './agrees'

describe(everyonePlaced.id, () => {
  const text = 'Civil/Team1 | Ann:A\nbench | Bo:A'
  const problem = board(text)

  it('is kept while whoever has a post has one afterwards', () => {
    expect(broken('everyone-placed', problem)).toEqual([])
  })
  it('is broken when somebody with a post is left without', () => {
    expect(broken('everyone-placed', problem, { Ann: null })).toEqual([{ person: 'Ann' }])
  })
  it('yields to the decision that somebody goes without a post', () => {
    const decided = board(text, { decisions: [{ kind: 'pin', person: 'Ann', seat: null, reason: '' }] })
    expect(broken('everyone-placed', decided, { Ann: null })).toEqual([])
  })

  it('agrees with its predicate', () => {
    expectAgreement(everyonePlaced, (problem, plan) =>
      problem.people.every(({ id, present }) => {
        const pins = problem.decisions.filter(({ kind, person }) => kind === 'pin' && person === id)
        const decidedSo = pins.length > 0 && pins[pins.length - 1]!.seat === null
        return present.length === 0 || plan.has(id) || decidedSo
      }),
    )
  }, 60_000)
})

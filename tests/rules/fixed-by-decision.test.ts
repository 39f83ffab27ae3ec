import { describe, expect, it } from 'vitest'
import type { Decision } from '../../src/domain'
import { fixedByDecision } from '../../src/rules/fixed-by-decision'
import { board, broken } from '../board'
import { expectAgreement } from './agrees'

describe(fixedByDecision.id, () => {
  const decided = (...decisions: [Decision['kind'], string, string | null][]) =>
    board('Civil/Team1 | Ann:A\nCivil/Team2 | Bo:A', {
      decisions: decisions.map(([kind, person, seat]) => ({ kind, person, seat, reason: '' })),
    })
  const there = 'Ann@Team2/assistant'
  const moved = { Ann: 'Team2/assistant' }

  it('gives a pinned person the seat', () => {
    const problem = decided(['pin', 'Ann', there])
    expect(broken('fixed-by-decision', problem, moved)).toEqual([])
    expect(broken('fixed-by-decision', problem)).toEqual([{ person: 'Ann', decision: 'pin', seat: there }])
  })
  it('keeps a person pinned to the bench without a post', () => {
    const problem = decided(['pin', 'Ann', null])
    expect(broken('fixed-by-decision', problem, { Ann: null })).toEqual([])
    expect(broken('fixed-by-decision', problem)).toEqual([{ person: 'Ann', decision: 'pin', seat: null }])
  })
  it('forbids a rejected seat, and a rejected bench', () => {
    expect(broken('fixed-by-decision', decided(['veto', 'Ann', there]), moved)).toEqual([
      { person: 'Ann', decision: 'veto', seat: there },
    ])
    expect(broken('fixed-by-decision', decided(['veto', 'Ann', there]))).toEqual([])
    expect(broken('fixed-by-decision', decided(['veto', 'Ann', null]), { Ann: null })).toHaveLength(1)
  })
  it('lets the last of two pins hold', () => {
    const problem = decided(['pin', 'Ann', 'Ann@Team1/assistant'], ['pin', 'Ann', there])
    expect(broken('fixed-by-decision', problem, moved)).toEqual([])
  })
  it('says so when the court no longer has the seat, and lets go of people who left and of rejected seats that went', () => {
    const gone = decided(['pin', 'Ann', 'Ann@gone/clerk'])
    expect(broken('fixed-by-decision', gone)).toEqual([{ person: 'Ann', decision: 'pin', seat: 'Ann@gone/clerk' }])
    expect(broken('fixed-by-decision', decided(['pin', 'Zoe', 'Zoe@Team1/clerk']))).toEqual([])
    expect(broken('fixed-by-decision', decided(['veto', 'Ann', 'Ann@gone/clerk']))).toEqual([])
    expect(broken('fixed-by-decision', decided(['pin', 'Ann', 'Bo@Team2/assistant']))).toHaveLength(1)
  })

  it('agrees with its predicate', () => {
    expectAgreement(fixedByDecision, (problem, plan) =>
      problem.people.every(({ id }) => {
        const own = problem.decisions.filter(({ person }) => person === id)
        const now = plan.get(id)?.id ?? null
        const pins = own.filter(({ kind }) => kind === 'pin')
        return (
          own.every(({ kind, seat }) => kind === 'pin' || seat !== now) &&
          (pins.length === 0 || pins[pins.length - 1]!.seat === now)
        )
      }),
    )
  }, 60_000)
})

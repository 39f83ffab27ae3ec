import { describe, expect, it } from 'vitest'
import { hasVeto, pinsFor, togglePin, toggleVeto, withoutPosting, withPin } from '../../../src/app/board/decisions'
import { pinOf } from '../../../src/domain'
import { board, planOf } from '../../board'

describe('decisions', () => {
  it('pins a person, and unpins by the same press', () => {
    const pinned = togglePin([], 'Ann', 'Ann@Team1/clerk')
    expect(pinOf(pinned, 'Ann')?.seat).toBe('Ann@Team1/clerk')
    expect(togglePin(pinned, 'Ann', 'Ann@Team1/clerk')).toEqual([])
  })
  it('keeps one pin a person', () => {
    const moved = togglePin(togglePin([], 'Ann', 'Ann@Team1/clerk'), 'Ann', 'Ann@Team2/clerk')
    expect(moved.filter(({ kind }) => kind === 'pin')).toHaveLength(1)
    expect(pinOf(moved, 'Ann')?.seat).toBe('Ann@Team2/clerk')
  })
  it('pins to the bench too', () => expect(pinOf(togglePin([], 'Ann', null), 'Ann')?.seat).toBeNull())
  it('never holds a pin and a rejection of one seat', () => {
    const rejected = toggleVeto(togglePin([], 'Ann', 'Ann@Team1/clerk'), 'Ann', 'Ann@Team1/clerk')
    expect(rejected).toMatchObject([{ kind: 'veto' }])
    expect(togglePin(rejected, 'Ann', 'Ann@Team1/clerk')).toMatchObject([{ kind: 'pin' }])
  })
  it('rejects several seats of a person and takes one back', () => {
    const two = toggleVeto(toggleVeto([], 'Ann', 'Ann@Team1/clerk'), 'Ann', 'Ann@Team2/clerk')
    const one = toggleVeto(two, 'Ann', 'Ann@Team1/clerk')
    expect(hasVeto(one, 'Ann', 'Ann@Team1/clerk')).toBe(false)
    expect(hasVeto(one, 'Ann', 'Ann@Team2/clerk')).toBe(true)
  })
  it('post for a time by a pin with a last day, which another pin or the person unpinned drops', () => {
    const posted = withPin([], 'Ann', 'Ann@Team1/clerk', '2027-06-30')
    expect(posted).toEqual([{ kind: 'pin', person: 'Ann', seat: 'Ann@Team1/clerk', reason: '', until: '2027-06-30' }])
    expect(togglePin(posted, 'Ann', 'Ann@Team1/clerk')).toEqual([])
    expect(withPin(posted, 'Ann', 'Ann@Team1/clerk')[0]).not.toHaveProperty('until')
    expect(pinOf(togglePin(posted, 'Ann', 'Ann@Team2/clerk'), 'Ann')).not.toHaveProperty('until')
  })
  it('take a posting back, and no pin for good', () => {
    const decisions = withPin(withPin([], 'Ann', 'Ann@Team1/clerk', '2027-06-30'), 'Bo', 'Bo@Team1/clerk')
    expect(withoutPosting(decisions, 'Ann').map(({ person }) => person)).toEqual(['Bo'])
    expect(withoutPosting(decisions, 'Bo')).toEqual(decisions)
  })
  it('keep the last day of a posting when hand moves are pinned', () => {
    const problem = board(`Office | Ann:C\nCivil/Team1 |`)
    const posted = withPin([], 'Ann', 'Ann@Team1/clerk', '2027-06-30')
    expect(pinsFor(problem, posted, planOf(problem, { Ann: 'Team1/clerk' }), ['Ann'])).toEqual(posted)
  })
  it('pins hand moves where they sit and leaves other decisions alone', () => {
    const problem = board(`Office | Ann:C, Bo:C\nCivil/Team1 | Cy:C`)
    const before = toggleVeto(togglePin([], 'Bo', 'Bo@Office/clerk'), 'Cy', 'Cy@Office/clerk')
    const after = pinsFor(problem, before, planOf(problem, { Ann: 'Team1/clerk' }), ['Ann', 'Gone'])
    expect(after).toEqual([...before, { kind: 'pin', person: 'Ann', seat: 'Ann@Team1/clerk', reason: '' }])
  })
})

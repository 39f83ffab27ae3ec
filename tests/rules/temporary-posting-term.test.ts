import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Problem } from '../../src/domain'
import { lastDayOfPosting, temporaryPostingTerm } from '../../src/rules/temporary-posting-term'
import { board, broken, type Drawing } from '../board'
import { expectAgreement, hasStayed, inPlan, isClosed, isPosted } from './agrees'

describe(temporaryPostingTerm.id, () => {
  const id = 'temporary-posting-term'
  const text = 'Civil/Team1 | Ann:A, Bo:A\nCivil/Team2 |\nCivil/Team3 |\nbench | Cy:A'
  const posted = (until: string, more: Drawing = {}, person = 'Ann', post = 'Team2/assistant') =>
    board(text, { ...more, decisions: [{ kind: 'pin', person, seat: `${person}@${post}`, reason: '', until }] })
  const there = { Ann: 'Team2/assistant' }
  const faults = (problem: Problem, moved = {}, parameters = {}) =>
    broken(id, problem, moved, parameters).map(({ fault }) => fault)

  it('takes a posting of at most twelve months that begins on the date of the round', () => {
    expect(faults(posted('2027-01-05'), there)).toEqual([])
    expect(faults(posted('2028-01-03'), there)).toEqual([])
    expect(broken(id, posted('2028-01-04'), there)).toEqual([
      { person: 'Ann', until: '2028-01-04', months: 12, fault: 'too-long' },
    ])
    expect(faults(posted('2028-01-04'), there, { months: 13 })).toEqual([])
  })
  it('names the last day of the longest posting', () => {
    expect(lastDayOfPosting('2027-01-04', 12)).toBe('2028-01-03')
    expect(lastDayOfPosting('2027-08-31', 6)).toBe('2028-02-28')
  })
  it('is broken by an end that does not come after the date', () => {
    expect(faults(posted('2027-01-04'), there)).toEqual(['not-later'])
  })
  it('is broken by whoever is posted already, even where that posting goes on', () => {
    const home = [{ post: 'Team3/assistant', share: 1000 }]
    const people = { Ann: { posting: { from: '2026-09-01', until: null, home } } }
    expect(faults(posted('2027-06-30', { people }), there)).toEqual(['posted-already'])
    expect(faults(posted('2027-06-30', { people }, 'Ann', 'Team1/assistant'))).toEqual(['posted-already'])
  })
  it('is broken by whoever has no post to go back to, and by the present post', () => {
    expect(faults(posted('2027-06-30', {}, 'Cy'), { Cy: 'Team2/assistant' })).toEqual(['no-home'])
    expect(faults(posted('2027-06-30', {}, 'Ann', 'Team1/assistant'))).toEqual(['no-move'])
  })
  it('is broken where the unit is closed that the person comes from', () => {
    const problem = posted('2027-06-30', { units: { Team1: { status: 'may-close' } } })
    expect(faults(problem, there)).toEqual([])
    expect(faults(problem, { ...there, Bo: 'Team3/assistant' })).toEqual(['home-closes'])
  })
  it('says nothing of a plan that does not post the person, nor of a pin for good', () => {
    expect(faults(posted('2027-01-04'))).toEqual([])
    const pinned = board(text, { decisions: [{ kind: 'pin', person: 'Ann', seat: 'Ann@Team2/assistant', reason: '' }] })
    expect(faults(pinned, there)).toEqual([])
  })

  it('agrees with its predicate', () => {
    expectAgreement(
      temporaryPostingTerm,
      (problem, plan, { months }) =>
        inPlan(problem, plan).every(({ person }) => {
          const pin = problem.decisions.filter((each) => each.kind === 'pin' && each.person === person.id).at(-1)
          if (pin?.until === undefined || !isPosted(problem, plan, person)) return true
          return (
            person.posting === null &&
            person.present.length > 0 &&
            !hasStayed(plan, person) &&
            pin.until > problem.date &&
            pin.until < `${Number(problem.date.slice(0, 4)) + months / 12}-01-04` &&
            !person.present.some(({ post }) => isClosed(problem, plan, post.split('/')[0]!))
          )
        }),
      fc.record({ months: fc.constantFrom(12, 24) }),
    )
  }, 60_000)
})

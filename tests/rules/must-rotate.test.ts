import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mustRotate } from '../../src/rules/must-rotate'
import { board, broken } from '../board'
import { expectAgreement, inPlan } from './agrees'

describe(mustRotate.id, () => {
  const text = 'Office | Ann:S, Bo:C\nOfficeTwo |\nCivil/Team1 |'
  const drawn = (since: string, facts = {}, more = {}) =>
    board(text, {
      people: { Ann: { held: { 'Office/administrative': since }, ...facts } },
      posts: { 'Office/administrative': { duty: 'finance' }, 'Office/clerk': { duty: 'finance' } },
      ...more,
    })

  it('is broken by ten years in a sensitive post, to the day, and by the same duty in another post there', () => {
    const facts = { person: 'Ann', unit: 'Office', since: '2017-01-04', years: 10 }
    expect(broken('must-rotate', drawn('2017-01-04'))).toEqual([facts])
    expect(broken('must-rotate', drawn('2017-01-04'), { Ann: 'Office/clerk' })).toEqual([facts])
    expect(broken('must-rotate', drawn('2017-01-05'))).toEqual([])
  })
  it('is kept elsewhere, and binds no post without a duty', () => {
    expect(broken('must-rotate', drawn('2000-01-01'), { Ann: 'OfficeTwo/administrative' })).toEqual([])
    expect(
      broken('must-rotate', board(text, { people: { Ann: { held: { 'Office/administrative': '2000-01-01' } } } })),
    ).toEqual([])
  })
  it('lets those stay whom another rule binds, or a decision', () => {
    const bound = [
      drawn('2000-01-01', { away: { kind: 'study', until: null } }),
      drawn('2000-01-01', { underReview: true }),
      drawn(
        '2000-01-01',
        {},
        { decisions: [{ kind: 'pin', person: 'Ann', seat: 'Ann@Office/administrative', reason: '' }] },
      ),
    ]
    for (const problem of bound) expect(broken('must-rotate', problem)).toEqual([])
  })
  it('sends heads to another department where the round asks for it', () => {
    const head = board(text, { people: { Ann: { leader: true, held: { 'Office/administrative': '2000-01-01' } } } })
    expect(broken('must-rotate', head)).toEqual([])
    expect(broken('must-rotate', head, { Ann: 'Office/clerk' }, { heads: true })).toHaveLength(1)
    expect(broken('must-rotate', head, { Ann: 'Team1/clerk' }, { heads: true })).toEqual([])
  })

  it('agrees with its predicate', () => {
    expectAgreement(
      mustRotate,
      (problem, plan, { years, heads }) =>
        inPlan(problem, plan).every(({ person, posts }) => {
          const pinned = problem.decisions.some((each) => each.kind === 'pin' && each.person === person.id)
          if (person.away || person.posting || person.underReview || person.protection?.consents === false || pinned)
            return true
          const begun = `${Number(problem.date.slice(0, 4)) - years}${problem.date.slice(4)}`
          return person.present.every(({ post }) => {
            const was = problem.posts.find(({ id }) => id === post)!
            if (person.held[post]! > begun) return true
            const left =
              heads && person.leader
                ? posts.every(({ department }) => department !== was.department)
                : was.duty === null || posts.every(({ unit, duty }) => unit !== was.unit || duty !== was.duty)
            return left
          })
        }),
      fc.record({ years: fc.constantFrom(1, 7, 10), heads: fc.boolean() }),
    )
  }, 60_000)
})

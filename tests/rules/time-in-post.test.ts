import { differenceInMonths, parseISO } from 'date-fns'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timeInPost } from '../../src/rules/time-in-post'
import { board, broken } from '../board'
import { expectAgreement, hasStayed, isClosed, isPosted } from './agrees'

describe(timeInPost.id, () => {
  const since = (date: string) => board('Civil/Team1 | Ann:A\nCivil/Team2 |', { people: { Ann: { since: date } } })
  const moved = { Ann: 'Team2/assistant' }

  it('is broken by a move in the first twelve months', () => {
    expect(broken('time-in-post', since('2026-01-05'), moved)).toEqual([
      { person: 'Ann', since: '2026-01-05', months: 12 },
    ])
  })
  it('is kept from the day of the twelfth month on, and by all who stay', () => {
    expect(broken('time-in-post', since('2026-01-04'), moved)).toEqual([])
    expect(broken('time-in-post', since('2026-12-01'))).toEqual([])
  })
  it('counts the months that the round sets', () => {
    expect(broken('time-in-post', since('2025-06-01'), moved, { months: 24 })).toHaveLength(1)
  })
  it('lets a person be posted for a time, who keeps the post', () => {
    const posted = board('Civil/Team1 | Ann:A\nCivil/Team2 |', {
      people: { Ann: { since: '2026-06-01' } },
      decisions: [{ kind: 'pin', person: 'Ann', seat: 'Ann@Team2/assistant', reason: '', until: '2027-06-30' }],
    })
    expect(broken('time-in-post', posted, moved)).toEqual([])
  })
  it('holds nobody in a unit that is closed', () => {
    const closing = board('Civil/Team1 | Ann:A, Bo:A\nCivil/Team2 |', {
      people: { Ann: { since: '2026-06-01' } },
      units: { Team1: { status: 'may-close' } },
    })
    expect(broken('time-in-post', closing, moved)).toHaveLength(1)
    expect(broken('time-in-post', closing, { ...moved, Bo: 'Team2/assistant' })).toEqual([])
  })

  it('agrees with its predicate', () => {
    expectAgreement(
      timeInPost,
      (problem, plan, { months }) =>
        problem.people.every(
          (person) =>
            person.since === null ||
            differenceInMonths(parseISO(problem.date), parseISO(person.since)) >= months ||
            hasStayed(plan, person) ||
            isPosted(problem, plan, person) ||
            person.present.some(({ post }) => isClosed(problem, plan, post.split('/')[0]!)),
        ),
      fc.record({ months: fc.integer({ min: 0, max: 120 }) }),
    )
  }, 60_000)
})

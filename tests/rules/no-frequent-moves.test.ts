import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noFrequentMoves } from '../../src/rules/no-frequent-moves'
import { board, broken } from '../board'
import { expectAgreement, hasStayed, isClosed, isPosted } from './agrees'

describe(noFrequentMoves.id, () => {
  const text = 'Civil/Team1 | Ann:A\nCivil/Team2 |'
  const after = (...transfers: string[]) => board(text, { people: { Ann: { transfers } } })
  const moved = { Ann: 'Team2/assistant' }

  it('is broken when somebody is transferred again within two years', () => {
    expect(broken('no-frequent-moves', after('2025-01-05'), moved)).toEqual([{ person: 'Ann', count: 1, months: 24 }])
    expect(broken('no-frequent-moves', after('2025-01-05'))).toEqual([])
  })
  it('is kept after two years to the day, and by a first post', () => {
    expect(broken('no-frequent-moves', after('2025-01-04'), moved)).toEqual([])
    expect(broken('no-frequent-moves', after(), moved)).toEqual([])
  })
  it('takes the months and the times that the round sets', () => {
    const twice = after('2020-01-01', '2025-06-01', '2026-06-01')
    expect(broken('no-frequent-moves', twice, moved, { times: 2 })).toMatchObject([{ count: 2 }])
    expect(broken('no-frequent-moves', twice, moved, { times: 3 })).toEqual([])
    expect(broken('no-frequent-moves', twice, moved, { months: 6 })).toEqual([])
    expect(broken('no-frequent-moves', after('2020-01-01'), moved, { times: 0 })).toEqual([])
  })
  it('lets a person be posted for a time, as that is no transfer', () => {
    const pin = { kind: 'pin' as const, person: 'Ann', seat: 'Ann@Team2/assistant', reason: '' }
    const decided = (until?: string) =>
      board(text, { people: { Ann: { transfers: ['2026-06-01'] } }, decisions: [{ ...pin, ...(until && { until }) }] })
    expect(broken('no-frequent-moves', decided(), moved)).toHaveLength(1)
    expect(broken('no-frequent-moves', decided('2027-06-30'), moved)).toEqual([])
    expect(broken('no-frequent-moves', decided('2027-06-30'), { Ann: null })).toHaveLength(1)
  })
  it('holds nobody in a unit that is closed', () => {
    const closing = board('Civil/Team1 | Ann:A, Bo:A\nCivil/Team2 |', {
      people: { Ann: { transfers: ['2026-06-01'] } },
      units: { Team1: { status: 'may-close' } },
    })
    expect(broken('no-frequent-moves', closing, moved)).toHaveLength(1)
    expect(broken('no-frequent-moves', closing, { ...moved, Bo: 'Team2/assistant' })).toEqual([])
  })

  it('agrees with its predicate', () => {
    expectAgreement(
      noFrequentMoves,
      (problem, plan, { months, times }) => {
        const begun = `${Number(problem.date.slice(0, 4)) - months / 12}-01-04`
        return problem.people.every((person) => {
          const recent = person.transfers.filter((day) => day > begun).length
          return (
            recent === 0 ||
            recent < times ||
            hasStayed(plan, person) ||
            (person.present.length > 0 && isPosted(problem, plan, person)) ||
            person.present.some(({ post }) => isClosed(problem, plan, post.split('/')[0]!))
          )
        })
      },
      fc.record({ months: fc.constantFrom(12, 24, 96), times: fc.constantFrom(0, 1, 2) }),
    )
  }, 60_000)
})

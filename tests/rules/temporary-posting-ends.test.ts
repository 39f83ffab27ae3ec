import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { temporaryPostingEnds } from '../../src/rules/temporary-posting-ends'
import { board, broken } from '../board'
import { expectAgreement, hasStayed } from './agrees'

describe(temporaryPostingEnds.id, () => {
  const home = [{ post: 'Team2/assistant', share: 1000 }]
  const posted = (from: string, at = home) =>
    board('Civil/Team1 | Ann:A\nCivil/Team2 |\nCivil/Team3 |', {
      people: { Ann: { posting: { from, until: '2027-06-30', home: at } } },
    })

  it('is kept while the posting goes on or the person returns, and broken by any other place', () => {
    expect(broken('temporary-posting-ends', posted('2026-07-01'))).toEqual([])
    expect(broken('temporary-posting-ends', posted('2026-07-01'), { Ann: 'Team2/assistant' })).toEqual([])
    expect(broken('temporary-posting-ends', posted('2026-07-01'), { Ann: 'Team3/assistant' })).toEqual([
      { person: 'Ann', since: '2026-07-01', until: '2027-06-30', months: 12 },
    ])
    expect(broken('temporary-posting-ends', posted('2026-07-01'), { Ann: null })).toHaveLength(1)
  })
  it('ends a posting of twelve months to the day, if there is a home', () => {
    expect(broken('temporary-posting-ends', posted('2026-01-05'))).toEqual([])
    expect(broken('temporary-posting-ends', posted('2026-01-04'))).toHaveLength(1)
    expect(broken('temporary-posting-ends', posted('2026-01-04'), { Ann: 'Team2/assistant' })).toEqual([])
    expect(broken('temporary-posting-ends', posted('2026-01-04', []))).toEqual([])
  })

  it('agrees with its predicate', () => {
    expectAgreement(
      temporaryPostingEnds,
      (problem, plan, { months }) => {
        const begun = `${Number(problem.date.slice(0, 4)) - months / 12}-01-04`
        return problem.people.every((person) => {
          if (person.posting === null) return true
          const { from, home } = person.posting
          if (home.length === 0) return hasStayed(plan, person)
          const isHome = hasStayed(plan, { ...person, present: home })
          return isHome || (hasStayed(plan, person) && from > begun)
        })
      },
      fc.record({ months: fc.constantFrom(12, 24) }),
    )
  }, 60_000)
})

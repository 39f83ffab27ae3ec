import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noReturnWithin } from '../../src/rules/no-return-within'
import { board, broken } from '../board'
import { expectAgreement, inPlan, keptOwn } from './agrees'

describe(noReturnWithin.id, () => {
  const left = (day: string) =>
    board('Civil/Team1 | Ann:A\nCivil/Team2 |\nCivil/Team3 |', { people: { Ann: { leftUnits: { Team2: day } } } })

  it('is broken by a return before two years are over', () => {
    expect(broken('no-return-within', left('2025-01-04'), { Ann: 'Team2/assistant' })).toEqual([
      { person: 'Ann', unit: 'Team2', left: '2025-01-04', months: 24 },
    ])
  })
  it('is kept elsewhere, and once they are over', () => {
    expect(broken('no-return-within', left('2025-01-04'), { Ann: 'Team3/assistant' })).toEqual([])
    expect(broken('no-return-within', left('2025-01-03'), { Ann: 'Team2/assistant' })).toEqual([])
  })
  it('takes the months that the round sets', () => {
    expect(broken('no-return-within', left('2025-01-04'), { Ann: 'Team2/assistant' }, { months: 12 })).toEqual([])
  })

  it('agrees with its predicate', () => {
    expectAgreement(
      noReturnWithin,
      (problem, plan, { months }) => {
        const begun = `${Number(problem.date.slice(0, 4)) - months / 12}-01-04`
        return inPlan(problem, plan).every(
          ({ person, posts }) =>
            keptOwn(plan, person) || posts.every(({ unit }) => (person.leftUnits[unit] ?? '') < begun),
        )
      },
      fc.record({ months: fc.constantFrom(12, 24, 96) }),
    )
  }, 60_000)
})

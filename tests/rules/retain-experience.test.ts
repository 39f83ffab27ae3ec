import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { retainExperience } from '../../src/rules/retain-experience'
import { board, broken } from '../board'
import { atPresent, expectAgreement, inPlan, isClosed } from './agrees'

describe(retainExperience.id, () => {
  const text = `Civil/Team1 | Ann:A, Bo:A, Cy:A
                Civil/Team2 | Di:A`
  const newcomer = { since: '2026-01-05' }
  const problem = board(text, { people: { Di: newcomer } })
  const away = 'Team2/assistant'

  it('keeps half of those who have been there for twelve months, rounded up', () => {
    expect(broken('retain-experience', problem, { Ann: away })).toEqual([])
    expect(broken('retain-experience', problem, { Ann: away, Bo: away })).toEqual([
      { unit: 'Team1', count: 3, least: 2 },
    ])
  })
  it('takes the share and the months that the round sets', () => {
    const moved = { Ann: away, Bo: away }
    expect(broken('retain-experience', problem, moved, { share: 0.3 })).toEqual([])
    expect(broken('retain-experience', problem, { Ann: away }, { share: 1 })).toHaveLength(1)
    expect(broken('retain-experience', problem, { Ann: away, Bo: away, Cy: away }, { months: 240 })).toEqual([
      { unit: 'Team1', count: 3, least: 1 },
    ])
  })
  it('counts twelve full months', () => {
    const since = (date: string) => board(text, { people: { Ann: { since: date }, Bo: newcomer, Cy: newcomer } })
    const moved = { Ann: away }
    expect(broken('retain-experience', since('2026-01-04'), moved)).toEqual([{ unit: 'Team1', count: 1, least: 1 }])
    expect(broken('retain-experience', since('2026-01-05'), moved)).toEqual([])
  })
  it('never makes a team of newcomers only, even where nobody has been there long', () => {
    expect(broken('retain-experience', problem, { Di: 'Team1/assistant', Cy: away })).toEqual([
      { unit: 'Team2', count: 1, least: 1 },
    ])
  })
  it('asks nothing of a team that has nobody yet, nor of what is no team', () => {
    const free = board('Office | Ann:A\nCivil/Team1 |\nCivil/Team2 | Bo:A, Cy:A')
    expect(broken('retain-experience', free, { Ann: 'Team1/assistant', Bo: 'Team1/assistant' })).toEqual([])
  })
  it('asks nothing of a team that is closed, and all of one that goes on with fewer', () => {
    const closing = board(text, { units: { Team1: { status: 'may-close' } } })
    expect(broken('retain-experience', closing, { Ann: away, Bo: away, Cy: away })).toEqual([])
    expect(broken('retain-experience', closing, { Ann: away, Bo: away })).toHaveLength(1)
  })

  it('agrees with its predicate', () => {
    expectAgreement(
      retainExperience,
      (problem, plan, { share, months }) => {
        const begun = months === 0 ? problem.date : `${Number(problem.date.slice(0, 4)) - months / 12}-01-04`
        return problem.units.every(({ id, track }) => {
          const isHere = ({ posts }: { posts: readonly { unit: string }[] }) => posts.some(({ unit }) => unit === id)
          const before = atPresent(problem).filter(isHere)
          if (track === null || before.length === 0 || isClosed(problem, plan, id)) return true
          const after = new Set(
            inPlan(problem, plan)
              .filter(isHere)
              .map(({ person }) => person),
          )
          const long = before.filter(({ person }) => person.since! <= begun)
          const kept = long.filter(({ person }) => after.has(person)).length
          return (
            kept / Math.max(1, long.length) >= (long.length === 0 ? 0 : share) &&
            before.some(({ person }) => after.has(person))
          )
        })
      },
      fc.record({ share: fc.constantFrom(0, 0.5, 1), months: fc.constantFrom(0, 12, 24) }),
    )
  }, 60_000)
})

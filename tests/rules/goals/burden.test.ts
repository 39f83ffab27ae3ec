import { describe, expect, it } from 'vitest'
import type { Burden } from '../../../src/domain'
import { putInForce, reasonsOf } from '../../../src/rules'
import { burden } from '../../../src/rules/goals/burden'
import { board, planOf } from '../../board'
import { expectValue, valueAfter } from './value'

const carried = (points: number): Burden => ({ points, moves: 1, refused: 0, since: '2025-07-01' })

describe(burden.id, () => {
  const problem = board('Civil/Team1 | Ann:A, Bo:A, Cy:A\nCivil/Team2 |\nbench | Di:A', {
    people: { Ann: { burden: carried(3) }, Bo: { burden: carried(1) }, Di: { burden: carried(5) } },
  })
  it('adds up what those who leave their seat have carried, to the bench too; a first post costs nobody', () => {
    expect(valueAfter('burden', problem)).toBe(0)
    expect(valueAfter('burden', problem, { Ann: 'Team2/assistant', Bo: null })).toBe(4)
    expect(valueAfter('burden', problem, { Cy: 'Team2/assistant' })).toBe(0)
    expect(valueAfter('burden', problem, { Di: 'Team2/assistant' })).toBe(0)
  })
  it('speaks against the move of whoever carries something, with what and since when', () => {
    const inForce = putInForce(problem, { goals: ['burden', 'fewest-moves'] })
    const reasons = reasonsOf(problem, inForce, planOf(problem, { Ann: 'Team2/assistant', Cy: 'Team2/assistant' }))
    expect(reasons.get('Ann')!.filter(({ of }) => of === 'burden')).toEqual([
      {
        of: 'burden',
        kind: 'despite',
        facts: { person: 'Ann', points: 3, moves: 1, refused: 0, since: '2025-07-01' },
        amount: 3,
      },
    ])
    expect(reasons.get('Cy')!.filter(({ of }) => of === 'burden')).toEqual([])
  })
  it('is the same for a seat shared in another way', () => {
    const present = [
      { post: 'Team1/assistant', share: 500 },
      { post: 'Team2/assistant', share: 500 },
    ]
    const split = board('Civil/Team1 | Ann:A\nCivil/Team2 |', { people: { Ann: { burden: carried(3), present } } })
    expect(valueAfter('burden', split)).toBe(0)
    expect(valueAfter('burden', split, { Ann: 'Team1/assistant' })).toBe(3)
  })
  it('lets go home from a temporary posting whoever is on one', () => {
    const home = [{ post: 'Team2/assistant', share: 1000 }]
    const posting = { from: '2026-07-01', until: '2027-03-31', home }
    const away = board('Civil/Team1 | Ann:A\nCivil/Team2 |\nCivil/Team3 |', {
      people: { Ann: { burden: carried(3), posting } },
    })
    const at = (post: string | null) => valueAfter('burden', away, { Ann: post })
    expect(['Team1/assistant', 'Team2/assistant', 'Team3/assistant', null].map(at)).toEqual([0, 0, 3, 3])
  })
  it('equals its formula', () => {
    expectValue('burden', (problem, plan) =>
      problem.people.reduce((sum, person) => {
        const places = (parts: readonly { post: string; share: number }[] = []): string =>
          parts
            .map(({ post, share }) => `${post} ${share}`)
            .toSorted()
            .join()
        const now = places(plan.get(person.id)?.parts)
        const free = [person.present, ...(person.posting === null ? [] : [person.posting.home])].map(places)
        return sum + (person.present.length === 0 || (now !== '' && free.includes(now)) ? 0 : person.burden.points)
      }, 0),
    )
  }, 60_000)
})

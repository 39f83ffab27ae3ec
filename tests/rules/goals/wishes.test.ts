import { describe, expect, it } from 'vitest'
import { wishes } from '../../../src/rules/goals/wishes'
import { board } from '../../board'
import { expectValue, valueAfter } from './value'

const text = `Office      | Ann:S, Eve:J
              Civil/Team1 | Bo:A
              Civil/Team2 |
              Civil/Team3 | Cy:C`
const wishing = (...preferences: { rank: number; unit: string; role: 'clerk' | 'assistant' | null }[]) =>
  board(text, { people: { Ann: { preferences, qualifications: { typing: null } } } })

describe(wishes.id, () => {
  it('counts what is short of the first wish: nothing for it, one for the second, three for none', () => {
    const problem = wishing(
      { rank: 1, unit: 'Team1', role: 'clerk' },
      { rank: 2, unit: 'Team2', role: 'clerk' },
      { rank: 3, unit: 'Team3', role: 'clerk' },
    )
    const at = (post: string) => valueAfter('wishes', problem, { Ann: post })
    expect(['Team1/clerk', 'Team2/clerk', 'Team3/clerk', 'Team1/assistant'].map(at)).toEqual([0, 1, 2, 3])
  })
  it('hears a wish for a unit alone in every post there that the person may fill', () => {
    const problem = wishing({ rank: 1, unit: 'Team1', role: null })
    expect(valueAfter('wishes', problem, { Ann: 'Team1/clerk' })).toBe(0)
    expect(valueAfter('wishes', problem, { Ann: 'Team1/assistant' })).toBe(3)
  })
  it('measures people by what their own list could give', () => {
    expect(
      valueAfter('wishes', wishing({ rank: 1, unit: 'gone', role: null }, { rank: 2, unit: 'Team1', role: null })),
    ).toBe(2)
    expect(valueAfter('wishes', wishing({ rank: 1, unit: 'gone', role: null }))).toBe(0)
    expect(valueAfter('wishes', wishing())).toBe(0)
  })
  it('equals its formula', () => {
    expectValue('wishes', (problem, plan) =>
      problem.people.reduce((sum, person) => {
        const pointsAt = (posts: readonly string[]): number =>
          Math.min(
            ...posts.map((id) => {
              const post = problem.posts.find((each) => each.id === id)!
              const able = problem.fills.some(
                ({ role, post: asked, requires }) =>
                  role === person.role &&
                  asked === post.role &&
                  requires.every((code) => person.qualifications[code] !== undefined),
              )
              const granted = person.preferences.filter(
                ({ unit, role }) => unit === post.unit && (role === post.role || (role === null && able)),
              )
              return Math.max(0, ...granted.map(({ rank }) => [3, 2, 1][rank - 1] ?? 0))
            }),
          )
        const best = Math.max(0, ...problem.posts.map(({ id }) => pointsAt([id])))
        const parts = plan.get(person.id)?.parts.map(({ post }) => post) ?? []
        return sum + best - (parts.length === 0 ? 0 : pointsAt(parts))
      }, 0),
    )
  }, 60_000)
})

import { describe, expect, it } from 'vitest'
import { freeId, withoutPerson, withoutUnit, withPost, withPosts } from '../../../src/app/court/edit'
import { courtFile } from '../../../src/domain'
import { smallCourt } from '../small-court'

const sound = (court: unknown): boolean => courtFile.safeParse(court).success

describe('what a form changes beside its row', () => {
  it('ends the open assignment the day before a new one begins, and leaves the rest of the history', () => {
    const court = smallCourt()
    const moved = withPost(court, 'bo', { post: 'team-1/clerk', from: '2026-01-10' })
    expect(moved.assignments.filter(({ person }) => person === 'bo')).toMatchObject([
      { unit: 'office', until: '2026-01-09' },
      { unit: 'team-1', from: '2026-01-10', until: null },
    ])
    expect(moved.assignments.length).toBe(court.assignments.length + 1)
    expect(sound(moved)).toBe(true)
    expect(withPost(court, 'bo', { post: 'office/clerk', from: '2026-01-10' })).toBe(court)
  })

  it('takes the post away where none is chosen', () => {
    const left = withPost(smallCourt(), 'bo', { post: '', from: '2026-01-10' })
    expect(left.assignments.filter(({ person, until }) => person === 'bo' && until === null)).toEqual([])
  })

  it('gives a unit the posts that are wanted and leaves those of other units alone', () => {
    const court = smallCourt()
    const wanted = [
      { unit: '', role: 'clerk' as const, fixed: 1, ceiling: 4, least: null, ratioTo: null, duty: null },
      { unit: '', role: 'judge' as const, fixed: 0, ceiling: null, least: null, ratioTo: null, duty: null },
    ]
    const changed = withPosts(court, 'office', wanted)
    expect(changed.posts.filter(({ unit }) => unit === 'office')).toEqual([
      { unit: 'office', role: 'clerk', fixed: 1, ceiling: 4, least: null, ratioTo: null, duty: null },
      { unit: 'office', role: 'judge', fixed: 0, ceiling: null, least: null, ratioTo: null, duty: null },
    ])
    expect(changed.posts.filter(({ unit }) => unit !== 'office')).toEqual(
      court.posts.filter(({ unit }) => unit !== 'office'),
    )
  })

  it('takes a person away with all that is said of them, so that the court holds together', () => {
    const court = smallCourt()
    const people = court.people.map((row) => ({ ...row, ...(row.id === 'bo' && { mentor: 'ann', worksWith: 'cy' }) }))
    const left = withoutPerson({ ...court, people }, 'ann')
    expect(sound(left)).toBe(true)
    expect(left.leaves).toEqual([])
    expect(left.people.find(({ id }) => id === 'bo')).toMatchObject({ mentor: null, worksWith: 'cy' })
  })

  it('leaves it to the checks to refuse a unit that is still in use', () => {
    expect(sound(withoutUnit(smallCourt(), 'team-1'))).toBe(false)
    const unused = smallCourt({ assignments: [], caseload: [] })
    expect(sound(withoutUnit(unused, 'team-2'))).toBe(true)
  })

  it('offers an id that nothing bears', () => expect(freeId('p', [{ id: 'p-2' }, { id: 'x' }])).toBe('p-3'))
})

import { describe, expect, it } from 'vitest'
import { freeId, putDepartment, putPerson, putTeam, withoutPerson, withoutUnit } from '../../../src/app/court/edit'
import { courtFile, emptyCourt } from '../../../src/domain'
import { smallCourt } from '../small-court'

const sound = (court: unknown): boolean => courtFile.safeParse(court).success

describe('small forms', () => {
  it('build a court from nothing: a department, a team, a person in a post', () => {
    let court = emptyCourt('c', '新法院')
    court = putDepartment(court, { id: 'd-1', name: '民庭', kind: 'trial', division: null, floor: 0, posts: [] })
    court = putTeam(court, {
      id: 't-1',
      name: '一团队',
      department: 'd-1',
      track: 'ordinary',
      categories: [],
      skills: [],
      posts: ['judge', 'clerk'],
    })
    const person = {
      id: 'p-1',
      name: '张三',
      role: 'judge' as const,
      share: 1,
      joined: '2020-01-01',
      left: null,
      employment: 'civil-servant' as const,
      leader: false,
    }
    court = putPerson(court, { ...person, post: 't-1/judge', from: '2020-01-01' }, '2019-12-31')
    expect(sound(court)).toBe(true)
    expect(court.posts.map(({ unit, role }) => `${unit}/${role}`)).toEqual(['t-1/judge', 't-1/clerk'])
    expect(court.assignments).toMatchObject([{ person: 'p-1', unit: 't-1', role: 'judge', until: null }])
  })

  it('end the open assignment the day before a new one begins, and leave the rest of the history', () => {
    const court = smallCourt()
    const bo = court.people.find(({ id }) => id === 'bo')!
    const moved = putPerson(court, { ...bo, post: 'team-1/clerk', from: '2026-01-10' }, '2026-01-09')
    expect(moved.assignments.filter(({ person }) => person === 'bo')).toMatchObject([
      { unit: 'office', until: '2026-01-09' },
      { unit: 'team-1', from: '2026-01-10', until: null },
    ])
    expect(moved.assignments.length).toBe(court.assignments.length + 1)
    expect(sound(moved)).toBe(true)
    const same = putPerson(court, { ...bo, name: '单雄信', post: 'office/clerk', from: '2026-01-10' }, '2026-01-09')
    expect(same.assignments).toEqual(court.assignments)
  })

  it('keep what is known of a post that stays', () => {
    const court = smallCourt()
    const office = { ...court.departments[0]!, posts: ['clerk' as const, 'judge' as const] }
    expect(putDepartment(court, office).posts.filter(({ unit }) => unit === 'office')).toEqual([
      { unit: 'office', role: 'clerk', fixed: 1, ceiling: null },
      { unit: 'office', role: 'judge', fixed: 0, ceiling: null },
    ])
  })

  it('take a person away with all that is said of them, so that the court holds together', () => {
    const left = withoutPerson(smallCourt(), 'ann')
    expect(sound(left)).toBe(true)
    expect(left.leaves).toEqual([])
  })

  it('leave it to the checks to refuse a unit that is still in use', () => {
    expect(sound(withoutUnit(smallCourt(), 'team-1'))).toBe(false)
    const unused = smallCourt({ assignments: [], caseload: [] })
    expect(sound(withoutUnit(unused, 'team-2'))).toBe(true)
  })

  it('offer an id that nothing bears', () => expect(freeId('p', [{ id: 'p-2' }, { id: 'x' }])).toBe('p-3'))
})

import { describe, expect, it } from 'vitest'
import { directoryOf, passes } from '../../../src/app/people/directory'
import { staysOf } from '../../../src/app/people/history'
import { smallCourt } from '../small-court'

const people = directoryOf(smallCourt(), '2026-01-01')
const entry = (id: string) => people.find((each) => each.id === id)!

describe('the directory', () => {
  it('lists who is at the court on the date', () =>
    expect(people.map(({ id }) => id)).toEqual(['ann', 'bo', 'cy', 'di', 'ed']))

  it('tells where a person is, with the part of the time, and since when', () => {
    expect(entry('bo')).toMatchObject({ department: 'office', since: '2018-03-01' })
    expect(
      entry('cy')
        .places.map(({ post, share }) => [post, share])
        .toSorted(),
    ).toEqual([
      ['office/clerk', 0.5],
      ['team-1/clerk', 0.5],
    ])
  })

  it('says who can go to the front line, and why not', () =>
    expect(people.map(({ id, release }) => [id, release])).toEqual([
      ['ann', null],
      ['bo', 'yes'],
      ['cy', 'lacks-qualification'],
      ['di', 'lacks-qualification'],
      ['ed', null],
    ]))

  it('filters by department, role and release, all together', () => {
    const found = (filter: Parameters<typeof passes>[1]): string[] =>
      people.filter((each) => passes(each, filter)).map(({ id }) => id)
    const none = { departments: [], roles: [], release: false }
    expect(found(none)).toHaveLength(5)
    expect(found({ ...none, departments: ['civil'] })).toEqual(['ann', 'ed'])
    expect(found({ ...none, roles: ['clerk'], release: true })).toEqual(['bo'])
    expect(found({ departments: ['civil'], roles: ['judge'], release: true })).toEqual([])
  })
})

describe('the timeline of posts', () => {
  const stays = staysOf(
    smallCourt().assignments.filter(({ person }) => person === 'ed'),
    '2026-01-01',
  )
  it('shows the newest first and marks where the person is now', () =>
    expect(stays.map(({ post, now }) => [post, now])).toEqual([
      ['team-1/judge', true],
      ['team-2/judge', false],
    ]))
  it('draws each stay at its place between the first day and now', () => {
    const [newest, oldest] = stays as [(typeof stays)[number], (typeof stays)[number]]
    expect(oldest.start).toBe(0)
    expect(newest.start + newest.length).toBeCloseTo(1, 5)
    expect(newest.start).toBeCloseTo(9 / 14, 2)
  })
})

import { describe, expect, it } from 'vitest'
import { defineProblem, excludedReason, problemOf } from '../../src/domain'
import { month, smallCourt, smallRound } from './small-court'

const court = smallCourt({
  people: [
    { id: 'ann', name: 'Ann', role: 'judge', joined: '2012-07-01' },
    { id: 'bo', name: 'Bo', role: 'clerk', joined: '2021-02-28', share: 0.5 },
    { id: 'cy', name: 'Cy', role: 'clerk', joined: '2019-03-01', employment: 'contract' },
    { id: 'gone', name: 'Gone', role: 'clerk', joined: '1990-03-01', left: '2021-12-31' },
  ],
  assignments: [
    { person: 'ann', unit: 'slow', role: 'judge', from: '2018-01-01', share: 0.5 },
    { person: 'ann', unit: 'fast', role: 'judge', from: '2018-01-01', share: 0.5 },
    { person: 'bo', unit: 'office', role: 'clerk', from: '2021-03-01' },
  ],
  kinships: [
    { first: 'ann', second: 'gone', kind: 'spouse' },
    { first: 'ann', second: 'bo', kind: 'lineal' },
  ],
  qualifications: [
    { person: 'bo', kind: 'skill', code: 'typing', level: 2, since: '2020-01-01' },
    { person: 'bo', kind: 'skill', code: 'typing', level: 4, since: '2022-01-04' },
    { person: 'bo', kind: 'qualification', code: 'legal-exam', until: '2022-01-03' },
  ],
  caseload: [month('fast', '2021-06', 500)],
})

describe('the problem of a court', () => {
  const data = problemOf(court, smallRound())
  it('has the people of the date, with the facts of the date', () => {
    expect(data.people.map(({ id }) => id)).toEqual(['ann', 'bo', 'cy'])
    expect(data.kinships).toHaveLength(1)
    expect(data.people[1]).toMatchObject({
      availability: 500,
      probationUntil: '2022-02-28',
      qualifications: { typing: 4 },
      present: [{ post: 'office/clerk', share: 1000 }],
      since: '2021-03-01',
      held: { 'office/clerk': '2021-03-01' },
    })
    expect(data.people[2]).toMatchObject({ probationUntil: null, present: [], since: null })
  })
  it('offers the home of somebody posted elsewhere, split as it is', () => {
    const posted = { person: 'ann', unit: 'fast', role: 'judge', from: '2021-10-01', kind: 'temporary' } as const
    const problem = defineProblem(
      problemOf({ ...court, assignments: [...court.assignments, { ...posted, until: null, share: 1 }] }, smallRound()),
    )
    expect(problem.presentSeat('ann')?.id).toBe('ann@fast/judge')
    expect(problem.person.get('ann')?.posting).toMatchObject({ from: '2021-10-01', until: null })
    expect(problem.seat.get('ann@fast/judge:500+slow/judge:500')).toBeDefined()
  })
  it('has teams, departments without teams, and own offices as units', () => {
    expect(data.units.map(({ id, frontLine }) => [id, frontLine])).toEqual([
      ['office', false],
      ['civil', true],
      ['fast', true],
      ['slow', true],
    ])
    expect(data.posts.find(({ id }) => id === 'fast/judge')).toMatchObject({
      need: Math.round(((500 * 239) / 85_680) * 1000),
      department: 'civil',
      frontLine: true,
    })
  })
  it('has what each post takes for its unit to be open: its own, those of the template, or one head', () => {
    const told = problemOf(
      {
        ...court,
        posts: court.posts.map((post) =>
          post.unit === 'slow' && post.role === 'judge' ? { ...post, least: 3 } : post,
        ),
        settings: { ...court.settings, templates: [{ kind: 'trial', track: 'fast-track', heads: { judge: 2 } }] },
        teams: court.teams.map((team) => ({ ...team, status: 'proposed' })),
      },
      smallRound(),
    )
    expect(Object.fromEntries(told.posts.map(({ id, least }) => [id, least]))).toEqual({
      'office/clerk': 1,
      'civil/judge': 1,
      'fast/judge': 2,
      'fast/clerk': 0,
      'slow/judge': 3,
      'slow/clerk': 1,
    })
    expect(told.units.map(({ status }) => status)).toEqual(['standing', 'standing', 'proposed', 'proposed'])
  })
  it('becomes a problem in which everybody with a post sits in it', () => {
    const problem = defineProblem(data)
    expect(problem.presentSeat('ann')?.id).toBe('ann@fast/judge:500+slow/judge:500')
    expect(problem.presentSeat('bo')?.id).toBe('bo@office/clerk')
    expect(problem.presentSeat('cy')).toBeUndefined()
  })
  it('pins whom the round leaves out, unless a hand has pinned them elsewhere', () => {
    const pinned = (extra: Parameters<typeof smallRound>[0]) => problemOf(court, smallRound(extra)).decisions
    expect(pinned({ excludedDepartments: ['civil'], excludedPeople: ['cy', 'gone'] })).toEqual([
      { kind: 'pin', person: 'ann', seat: 'ann@fast/judge:500+slow/judge:500', reason: excludedReason },
      { kind: 'pin', person: 'cy', seat: null, reason: excludedReason },
    ])
    const byHand = { kind: 'pin', person: 'ann', seat: 'ann@slow/judge', reason: '' } as const
    expect(pinned({ excludedDepartments: ['civil'], decisions: [byHand] })).toEqual([byHand])
  })
  it('offers the split that a pin names', () => {
    const seat = 'bo@fast/clerk:300+slow/clerk:700'
    const decision = { kind: 'pin', person: 'bo', seat, reason: '' } as const
    const problem = defineProblem(problemOf(court, smallRound({ decisions: [decision] })))
    expect(problem.seat.get(seat)?.parts).toHaveLength(2)
    const senseless = { ...decision, seat: 'bo@fast/clerk:x+slow/clerk:700' }
    expect(problemOf(court, smallRound({ decisions: [senseless] })).splits).toEqual([])
  })
})

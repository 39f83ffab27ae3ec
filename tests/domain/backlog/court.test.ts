import { describe, expect, it } from 'vitest'
import {
  capacityOf,
  changesOfPlan,
  defineProblem,
  measuredStaffing,
  presentPlan,
  problemOf,
  seatId,
  teamStaffings,
  withMove,
} from '../../../src/domain'
import { month, smallCourt, smallRound } from '../small-court'

const at = '2022-01-04'
const months = Array.from({ length: 12 }, (_, i) => `2021-${String(i + 1).padStart(2, '0')}`)
const court = smallCourt({
  settings: { yearMinutes: { judge: 99_900, clerk: 80_000 } },
  assignments: [
    { person: 'ann', unit: 'fast', role: 'judge', from: '2015-01-01' },
    { person: 'bo', unit: 'office', role: 'clerk', from: '2019-03-01' },
  ],
  caseload: months.map((name) => month('fast', name, 50, { carried: 100, closed: 40 })),
})

describe(teamStaffings.name, () => {
  it('reads need, have and fixed work by role, and closes what comes in when fully staffed', () => {
    const { closings, roles } = teamStaffings(court, at).get('fast')!.value!
    expect(closings).toBe(50)
    expect(roles).toEqual([
      { role: 'judge', need: expect.closeTo((600 * 239) / 99_900, 9), fixed: 0, have: 1 },
      { role: 'clerk', need: expect.closeTo(600 / 800 + 0.25, 9), fixed: 0.25, have: 0 },
    ])
  })
  it('is the year value / 12 / weight where one role is looked at', () => {
    const { closings, roles } = teamStaffings(court, at).get('fast')!.value!
    const judges = capacityOf({ closings, roles: roles.slice(0, 1) }, ['2022-01']).value![0]!
    expect(judges.closings).toBeCloseTo(99_900 / 12 / 239, 9)
  })
  it('passes on why a need is not known, and a team without cases has no capacity to tell', () => {
    const without = smallCourt({ settings: { yearMinutes: { clerk: 1 } }, caseload: [month('fast', '2021-05', 10)] })
    expect(teamStaffings(without, at).get('fast')!.why).toEqual({
      code: 'year-value-missing',
      facts: { role: 'judge' },
    })
    expect(capacityOf(teamStaffings(court, at).get('slow')!.value!, ['2022-01']).why?.code).toBe('capacity-unknown')
  })
})

describe(measuredStaffing.name, () => {
  it('takes closings from what was closed with the people of the time', () => {
    const judgesOnly = {
      ...court,
      posts: court.posts.filter(({ unit, role }) => unit !== 'fast' || role === 'judge'),
    }
    const staffing = teamStaffings(judgesOnly, at).get('fast')!.value!
    const measured = measuredStaffing(judgesOnly, at, 'fast', staffing).value!
    expect(capacityOf(measured, ['2022-01']).value![0]!.closings).toBeCloseTo(40, 9)
  })
  it('cannot be told where a role was missing all along', () => {
    const staffing = teamStaffings(court, at).get('fast')!.value!
    expect(measuredStaffing(court, at, 'fast', staffing).why?.code).toBe('closings-unmeasured')
  })
})

describe(changesOfPlan.name, () => {
  it('says who leaves and who joins, in FTE, in the month of the round', () => {
    const problem = defineProblem(problemOf(court, smallRound({ date: at })))
    const plan = withMove(
      presentPlan(problem),
      'bo',
      problem.seat.get(seatId('bo', [{ post: 'fast/clerk', share: 1000 }])) ?? null,
    )
    expect(Object.fromEntries(changesOfPlan(problem, plan))).toEqual({
      office: [{ kind: 'leaves', role: 'clerk', fte: 1, month: '2022-01' }],
      fast: [{ kind: 'joins', role: 'clerk', fte: 1, month: '2022-01' }],
    })
    expect(changesOfPlan(problem, presentPlan(problem)).size).toBe(0)
  })
  it('counts only the part that changes', () => {
    const problem = defineProblem(problemOf(court, smallRound({ date: at })))
    const half = [
      { post: 'fast/judge', share: 500 },
      { post: 'slow/judge', share: 500 },
    ]
    const person = problem.person.get('ann')!
    const seat = { id: seatId('ann', half), index: 0, person, parts: half, present: false }
    expect(Object.fromEntries(changesOfPlan(problem, withMove(presentPlan(problem), 'ann', seat)))).toEqual({
      fast: [{ kind: 'leaves', role: 'judge', fte: 0.5, month: '2022-01' }],
      slow: [{ kind: 'joins', role: 'judge', fte: 0.5, month: '2022-01' }],
    })
  })
})

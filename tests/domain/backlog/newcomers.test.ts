import { describe, expect, it } from 'vitest'
import { monthsFrom, newcomersToReach, projectTeam } from '../../../src/domain'
import { outlook, role } from './outlook'

const one = (have: number, months = 24) =>
  outlook({
    staffing: { closings: 100, roles: [role('judge', 10 / 3, have)] },
    filed: monthsFrom('2022-01', months).map((month) => ({ month, expected: 100 })),
    ramp: [],
  })

describe(newcomersToReach.name, () => {
  it('is the published check where nobody has to grow in: from three people to four', () => {
    expect(newcomersToReach(one(3), 120).value).toEqual([{ role: 'judge', fte: expect.closeTo(1, 6) }])
  })
  it('asks for more where newcomers grow in: the missing work in fewer full months', () => {
    const { ramp, ...growing } = one(3)
    expect(ramp).toEqual([])
    const worked = 0 + 0.5 + 0.5 + 0.75 + 0.75 + 19
    expect(newcomersToReach(growing, 120).value![0]!.fte).toBeCloseTo(24 / worked, 6)
  })
  it('brings every short role to where the stock is just at the target', () => {
    const team = outlook({
      staffing: { closings: 100, roles: [role('judge', 5, 5), role('assistant', 5, 3), role('clerk', 2, 1.8)] },
    })
    const newcomers = newcomersToReach(team, 300).value!
    expect(newcomers.map(({ role: name }) => name)).toEqual(['judge', 'assistant', 'clerk'])
    const joins = newcomers.map((each) => ({ kind: 'joins', month: '2022-01', ...each }) as const)
    expect(projectTeam(team, joins).value!.months.at(-1)!.pending).toBeCloseTo(300, 3)
  })
  it('needs nobody where the target is met anyway', () => expect(newcomersToReach(one(4), 120).value).toEqual([]))
  it('says why where no number of people would do', () => {
    expect(newcomersToReach({ ...one(3, 1), ramp: [0, 1] }, 120).why?.code).toBe('newcomers-too-late')
    expect(newcomersToReach({ ...one(3), filed: [] }, 120).why?.code).toBe('newcomers-too-late')
    const idle = { closings: 0, roles: [role('judge', 1, 1)] }
    expect(newcomersToReach({ ...one(3), staffing: idle }, 120).why?.code).toBe('nobody-closes')
    expect(newcomersToReach({ ...one(3), staffing: { closings: 1, roles: [] } }, 120).why?.code).toBe(
      'capacity-unknown',
    )
  })
})

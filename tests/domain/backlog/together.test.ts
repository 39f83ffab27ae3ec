import { describe, expect, it } from 'vitest'
import { capacityOf, changesTogether, handsOf, together, type TeamStaffing } from '../../../src/domain'

const team: TeamStaffing = {
  closings: 100,
  roles: [
    { role: 'judge', need: 1, fixed: 0, have: 1 },
    { role: 'assistant', need: 1.2, fixed: 0.2, have: 0 },
    { role: 'bailiff', need: 1, fixed: 1, have: 1 },
  ],
}
const closingsOf = (staffing: TeamStaffing, ...changes: Parameters<typeof changesTogether>[1][number][]) =>
  capacityOf(staffing, ['2022-12'], changes).value![0]!.closings

describe(together.name, () => {
  it('counts all hands for cases as one, and leaves out who hears none', () => {
    expect(together(team).roles).toEqual([{ role: 'judge', need: 2.2, fixed: 0.2, have: 1 }])
    expect(closingsOf(team)).toBe(0)
    expect(closingsOf(together(team))).toBeCloseTo(40, 9)
  })
  it('has nobody left where no role is needed for cases', () => {
    const idle = { ...team, roles: team.roles.slice(2) }
    expect(capacityOf(together(idle), ['2022-12']).why?.code).toBe('capacity-unknown')
  })
})

describe(handsOf.name, () => {
  it('counts people up to the need of their role whole, and those beyond as helpers', () => {
    expect(handsOf({ need: 2, have: 1 })).toBe(1)
    expect(handsOf({ need: 2, have: 2 })).toBe(2)
    expect(handsOf({ need: 2, have: 4 })).toBe(3)
  })
})

describe(changesTogether.name, () => {
  const joins = (role: 'assistant' | 'bailiff') => ({ kind: 'joins', role, fte: 1, month: '2022-01' }) as const
  it('counts a newcomer of a role that is not short as a helper', () => {
    const changes = changesTogether(team, [{ kind: 'joins', role: 'judge', fte: 1, month: '2022-01' }])
    expect(changes).toEqual([{ kind: 'joins', role: 'judge', fte: 0.5, month: '2022-01' }])
  })
  it('takes off who leaves for what they counted, and nothing where another takes their place', () => {
    const many = { ...team, roles: team.roles.map((role) => ({ ...role, have: 2 })) }
    const leaves = { kind: 'leaves', role: 'judge', fte: 1, month: '2022-01' } as const
    expect(changesTogether(many, [leaves])).toEqual([{ ...leaves, fte: 0.5 }])
    const both = changesTogether(many, [leaves, { ...leaves, kind: 'joins' }])
    expect(both.map(({ kind, fte }) => [kind, fte])).toEqual([
      ['leaves', 0.5],
      ['joins', 0.5],
    ])
  })
  it('counts a newcomer of any role that cases need, and no other', () => {
    const changes = changesTogether(team, [joins('assistant'), joins('bailiff')])
    expect(changes).toEqual([{ kind: 'joins', role: 'judge', fte: 1, month: '2022-01' }])
    expect(closingsOf(together(team), ...changes)).toBeCloseTo(90, 9)
  })
})

import type { RoleStaffing, TeamStaffing } from './capacity'
import type { StaffChange } from './strength'

/**
 * What people beyond the need of their role count in a team whose people help each other out, against one whom the team
 * lacks: they take over some of what others leave undone, but not all of it is theirs to do. A planning assumption.
 */
export const helpersCount = 0.5

/**
 * What people of a role are worth to such a team, in FTE of a role that is short: whole up to its need, then as
 * helpers.
 */
export const handsOf = ({ need, have }: Pick<RoleStaffing, 'need' | 'have'>): number =>
  Math.min(have, need) + helpersCount * Math.max(0, have - need)

const forCases = ({ roles }: TeamStaffing) => roles.filter(({ need, fixed }) => need - fixed > 1e-9)

/**
 * A team whose people help each other out: all roles that its cases need count as one. What it can close then follows
 * from all hands together, not from the scarcest role. The one role left stands for them all.
 */
export function together(staffing: TeamStaffing): TeamStaffing {
  const roles = forCases(staffing)
  const sum = (of: (role: RoleStaffing) => number): number => roles.reduce((total, role) => total + of(role), 0)
  if (roles.length === 0) return { ...staffing, roles: [] }
  return {
    ...staffing,
    roles: [
      {
        role: roles[0]!.role,
        need: sum(({ need }) => need),
        fixed: sum(({ fixed }) => fixed),
        have: sum(handsOf),
      },
    ],
  }
}

/**
 * Changes of such a team: all under the one role, each person for what the role makes of them once all have come and
 * gone; people whose role none of its cases need are left out.
 */
export function changesTogether(staffing: TeamStaffing, changes: readonly StaffChange[]): StaffChange[] {
  const roles = forCases(staffing)
  const fteOf = (kind: StaffChange['kind'], of: RoleStaffing): number =>
    changes.reduce((sum, change) => (change.kind === kind && change.role === of.role ? sum + change.fte : sum), 0)
  const worth = new Map(
    roles.map((role) => {
      const [joins, leaves] = [fteOf('joins', role), fteOf('leaves', role)]
      const left = { ...role, have: Math.max(0, role.have - leaves) }
      const lost = handsOf(role) - handsOf(left)
      const gained = handsOf({ ...left, have: left.have + joins }) - handsOf(left)
      return [role.role, { joins: joins > 0 ? gained / joins : 0, leaves: leaves > 0 ? lost / leaves : 0 }] as const
    }),
  )
  return changes.flatMap((change) => {
    const each = worth.get(change.role)?.[change.kind]
    return each === undefined ? [] : [{ ...change, role: roles[0]!.role, fte: change.fte * each }]
  })
}

import type { TeamStaffing } from './capacity'
import type { StaffChange } from './strength'

const forCases = ({ roles }: TeamStaffing) => roles.filter(({ need, fixed }) => need - fixed > 1e-9)

/**
 * A team whose people help each other out: all roles that its cases need count as one. What it can close then follows
 * from all hands together, not from the scarcest role. The one role left stands for them all.
 */
export function together(staffing: TeamStaffing): TeamStaffing {
  const roles = forCases(staffing)
  const sum = (of: 'need' | 'fixed' | 'have'): number => roles.reduce((total, role) => total + role[of], 0)
  if (roles.length === 0) return { ...staffing, roles: [] }
  return {
    ...staffing,
    roles: [{ role: roles[0]!.role, need: sum('need'), fixed: sum('fixed'), have: sum('have') }],
  }
}

/** Changes of such a team: all under the one role; people whose role none of its cases need are left out. */
export function changesTogether(staffing: TeamStaffing, changes: readonly StaffChange[]): StaffChange[] {
  const roles = forCases(staffing).map(({ role }) => role)
  return changes.flatMap((change) => (roles.includes(change.role) ? [{ ...change, role: roles[0]! }] : []))
}

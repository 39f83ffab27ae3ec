import { monthsFrom, type Role, type TeamOutlook } from '../../../src/domain'

/** A team of judges, assistants and clerks that each are what the need asks for, unless the test says otherwise. */
export const outlook = (extra: Partial<TeamOutlook> = {}): TeamOutlook => ({
  staffing: {
    closings: 100,
    roles: [role('judge', 5, 5), role('assistant', 5, 5), role('clerk', 2.5, 2.5)],
  },
  stock: 600,
  filed: monthsFrom('2022-01', 12).map((month) => ({ month, expected: 100 })),
  ...extra,
})

export const role = (name: Role, need: number, have: number, fixed = 0) => ({ role: name, need, have, fixed })

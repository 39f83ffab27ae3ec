import { asOf, covers, type AccountFacts, type Court } from '../../domain'

/**
 * One account of each role that is bound to a court, to try an example court with. None of an administrator: a password
 * that everybody is shown must not make accounts.
 */
export function exampleAccounts(court: Court): AccountFacts[] {
  const day = asOf(court)
  const here = court.assignments.filter((row) => covers(row, day) && row.kind === 'permanent')
  const departmentOf = (unit: string): string => court.teams.find(({ id }) => id === unit)?.department ?? unit
  const trial = court.departments.find(({ kind }) => kind === 'trial')
  const within = here.filter(({ unit }) => departmentOf(unit) === trial?.id).map(({ person }) => person)
  const head = court.people.find(({ id, leader }) => leader && within.includes(id))
  const wishes = new Set(court.preferences.map(({ person }) => person))
  const placed = court.people.filter(({ id, leader }) => !leader && here.some(({ person }) => person === id))
  const staff = placed.find(({ id }) => wishes.has(id)) ?? placed[0]
  const of = { court: court.id, divisions: [], person: null }
  return [
    { ...of, username: 'example-hr', name: '示例政治部', role: 'hr' },
    { ...of, username: 'example-leader', name: '示例院领导', role: 'leader' },
    ...(trial === undefined
      ? []
      : [
          {
            ...of,
            username: 'example-head',
            name: head?.name ?? '示例庭长',
            role: 'head' as const,
            divisions: [trial.id],
            person: head?.id ?? null,
          },
        ]),
    ...(staff === undefined
      ? []
      : [{ ...of, username: 'example-staff', name: staff.name, role: 'staff' as const, person: staff.id }]),
  ]
}

import { differenceInYears } from 'date-fns'
import { movesIn } from './burden'
import { dayOf, type CalendarDate } from './calendar'
import type { Court } from './court'
import { assignmentsOn, groupByPerson, isHere } from './have'
import { roles, type Role } from './role'
import { smallestGroup } from './wishes'

/** Whole years at the court, in bands: exact days lead back to people. */
export const serviceBands = ['under-5', '5-9', '10-19', '20-up'] as const
export type ServiceBand = (typeof serviceBands)[number]

export const serviceBand = (joined: CalendarDate, date: CalendarDate): ServiceBand => {
  const years = differenceInYears(dayOf(date), dayOf(joined))
  return years < 5 ? 'under-5' : years < 10 ? '5-9' : years < 20 ? '10-19' : '20-up'
}

/** People who are alike in all that is told of them; null where it is left open, as too few are alike in that too. */
export interface StaffGroup {
  readonly department: string | null
  readonly role: Role | null
  readonly service: ServiceBand | null
  readonly people: number
}

/**
 * Everybody at the court on the date, in groups of no fewer than `smallestGroup` (k-anonymity): first by department, role
 * and years of service; whoever is left in a smaller group is counted by department and role, then by role, then with
 * all others. Each is counted once. Null where the whole court has fewer people.
 */
export function staffGroups(court: Court, date: CalendarDate): StaffGroup[] | null {
  const home = new Map(court.teams.map(({ id, department }) => [id, department]))
  const places = assignmentsOn(court, date)
  let rest: StaffGroup[] = court.people
    .filter((person) => isHere(person, date))
    .map(({ id, role, joined }) => {
      const [post] = [...(places.get(id) ?? [])].toSorted((a, b) => b[1] - a[1])[0] ?? []
      const unit = post?.slice(0, post.indexOf('/'))
      const department = unit === undefined ? null : (home.get(unit) ?? unit)
      return { department, role, service: serviceBand(joined, date), people: 1 }
    })
  if (rest.length < smallestGroup) return rest.length === 0 ? [] : null
  const groups: StaffGroup[] = []
  const coarser: ((each: StaffGroup) => StaffGroup)[] = [
    (each) => each,
    (each) => ({ ...each, service: null }),
    (each) => ({ ...each, service: null, department: null }),
    (each) => ({ ...each, service: null, department: null, role: null }),
  ]
  for (const [level, step] of coarser.entries()) {
    const together = new Map<string, StaffGroup[]>()
    for (const each of rest.map(step)) {
      const key = JSON.stringify([each.department, each.role, each.service])
      together.set(key, [...(together.get(key) ?? []), each])
    }
    rest = []
    for (const alike of together.values()) {
      // Whoever has no post has no department: counted where the department is left open.
      const isTold = alike.length >= smallestGroup && (level > 1 || alike[0]!.department !== null)
      if (isTold) groups.push({ ...alike[0]!, people: alike.length })
      else rest.push(...alike)
    }
  }
  if (rest.length === 0) return groups
  // A last few would be told by what is missing: the smallest group joins them.
  const least = groups.reduce((small, each) => (each.people < small.people ? each : small))
  const others = { department: null, role: null, service: null, people: rest.length + least.people }
  return [...groups.filter((each) => each !== least), others]
}

export const staffChanges = ['joined', 'left', 'moved'] as const

/** How many people of a role came, left or moved for good in a year; null for fewer than `smallestGroup`, or none. */
export interface ChangeOfYear {
  readonly year: string
  readonly role: Role
  readonly change: (typeof staffChanges)[number]
  readonly people: number | null
}

/** People, not events, up to the date; without totals, from which what is left out could be worked out. */
export function changesByYear(court: Court, date: CalendarDate): ChangeOfYear[] {
  const history = groupByPerson(court.assignments)
  const told = new Map<string, Set<string>>()
  const tell = (on: CalendarDate, role: Role, change: ChangeOfYear['change'], id: string): void => {
    if (on > date) return
    const key = `${on.slice(0, 4)} ${role} ${change}`
    told.set(key, (told.get(key) ?? new Set()).add(id))
  }
  for (const { id, role, joined, left } of court.people) {
    tell(joined, role, 'joined', id)
    if (left !== null) tell(left, role, 'left', id)
    for (const move of movesIn(history.get(id) ?? [])) tell(move.date, role, 'moved', id)
  }
  const years = [...new Set([...told.keys()].map((key) => key.slice(0, 4)))].toSorted()
  return years.flatMap((year) =>
    roles.flatMap((role) =>
      staffChanges.map((change) => {
        const people = told.get(`${year} ${role} ${change}`)?.size ?? 0
        return { year, role, change, people: people < smallestGroup ? null : people }
      }),
    ),
  )
}

/** Names of departments and teams that may leave the court: one that holds somebody's name is told by its number. */
export function unitNames(court: Court, numbered: (number: number) => string): Map<string, string> {
  const units = [...court.departments, ...court.teams]
  const named = (unit: string): boolean => court.people.some(({ id, name }) => unit.includes(name) || unit.includes(id))
  return new Map(units.map(({ id, name }, at) => [id, named(name) ? numbered(at + 1) : name]))
}

import {
  dayOf,
  haveOn,
  needOf,
  type Court,
  type Department,
  type Need,
  type PostId,
  type Role,
  type Unit,
  unitsOf,
} from '../domain'
import { verdictOf } from './ui/format'

/** Need and have of one post on a date, both FTE and unrounded. */
export interface PostStanding {
  readonly post: PostId
  readonly unit: Unit
  readonly role: Role
  readonly need: Need
  readonly have: number
}

/** One unit with its posts; gaps are added up post by post, what one has too much never covers another. */
export interface UnitStanding {
  readonly unit: Unit
  readonly department: Department
  readonly posts: readonly PostStanding[]
  readonly need: number | null
  readonly have: number
  readonly short: number
  readonly surplus: number
}

export const shortOf = ({ need, have }: Pick<PostStanding, 'need' | 'have'>): number =>
  need.fte === null ? 0 : Math.max(0, need.fte - have)
export const surplusOf = ({ need, have }: Pick<PostStanding, 'need' | 'have'>): number =>
  need.fte === null ? 0 : Math.max(0, have - need.fte)

/** The share of the need that is there: 0.5 is half of it; endless where nobody is needed or the need is not known. */
export const coverageOf = ({ need, have }: Pick<PostStanding, 'need' | 'have'>): number =>
  need.fte === null || need.fte === 0 ? Infinity : have / need.fte

/** Need and have of every unit on the date, in the order of departments and teams. */
export function standingOf(court: Court, date: string): UnitStanding[] {
  const units = unitsOf(court)
  const have = haveOn(court, date)
  const department = new Map(court.departments.map((row) => [row.id, row]))
  const needs = new Map<string, Need[]>()
  for (const need of needOf(court, date)) needs.set(need.unit, [...(needs.get(need.unit) ?? []), need])
  return units.map((unit): UnitStanding => {
    const posts = (needs.get(unit.id) ?? []).map((need): PostStanding => ({
      post: need.post,
      unit,
      role: need.role,
      need,
      have: have.get(need.post) ?? 0,
    }))
    return { unit, department: department.get(unit.department)!, posts, ...totalsOf(posts) }
  })
}

/** Adds posts up; the need is null as soon as one cannot be computed. */
export function totalsOf(posts: readonly PostStanding[]) {
  const sum = (of: (post: PostStanding) => number): number => posts.reduce((total, post) => total + of(post), 0)
  return {
    need: posts.some(({ need }) => need.fte === null) ? null : sum(({ need }) => need.fte!),
    have: sum(({ have }) => have),
    short: sum(shortOf),
    surplus: sum(surplusOf),
  }
}

/** Units that hear or enforce cases and have posts; a department's own office beside its teams is one of them. */
export const frontLineOf = (standing: readonly UnitStanding[]): UnitStanding[] =>
  standing.filter(({ unit, posts }) => unit.frontLine && posts.length > 0)

/**
 * The answer at the top: how many of the front-line teams are short, and how much the front line lacks in all; and of
 * these the teams that are only proposed, where nobody is yet.
 */
export function shortageIn(standing: readonly UnitStanding[]): {
  teams: number
  short: number
  fte: number
  proposed: { teams: number; fte: number }
} {
  const front = frontLineOf(standing)
  const withTeams = new Set(front.flatMap(({ unit }) => (unit.track === null ? [] : [unit.department])))
  const teams = front.filter(({ unit }) => unit.track !== null || !withTeams.has(unit.department))
  const lacking = (rows: readonly UnitStanding[]): number => rows.reduce((total, row) => total + row.short, 0)
  const proposed = teams.filter(({ unit, have }) => unit.status === 'proposed' && have === 0)
  return {
    teams: teams.length,
    short: teams.filter(isShort).length,
    fte: lacking(front),
    proposed: { teams: proposed.length, fte: lacking(proposed) },
  }
}

/** Short by so much that it is shown: what rounds to 0.0 is balanced. */
export const isShort = ({ short }: Pick<UnitStanding, 'short'>): boolean => verdictOf(short, 0) === 'short'

export interface Group {
  /** The division (分管), or the department where it has none. */
  readonly id: string
  readonly name: string
  readonly departments: readonly Department[]
  readonly units: readonly UnitStanding[]
}

/** Units grouped as on screens: departments of one division together, in the court's order. */
export function groupsOf(standing: readonly UnitStanding[]): Group[] {
  const groups = new Map<string, { name: string; departments: Map<string, Department>; units: UnitStanding[] }>()
  for (const row of standing) {
    const key = row.department.division ?? row.department.id
    const group = groups.get(key) ?? {
      name: row.department.division ?? row.department.name,
      departments: new Map<string, Department>(),
      units: [],
    }
    group.departments.set(row.department.id, row.department)
    group.units.push(row)
    groups.set(key, group)
  }
  return [...groups].map(([id, { name, departments, units }]) => ({
    id,
    name,
    departments: [...departments.values()],
    units,
  }))
}

/** Groups of the front line before the others: the question is about its teams. */
export const frontFirst = (groups: readonly Group[]): Group[] => {
  const hears = ({ units }: Group): number => Number(units.some(({ unit }) => unit.frontLine))
  return groups.toSorted((a, b) => hears(b) - hears(a))
}

/** FTE at the full width of a gap bar, one scale for all bars of a picture. */
export const barScaleOf = (rows: readonly Pick<UnitStanding, 'need' | 'have' | 'surplus'>[]): number =>
  Math.max(1, ...rows.map(({ need, have, surplus }) => (need ?? have) + surplus))

/** Whole days from the first date to the second. */
export const daysBetween = (from: string, until: string): number =>
  Math.round((dayOf(until).getTime() - dayOf(from).getTime()) / 86_400_000)

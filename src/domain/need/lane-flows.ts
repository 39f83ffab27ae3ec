import type { CalendarDate } from '../calendar'
import type { Court } from '../court'
import type { Role } from '../role'
import { postId, type PostId, type Team } from '../unit'
import { weightsOf } from './weights'
import { countIn, hearingTeams, needWindow, windowsOfTeams, yearly } from './window'

/** All simple cases of one case type on their way to the fast track; everything is of a year. */
export interface LaneFlow {
  readonly caseType: string
  /** Teams that the cases leave, with how many. */
  readonly from: readonly { readonly team: string; readonly cases: number }[]
  /** Fast-track teams that they come to, with their part of each one's cases. */
  readonly to: readonly { readonly team: string; readonly part: number }[]
  readonly cases: number
  /** Work that comes (or, negative, leaves) when all of them are routed, by the post's place. */
  readonly changes: readonly { readonly at: number; readonly minutes: number }[]
  /** Work that comes to teams that have no post of the role. */
  readonly unposted: readonly { readonly unit: string; readonly role: Role; readonly minutes: number }[]
}

/** Flows of all case types with simple cases; `at` tells the place of a post. */
export function laneFlows(
  court: Court,
  date: CalendarDate,
  at: ReadonlyMap<PostId, number>,
): { flows: LaneFlow[]; withoutTeam: string[] } {
  const window = needWindow(court, date)
  const windowOf = windowsOfTeams(court, window)
  const filed = countIn(court.caseload, window, 'filed')
  const hearing = hearingTeams(court)
  const teams = court.teams.filter(({ id }) => hearing.has(id))
  const slow = teams.filter(({ track }) => track !== 'fast-track')
  const fast = teams.filter(({ track }) => track === 'fast-track')
  const weights = weightsOf(court)
  const hears = heardBy(court, (team) =>
    [...(filed.get(team) ?? [])].map(([type, count]) => [type, yearly(count, windowOf(team))] as const),
  )
  const placed = (unit: string, work: readonly (readonly [Role, number])[]): LaneFlow['changes'] =>
    work.flatMap(([role, minutes]) => {
      const place = at.get(postId({ unit, role }))
      return place === undefined || minutes === 0 ? [] : [{ at: place, minutes }]
    })

  const flows: LaneFlow[] = []
  const withoutTeam: string[] = []
  for (const { id: caseType, category, simpleShare, fastWeights } of court.caseTypes) {
    if (simpleShare <= 0) continue
    const from = slow.flatMap(({ id: team }) => {
      const count = filed.get(team)?.get(caseType) ?? 0
      return count > 0 ? [{ team, cases: yearly(count, windowOf(team)) * simpleShare }] : []
    })
    const to = partsOf(
      fast.filter(({ categories }) => categories.includes(category)),
      (team) => hears(team, category),
    )
    if (from.length === 0) continue
    if (to.length === 0) {
      withoutTeam.push(caseType)
      continue
    }
    const cases = from.reduce((sum, each) => sum + each.cases, 0)
    const leaving = Object.entries(weights.get(caseType) ?? {}).map(
      ([role, { value }]) => [role as Role, value] as const,
    )
    const coming = Object.entries({ ...Object.fromEntries(leaving), ...fastWeights }) as [Role, number][]
    const times = (work: readonly (readonly [Role, number])[], count: number) =>
      work.map(([role, each]) => [role, each * count] as const)
    flows.push({
      caseType,
      from,
      to,
      cases,
      changes: [
        ...from.flatMap((source) => placed(source.team, times(leaving, -source.cases))),
        ...to.flatMap(({ team, part }) => placed(team, times(coming, cases * part))),
      ],
      unposted: to.flatMap(({ team: unit, part }) =>
        times(coming, cases * part).flatMap(([role, minutes]) =>
          minutes > 0 && !at.has(postId({ unit, role })) ? [{ unit, role, minutes }] : [],
        ),
      ),
    })
  }
  return { flows, withoutTeam }
}

/** Each team's part of what they all hear; the same for each where none of them hears anything yet. */
function partsOf(teams: readonly Team[], hears: (team: string) => number): LaneFlow['to'] {
  const all = teams.reduce((sum, { id }) => sum + hears(id), 0)
  return teams.flatMap(({ id: team }) => {
    const part = all === 0 ? 1 / teams.length : hears(team) / all
    return part > 0 ? [{ team, part }] : []
  })
}

/** Cases of a category that a team hears, each team's counted once. */
function heardBy(
  { caseTypes }: Pick<Court, 'caseTypes'>,
  filedBy: (team: string) => readonly (readonly [string, number])[],
): (team: string, category: string) => number {
  const categoryOf = new Map(caseTypes.map(({ id, category }) => [id, category]))
  const known = new Map<string, Map<string, number>>()
  const count = (team: string): Map<string, number> => {
    const sums = new Map<string, number>()
    for (const [type, cases] of filedBy(team)) {
      const category = categoryOf.get(type)
      if (category !== undefined) sums.set(category, (sums.get(category) ?? 0) + cases)
    }
    known.set(team, sums)
    return sums
  }
  return (team, category) => (known.get(team) ?? count(team)).get(category) ?? 0
}

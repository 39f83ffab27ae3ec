import type { CalendarDate } from '../calendar'
import type { Court } from '../court'
import { haveOn } from '../have'
import { needOf } from './need'
import { countIn, hearingTeams, needWindow, windowsOfTeams, yearly } from './window'
import type { Role } from '../role'
import { postId, type PostId, type Team } from '../unit'
import { weightsOf } from './weights'

/** Share of a case type's simple cases that is routed to fast-track teams, 0 to 1, by case type; left out is 0. */
export type LaneShares = Readonly<Record<string, number>>

export interface LanePost {
  readonly post: PostId
  readonly unit: string
  readonly role: Role
  /** Null for posts of offices. */
  readonly track: Team['track'] | null
  /** FTE; null where a year value is missing. */
  readonly need: number | null
  readonly have: number
  readonly short: number
  readonly surplus: number
}

export interface LaneTotal {
  readonly track: Team['track']
  readonly role: Role
  readonly need: number | null
  readonly have: number
  readonly short: number
  readonly surplus: number
}

/** Cases of a year that move from one team to another. */
export interface LaneMove {
  readonly caseType: string
  readonly from: string
  readonly to: string
  readonly cases: number
}

export interface Lanes {
  readonly posts: readonly LanePost[]
  readonly byTrack: readonly LaneTotal[]
  readonly moves: readonly LaneMove[]
  /** Work, in the court's unit, that routed cases bring to teams without a post of the role: no post needs more for it. */
  readonly withoutPost: readonly { readonly unit: string; readonly role: Role; readonly minutes: number }[]
  /** Case types with simple cases that no fast-track team of their category could take. */
  readonly withoutTeam: readonly string[]
}

/** A case type's simple cases at one team, on their way to one fast-track team, when all of them are routed. */
interface Route extends LaneMove {
  readonly changes: readonly { readonly at: number; readonly minutes: number }[]
  readonly unposted: Lanes['withoutPost']
}

/**
 * Lanes (繁简分流) of a scenario, from weights: a share of each type's simple cases moves from ordinary and complex teams
 * to the fast-track teams of its category, in proportion to what those hear of the category, and is weighed there with
 * its fast weights; all other cases stay. At share 0 the need is today's. What does not change is computed once, so that
 * the function returned answers a slider.
 */
export function prepareLanes(court: Court, date: CalendarDate): (shares: LaneShares) => Lanes {
  const needs = needOf(court, date, 'weights')
  const have = haveOn(court, date)
  const track = new Map(court.teams.map((team) => [team.id, team.track]))
  const at = new Map(needs.map(({ post }, index) => [post, index]))
  const { routes, withoutTeam } = routesOf(court, date, at)
  const base = needs.map(({ sum }) => (sum.mode === 'weights' ? sum.minutes : 0))

  return (shares) => {
    const minutes = base.slice()
    const moves: LaneMove[] = []
    const withoutPost = new Map<string, Lanes['withoutPost'][number]>()
    for (const { caseType, from, to, cases, changes, unposted } of routes) {
      const share = Math.min(1, Math.max(0, shares[caseType] ?? 0))
      if (share === 0) continue
      moves.push({ caseType, from, to, cases: cases * share })
      for (const change of changes) minutes[change.at]! += share * change.minutes
      for (const { unit, role, minutes: work } of unposted) {
        const post = postId({ unit, role })
        withoutPost.set(post, { unit, role, minutes: (withoutPost.get(post)?.minutes ?? 0) + share * work })
      }
    }
    const fte = needs.map(({ role, sum }, index): number | null => {
      const work = Math.max(0, minutes[index]!)
      const year = court.settings.yearMinutes[role] ?? null
      if (year === null) return work > 0 ? null : sum.fixed
      return work / year + sum.fixed
    })
    const posts = needs.map(({ post, unit, role, sum }, index): LanePost => {
      const leader = sum.mode === 'ratio' ? fte[at.get(postId({ unit, role: sum.to }))!]! : null
      const need = sum.mode !== 'ratio' ? fte[index]! : leader === null ? null : leader * sum.per + sum.fixed
      return { post, unit, role, track: track.get(unit) ?? null, need, ...gap(need, have.get(post) ?? 0) }
    })
    return { posts, byTrack: byTrack(posts), moves, withoutPost: [...withoutPost.values()], withoutTeam }
  }
}

/** The same for one set of shares. */
export const lanesOf = (court: Court, date: CalendarDate, shares: LaneShares): Lanes =>
  prepareLanes(court, date)(shares)

const gap = (need: number | null, have: number) => ({
  have,
  short: need === null ? 0 : Math.max(0, need - have),
  surplus: need === null ? 0 : Math.max(0, have - need),
})

function routesOf(
  court: Court,
  date: CalendarDate,
  at: ReadonlyMap<PostId, number>,
): { routes: Route[]; withoutTeam: string[] } {
  const window = needWindow(court, date)
  const windowOf = windowsOfTeams(court, window)
  const filed = countIn(court.caseload, window, 'filed')
  const hearing = hearingTeams(court)
  const weights = weightsOf(court)
  const category = new Map(court.caseTypes.map((type) => [type.id, type.category]))
  const teams = court.teams.filter(({ id }) => hearing.has(id))
  const hears = (team: Team, of: string): number =>
    [...(filed.get(team.id) ?? [])].reduce(
      (sum, [type, count]) => (category.get(type) === of ? sum + yearly(count, windowOf(team.id)) : sum),
      0,
    )
  const changesAt = (unit: string, minutes: Partial<Record<Role, number>>): Route['changes'] =>
    Object.entries(minutes).flatMap(([role, each]) => {
      const index = at.get(postId({ unit, role }))
      return index === undefined || each === 0 ? [] : [{ at: index, minutes: each }]
    })
  const routes: Route[] = []
  const withoutTeam: string[] = []
  for (const type of court.caseTypes.filter(({ simpleShare }) => simpleShare > 0)) {
    const slow = Object.entries(weights.get(type.id) ?? {}).map(([role, { value }]) => [role, value] as const)
    const targets = teams
      .filter((team) => team.track === 'fast-track' && team.categories.includes(type.category))
      .map((team) => ({ team: team.id, hears: hears(team, type.category) }))
    const all = targets.reduce((sum, target) => sum + target.hears, 0)
    const sources = teams.filter((team) => team.track !== 'fast-track' && (filed.get(team.id)?.get(type.id) ?? 0) > 0)
    if (sources.length > 0 && targets.length === 0) withoutTeam.push(type.id)
    for (const { id: from } of sources)
      for (const target of targets) {
        const part = all === 0 ? 1 / targets.length : target.hears / all
        const cases = yearly(filed.get(from)!.get(type.id)!, windowOf(from)) * type.simpleShare * part
        if (cases === 0) continue
        const work = (of: (role: string, value: number) => number) =>
          Object.fromEntries(slow.map(([role, value]) => [role, cases * of(role, value)]))
        const fast = new Map<string, number>(Object.entries(type.fastWeights))
        const gone = changesAt(
          from,
          work((_, value) => -value),
        )
        const coming = {
          ...work((_, value) => value),
          ...Object.fromEntries([...fast].map(([role, value]) => [role, cases * value])),
        }
        const unposted = (Object.entries(coming) as [Role, number][]).flatMap(([role, minutes]) =>
          minutes > 0 && !at.has(postId({ unit: target.team, role })) ? [{ unit: target.team, role, minutes }] : [],
        )
        const changes = [...gone, ...changesAt(target.team, coming)]
        routes.push({ caseType: type.id, from, to: target.team, cases, changes, unposted })
      }
  }
  return { routes, withoutTeam }
}

function byTrack(posts: readonly LanePost[]): LaneTotal[] {
  const totals = new Map<string, LaneTotal>()
  for (const { track, role, need, have, short, surplus } of posts) {
    if (track === null) continue
    const key = `${track} ${role}`
    const so = totals.get(key) ?? { track, role, need: 0, have: 0, short: 0, surplus: 0 }
    totals.set(key, {
      track,
      role,
      need: so.need === null || need === null ? null : so.need + need,
      have: so.have + have,
      short: so.short + short,
      surplus: so.surplus + surplus,
    })
  }
  return [...totals.values()]
}

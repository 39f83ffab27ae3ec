import type { CalendarDate } from '../calendar'
import type { Court } from '../court'
import { haveOn } from '../have'
import { laneFlows, type LaneFlow } from './lane-flows'
import { needOf } from './need'
import type { Role } from '../role'
import { postId, type PostId, type Team } from '../unit'

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
  /** Cases of a year that are routed, by case type, in the court's order; types of which none is are left out. */
  readonly moved: readonly { readonly caseType: string; readonly cases: number }[]
  /**
   * Work, in the court's unit, that routed cases bring to teams without a post of the role: no post needs more for it.
   */
  readonly withoutPost: readonly { readonly unit: string; readonly role: Role; readonly minutes: number }[]
  /** Case types with simple cases that no fast-track team of their category could take. */
  readonly withoutTeam: readonly string[]
  /** Which teams the routed cases of a type leave and come to: written out when asked for, there may be thousands. */
  readonly movesOf: (caseType: string) => LaneMove[]
}

/**
 * Lanes (繁简分流) of a scenario, from weights: a share of each type's simple cases moves from ordinary and complex teams
 * to the fast-track teams of its category, in proportion to what those hear of the category, and is weighed there with
 * its fast weights; all other cases stay. At share 0 the need is today's. What does not change is computed once, so
 * that the function returned answers a slider.
 */
export function prepareLanes(court: Court, date: CalendarDate): (shares: LaneShares) => Lanes {
  const needs = needOf(court, date, 'weights')
  const have = haveOn(court, date)
  const track = new Map(court.teams.map((team) => [team.id, team.track]))
  const at = new Map(needs.map(({ post }, index) => [post, index]))
  const { flows, withoutTeam } = laneFlows(court, date, at)
  const base = needs.map(({ sum }) => (sum.mode === 'weights' ? sum.minutes : 0))

  return (shares) => {
    const minutes = base.slice()
    const withoutPost = new Map<string, Lanes['withoutPost'][number]>()
    const routed = flows
      .map((flow) => ({ flow, share: Math.min(1, Math.max(0, shares[flow.caseType] ?? 0)) }))
      .filter(({ share }) => share > 0)
    for (const { flow, share } of routed) {
      for (const change of flow.changes) minutes[change.at]! += share * change.minutes
      for (const { unit, role, minutes: work } of flow.unposted) {
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
    return {
      posts,
      byTrack: byTrack(posts),
      moved: routed.map(({ flow: { caseType, cases }, share }) => ({ caseType, cases: cases * share })),
      withoutPost: [...withoutPost.values()],
      withoutTeam,
      movesOf: (caseType) =>
        routed.filter(({ flow }) => flow.caseType === caseType).flatMap(({ flow, share }) => movesOf(flow, share)),
    }
  }
}

const movesOf = ({ caseType, from, to }: LaneFlow, share: number): LaneMove[] =>
  from.flatMap((source) =>
    to.map((target) => ({ caseType, from: source.team, to: target.team, cases: source.cases * target.part * share })),
  )

/** All simple cases take the fast track. */
export const allRouted = ({ caseTypes }: Pick<Court, 'caseTypes'>): LaneShares =>
  Object.fromEntries(caseTypes.map(({ id }) => [id, 1]))

/** The same for one set of shares. */
export const lanesOf = (court: Court, date: CalendarDate, shares: LaneShares): Lanes =>
  prepareLanes(court, date)(shares)

const gap = (need: number | null, have: number) => ({
  have,
  short: need === null ? 0 : Math.max(0, need - have),
  surplus: need === null ? 0 : Math.max(0, have - need),
})

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

import { tracks, roles, type LanePost, type Lanes, type LaneTotal, type Role } from '../../../domain'

/** Need, have and gaps of one thing on both sides of a scenario. */
export interface BeforeAfter<T> {
  readonly before: T
  readonly after: T
}

/** Tracks and roles as they were and as they would be, in the order of the tracks. */
export const trackRows = (before: Lanes, after: Lanes): BeforeAfter<LaneTotal>[] =>
  tracks.flatMap((track) =>
    roles.flatMap((role) => {
      const of = ({ byTrack }: Lanes) => byTrack.find((row) => row.track === track && row.role === role)
      const [was, is] = [of(before), of(after)]
      return was === undefined || is === undefined ? [] : [{ before: was, after: is }]
    }),
  )

/** Posts of one unit added up; the need is null as soon as one cannot be computed. */
export interface UnitTotal {
  readonly unit: string
  readonly need: number | null
  readonly have: number
  readonly short: number
  readonly surplus: number
}

/** Teams as they were and as they would be, in the court's order. */
export function unitRows(before: Lanes, after: Lanes): BeforeAfter<UnitTotal>[] {
  const [was, is] = [unitTotals(before.posts), unitTotals(after.posts)]
  return [...was].map(([unit, total]) => ({ before: total, after: is.get(unit)! }))
}

function unitTotals(posts: readonly LanePost[]): Map<string, UnitTotal> {
  const totals = new Map<string, UnitTotal>()
  for (const { unit, track, need, have, short, surplus } of posts) {
    if (track === null) continue
    const so = totals.get(unit) ?? { unit, need: 0, have: 0, short: 0, surplus: 0 }
    totals.set(unit, {
      unit,
      need: so.need === null || need === null ? null : so.need + need,
      have: so.have + have,
      short: so.short + short,
      surplus: so.surplus + surplus,
    })
  }
  return totals
}

/** FTE that a role is needed more on the fast track, and less elsewhere: the people that follow the cases. */
export interface Followers {
  readonly role: Role
  readonly more: number
  readonly less: number
}

/** By role, where the routing changes anything; a need that cannot be computed moves nobody. */
export function followersOf(before: Lanes, after: Lanes): Followers[] {
  const byRole = new Map<Role, { more: number; less: number }>()
  for (const [at, { role, track, need }] of after.posts.entries()) {
    const was = before.posts[at]!.need
    if (track === null || need === null || was === null || Math.abs(need - was) < 1e-9) continue
    const so = byRole.get(role) ?? { more: 0, less: 0 }
    byRole.set(
      role,
      track === 'fast-track' ? { ...so, more: so.more + need - was } : { ...so, less: so.less + was - need },
    )
  }
  return roles.flatMap((role) => (byRole.has(role) ? [{ role, ...byRole.get(role)! }] : []))
}

/** Cases of a year that are routed, by case type, the most first. */
export const movedByType = ({ moved }: Lanes): Lanes['moved'] => moved.toSorted((a, b) => b.cases - a.cases)

/** What all teams need, FTE; null as soon as one post cannot be computed. */
export const needIn = ({ byTrack }: Lanes): number | null =>
  byTrack.reduce<number | null>((sum, { need }) => (sum === null || need === null ? null : sum + need), 0)

/** What all teams lack, FTE, post by post. */
export const shortIn = ({ byTrack }: Lanes): number => byTrack.reduce((sum, { short }) => sum + short, 0)

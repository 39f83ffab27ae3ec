import {
  partsOfSeat,
  postedUntil,
  seatId,
  type CalendarDate,
  type PlanData,
  type PostId,
  type ProblemData,
} from '../domain'

/** Front-line FTE missing on the problem's date, post by post, in whole thousandths: now, or under a plan. */
export function shortageOf({ posts, people }: Pick<ProblemData, 'posts' | 'people'>, plan?: PlanData): number {
  const have = new Map<PostId, number>()
  for (const { id, present, availability } of people) {
    const seat = plan === undefined ? undefined : (plan[id] ?? null)
    const parts = seat === undefined ? present : seat === null ? [] : partsOfSeat(seat)
    for (const { post, share } of parts)
      have.set(post, (have.get(post) ?? 0) + Math.round((share * availability) / 1000))
  }
  return posts.reduce(
    (sum, { id, frontLine, need }) => sum + (frontLine ? Math.max(0, need - (have.get(id) ?? 0)) : 0),
    0,
  )
}

/** A person whose seat the plan changes; posts of before and after, none for the bench. */
export interface PlanMove {
  readonly person: string
  readonly from: readonly PostId[]
  readonly to: readonly PostId[]
  /** The last day of a temporary posting, after which the person goes back; null where the move is for good. */
  readonly until: CalendarDate | null
}

/** Who moves under a plan against where they are on the problem's date. */
export function movesOf({ people, decisions }: Pick<ProblemData, 'people' | 'decisions'>, plan: PlanData): PlanMove[] {
  return people.flatMap(({ id, present }): PlanMove[] => {
    const next = plan[id] ?? null
    const now = present.length === 0 ? null : seatId(id, present)
    if (next === now) return []
    return [
      {
        person: id,
        from: present.map(({ post }) => post),
        to: next === null ? [] : partsOfSeat(next).map(({ post }) => post),
        until: postedUntil(decisions, id, next),
      },
    ]
  })
}

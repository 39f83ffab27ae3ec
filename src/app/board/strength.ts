import { fteIn, type Plan, type Post, type PostId, type Problem, type Thousandths } from '../../domain'

/** Need and have of one post, in whole thousandths of an FTE; `heads` counts people. */
export interface Strength {
  readonly post: Post
  readonly need: Thousandths
  readonly have: Thousandths
  readonly heads: number
}

/** What every post has under this plan. */
export function strengthOf(problem: Problem, plan: Plan): Map<PostId, Strength> {
  const sums = new Map<PostId, { have: number; heads: number }>()
  for (const seat of plan.values())
    for (const post of new Set(seat.parts.map((part) => part.post))) {
      const sum = sums.get(post) ?? { have: 0, heads: 0 }
      sums.set(post, { have: sum.have + fteIn(seat, post), heads: sum.heads + 1 })
    }
  return new Map(
    problem.posts.map((post) => [
      post.id,
      { post, need: post.need, have: sums.get(post.id)?.have ?? 0, heads: sums.get(post.id)?.heads ?? 0 },
    ]),
  )
}

/** Missing thousandths, never netted between posts. */
export const shortage = (strengths: Iterable<Strength>): Thousandths => {
  let sum = 0
  for (const { need, have } of strengths) sum += Math.max(0, need - have)
  return sum
}

/** Need, have and shortage of a unit, all posts together; the shortage is summed post by post. */
export interface UnitStrength {
  readonly need: Thousandths
  readonly have: Thousandths
  readonly short: Thousandths
  readonly heads: number
}

export function unitStrength(strengths: readonly Strength[]): UnitStrength {
  return {
    need: strengths.reduce((sum, { need }) => sum + need, 0),
    have: strengths.reduce((sum, { have }) => sum + have, 0),
    short: shortage(strengths),
    heads: strengths.reduce((sum, { heads }) => sum + heads, 0),
  }
}

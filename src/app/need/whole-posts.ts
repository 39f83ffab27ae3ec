import { wholePosts, type PostId, type Role, type Settings } from '../../domain'
import type { PostStanding } from '../standing'

/**
 * Whole posts to show beside needs, by post: each role by itself, because a fixed number of judges is shared out among
 * judges' posts. Empty where the court rounds nothing; a need that cannot be computed has no whole posts.
 */
export function wholePostsOf(posts: readonly PostStanding[], rule: Settings['rounding']): ReadonlyMap<PostId, number> {
  if (rule === 'none') return new Map()
  const byRole = new Map<Role, PostStanding[]>()
  for (const post of posts) byRole.set(post.role, [...(byRole.get(post.role) ?? []), post])
  return new Map(
    [...byRole.values()].flatMap((alike) => {
      const known = alike.flatMap(({ post: id, need, have }) =>
        need.fte === null ? [] : [{ id, need: need.fte, have }],
      )
      return [...wholePosts(known, rule)]
    }),
  )
}

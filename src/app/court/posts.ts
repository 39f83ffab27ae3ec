import type { CourtPost, Role } from '../../domain'
import { sheetOf } from '../../workbook'

/** What is set for a post, by the columns of its sheet. */
export const postFields = ['fixed', 'ceiling', 'ratioTo.role', 'ratioTo.per', 'duty', 'least'] as const
export type PostField = (typeof postFields)[number]

/** Names of the duties. */
export const dutyWords = sheetOf('posts').columns.find(({ field }) => field === 'duty')!.choices!

/** A post that a unit gets anew: no fixed work, no ceiling, its need from cases. */
export const newPost = (role: Role): CourtPost => ({
  unit: '',
  role,
  fixed: 0,
  ceiling: null,
  least: null,
  ratioTo: null,
  duty: null,
})

/** Gives a unit the post of a role, or takes it away; what was in ratio to it follows cases again. */
export function withOrWithout(posts: readonly CourtPost[], role: Role): CourtPost[] {
  const rest = posts.filter((post) => post.role !== role)
  if (rest.length === posts.length) return [...posts, newPost(role)]
  return rest.map((post) => (post.ratioTo?.role === role ? { ...post, ratioTo: null } : post))
}

/**
 * Roles of the unit that a post may be in ratio to: those whose own need comes from cases. None where another post is
 * in ratio to this one already, as a ratio of a ratio is not computed.
 */
export const leadersFor = (posts: readonly CourtPost[], role: Role): Role[] =>
  posts.some(({ ratioTo }) => ratioTo?.role === role)
    ? []
    : posts.flatMap((post) => (post.role !== role && post.ratioTo === null ? [post.role] : []))

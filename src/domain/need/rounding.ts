import type { Settings } from '../settings'

/** One post to be shown whole: its need, and the heads that are there. */
export interface ToRound {
  readonly id: string
  readonly need: number
  readonly have: number
}

/** Add a post once need / posts reaches the first; take one away while the rest would stay at or under the second. */
export const thresholds = { add: 1.15, remove: 0.9 }
/** Nobody over or under by more than one (CNJ art. 7). */
export const tolerance = 1
/** A gap over a fifth of the need asks for help at once (CNJ art. 9-A). */
export const needsHelp = ({ need, have }: Pick<ToRound, 'need' | 'have'>): boolean => need - have > 0.2 * need

/** Half a millionth of a post: what arithmetic adds to a whole number does not make it the next one. */
const dust = 1e-9

/**
 * Needs as posts to show, by id, by one of the published rules. For display alone: neither need nor planner uses it.
 * `total` is the number of posts that the two rules of a fixed total share out; by default as many as there are.
 */
export function wholePosts(
  posts: readonly ToRound[],
  rule: Settings['rounding'],
  total = Math.round(posts.reduce((sum, { have }) => sum + have, 0)),
): Map<string, number> {
  if (rule === 'equal-proportions') return equalProportions(posts, total)
  if (rule === 'largest-remainder') return largestRemainder(posts, total)
  return new Map(posts.map((post) => [post.id, each[rule](post)]))
}

const each: Record<
  Exclude<Settings['rounding'], 'equal-proportions' | 'largest-remainder'>,
  (post: ToRound) => number
> = {
  none: ({ need }) => need,
  'half-up': ({ need }) => Math.floor(need + 0.5 + dust),
  threshold: ({ need, have }) => {
    let posts = Math.round(have)
    while (need > 0 && need + dust >= thresholds.add * posts) posts++
    while (posts > 0 && need <= thresholds.remove * (posts - 1) + dust) posts--
    return posts
  },
  tolerance: ({ need, have }) => {
    const posts = Math.round(have)
    if (need - posts > tolerance + dust) return Math.ceil(need - tolerance - dust)
    if (posts - need > tolerance + dust) return Math.floor(need + tolerance + dust)
    return posts
  },
}

/** Method of equal proportions (Huntington-Hill): the next post goes where need / sqrt(n (n + 1)) is highest. */
function equalProportions(posts: readonly ToRound[], total: number): Map<string, number> {
  const given = new Map(posts.map(({ id }) => [id, 0]))
  const wanting = posts.filter(({ need }) => need > 0)
  // Before everybody has one, the next goes to the largest need; posts alike come in the order of their ids.
  const priority = ({ id, need }: ToRound): [number, number] => {
    const n = given.get(id)!
    return n === 0 ? [1, need] : [0, need / Math.sqrt(n * (n + 1))]
  }
  for (let left = wanting.length === 0 ? 0 : total; left > 0; left--) {
    const next = wanting.reduce((best, post) => (before(priority(post), post, priority(best), best) ? post : best))
    given.set(next.id, given.get(next.id)! + 1)
  }
  return given
}

const before = (a: [number, number], x: ToRound, b: [number, number], y: ToRound): boolean =>
  a[0] !== b[0] ? a[0] > b[0] : a[1] !== b[1] ? a[1] > b[1] : x.id < y.id

/** Largest remainder (Hamilton): each its whole part of the total, what is left to the largest fractions. */
function largestRemainder(posts: readonly ToRound[], total: number): Map<string, number> {
  const sum = posts.reduce((all, { need }) => all + need, 0)
  if (sum === 0) return new Map(posts.map(({ id }) => [id, 0]))
  const quotas = posts.map(({ id, need }) => {
    const quota = (need * total) / sum
    const whole = Math.floor(quota + dust)
    return { id, whole, rest: quota - whole }
  })
  const left = total - quotas.reduce((all, { whole }) => all + whole, 0)
  const next = new Set(
    quotas
      .toSorted((a, b) => b.rest - a.rest || (a.id < b.id ? -1 : 1))
      .slice(0, left)
      .map(({ id }) => id),
  )
  return new Map(quotas.map(({ id, whole }) => [id, whole + (next.has(id) ? 1 : 0)]))
}

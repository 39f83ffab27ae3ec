import { rolesFilled, type Candidate, type Post, type Problem, type Seat } from '../../domain'
import type { Violation } from '../../rules'
import type { Tally } from '../../rules/tally'

/** `here`: the person sits there in this plan. */
export type Standing = 'here' | 'allowed' | 'warns' | 'forbidden'

/** What a move would do, against the plan as it stands: only what it newly breaks or worsens counts. */
export interface Verdict {
  /** Null is the bench. */
  readonly to: Seat | null
  readonly standing: Standing
  /** Must rules it breaks or worsens; then rules that only warn; then either kind that it mends. */
  readonly broken: readonly Violation[]
  readonly warned: readonly Violation[]
  readonly mended: readonly Violation[]
  /** Each goal's value after the move, and what changes, in the goal's own whole units. */
  readonly score: readonly number[]
  readonly change: readonly number[]
}

/** A unit as a place to drop somebody: the posts it may mean, the likeliest first. */
export interface UnitVerdict {
  readonly unit: string
  readonly standing: Standing
  readonly choices: readonly Verdict[]
}

export function verdictOf(tally: Tally, person: string, to: Seat | null): Verdict {
  const now = tally.plan.get(person) ?? null
  const { breaks, mends, score } = tally.preview(person, to)
  const broken = breaks.filter(({ rule }) => rule.weight === 'must')
  const warned = breaks.filter(({ rule }) => rule.weight === 'warn')
  const standing = now === to ? 'here' : broken.length > 0 ? 'forbidden' : warned.length > 0 ? 'warns' : 'allowed'
  return {
    to,
    standing,
    broken,
    warned,
    mended: mends.filter(({ rule }) => typeof rule.weight === 'string'),
    score,
    change: score.map((value, level) => value - (tally.score[level] ?? 0)),
  }
}

/**
 * The posts of a unit that a drop may mean: the person's own role first, then what else the role may fill. Where the
 * role may fill none of them, the first post stands in, so that the refusal can say why.
 */
export function postsMeant(problem: Problem, person: Candidate, unit: string): Post[] {
  const posts = postsOf(problem).get(unit) ?? []
  const may = rolesFilled(problem, person.role)
  const meant = posts
    .filter(({ role }) => may.has(role))
    .toSorted((a, b) => Number(b.role === person.role) - Number(a.role === person.role))
  return meant.length > 0 ? meant : posts.slice(0, 1)
}

/** What every unit says to this person, in one pass. */
export function verdictsFor(problem: Problem, tally: Tally, id: string): Map<string, UnitVerdict> {
  const person = problem.person.get(id)!
  return new Map(problem.units.map(({ id: unit }) => [unit, unitVerdict(problem, tally, person, unit)]))
}

const placeOf: Record<Standing, number> = { here: 0, allowed: 1, warns: 1, forbidden: 2 }

function unitVerdict(problem: Problem, tally: Tally, person: Candidate, unit: string): UnitVerdict {
  const seats = postsMeant(problem, person, unit).flatMap((post) => problem.seat.get(`${person.id}@${post.id}`) ?? [])
  const now = tally.plan.get(person.id)
  const sitsHere = now?.parts.some(({ post }) => problem.post.get(post)?.unit === unit) ?? false
  if (sitsHere && !seats.includes(now!)) seats.unshift(now!)
  // The order of posts stands, but where the person sits goes first and what is forbidden last.
  const choices = seats
    .map((seat) => verdictOf(tally, person.id, seat))
    .toSorted((a, b) => placeOf[a.standing] - placeOf[b.standing])
  return { unit, standing: sitsHere ? 'here' : (choices[0]?.standing ?? 'forbidden'), choices }
}

/** What a drop on the unit comes to: nothing, one move, or a question. */
export type Drop =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'move'; readonly verdict: Verdict }
  | { readonly kind: 'choose'; readonly choices: readonly Verdict[] }
  | { readonly kind: 'refused'; readonly verdict: Verdict }

export function dropOn({ choices, standing }: UnitVerdict): Drop {
  if (standing === 'here') return { kind: 'nothing' }
  const possible = choices.filter((each) => each.standing !== 'forbidden' && each.standing !== 'here')
  if (possible.length > 1) return { kind: 'choose', choices: possible }
  if (possible.length === 1) return { kind: 'move', verdict: possible[0]! }
  return choices[0] === undefined ? { kind: 'nothing' } : { kind: 'refused', verdict: choices[0] }
}

const postsByUnit = new WeakMap<readonly Post[], Map<string, Post[]>>()

/** Posts by unit, written out once for each list of posts. */
export function postsOf({ posts }: Problem): ReadonlyMap<string, readonly Post[]> {
  const known = postsByUnit.get(posts)
  if (known !== undefined) return known
  const map = new Map<string, Post[]>()
  for (const post of posts) map.set(post.unit, [...(map.get(post.unit) ?? []), post])
  postsByUnit.set(posts, map)
  return map
}

import type { Highs } from 'highs'
import { defineProblem, ordinary, type Candidate, type Post, type Problem, type ProblemData } from '../domain'
import { goalsInOrder, loosened, personIn, putInForce, type InForce, type Limit, type Order } from '../rules'
import { goalsOf } from './goals'
import { searchFor, settleAll } from './solve'
import type { Watch } from './watch'
import type { Difference } from './what-if'

/** What a change would be worth: the best that each goal can come to with it, beside what it can come to now. */
export interface Worth {
  /** One more person in a post, or a rule wider by one; of a rule that knows only yes and no, without it. */
  readonly of: { readonly kind: 'person'; readonly post: string } | { readonly kind: 'rule'; readonly rule: string }
  /** Null where no plan keeps every rule with it (a post that is full). */
  readonly goals: readonly Difference[] | null
}

/** Somebody who brings nothing but the role: a full-time newcomer of no experience. No id of a court holds a plus. */
const newcomer = (post: Post, date: string): Candidate => ({
  id: '+1',
  name: '+1',
  role: post.role,
  ...ordinary,
  joined: date,
  present: [{ post: post.id, share: 1000 }],
  since: date,
  held: { [post.id]: date },
})

/** The court with one more person in the post, who stays there. */
const withOneMore = (problem: Problem, post: Post): ProblemData => ({
  ...problem,
  people: [...problem.people, newcomer(post, problem.date)],
  decisions: [...problem.decisions, { kind: 'pin', person: '+1', seat: `+1@${post.id}`, reason: '' }],
})

/** Wider by one person, in either direction. */
const widened = (limit: Limit): Limit => loosened(limit, personIn(limit))

/** The best values of the goals, first goals first; null where no plan keeps every rule, undefined where the run was ended. */
async function bestValues(
  highs: Highs,
  problem: Problem,
  inForce: readonly InForce[],
  watch: Watch,
): Promise<readonly number[] | null | undefined> {
  const search = searchFor(highs, problem, inForce, watch)
  const status = await settleAll(search)
  return status === 'stopped' ? undefined : status === 'clash' ? null : search.best!.values
}

/**
 * What one more person in each front-line post would do for the goals about need, and each must rule wider by one for
 * all goals: each answer is a proven optimum, told as it comes. Ends early where the clock or a hand says so.
 */
export async function* worths(highs: Highs, problem: Problem, order: Order, watch: Watch): AsyncGenerator<Worth> {
  const aims = goalsInOrder(order)
  const needs: Order = { ...order, goals: aims.filter(({ unit }) => unit === 'thousandths').map(({ id }) => id) }
  const inForce = putInForce(problem, order)
  const now = await bestValues(highs, problem, inForce, watch)
  if (now === null || now === undefined) return
  const compared = (then: readonly number[] | null): Worth['goals'] =>
    then?.map((value, level) => ({ goal: goalsOf(inForce)[level]!.id, now: now[level]!, then: value })) ?? null
  // Only where need comes first: its goals can then be asked by themselves.
  const count = needs.goals!.length
  if (count > 0 && aims.slice(0, count).every(({ unit }) => unit === 'thousandths'))
    for (const post of problem.posts.filter(({ frontLine, need }) => frontLine && need > 0)) {
      const wider = defineProblem(withOneMore(problem, post))
      const then = await bestValues(highs, wider, putInForce(wider, needs), watch)
      if (then === undefined) return
      yield { of: { kind: 'person', post: post.id }, goals: compared(then) }
    }
  for (const law of inForce) {
    if (law.weight !== 'must' || law.limits.length === 0) continue
    const wider = inForce.map((each) => (each === law ? { ...law, limits: law.limits.map(widened) } : each))
    const then = await bestValues(highs, problem, wider, watch)
    if (then === undefined) return
    yield { of: { kind: 'rule', rule: law.id }, goals: compared(then) }
  }
}

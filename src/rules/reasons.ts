import { type Facts, movesBetween, presentPlan, withMove, type Plan, type Problem, type Seat } from '../domain'
import { goals } from './book'
import { excessOf, sumOf, type InForce, type Limit } from './rule'
import { Tally, type Preview } from './tally'

/** What speaks for one move, or against it and was outweighed. */
export interface Reason {
  /** Id of a rule or a goal; its sentence stands at `rules.<of>.<kind>` or `goals.<of>.<kind>`. */
  readonly of: string
  readonly kind: 'because' | 'despite'
  /** Facts of the limit, and for goals what the move changes in it: see `effectOf`. */
  readonly facts: Facts
  /** By how much, in the limit's own units. */
  readonly amount: number
}

const unitOf = new Map<string, string>(goals.map(({ id, unit }) => [id, unit]))
/** Every move costs one move, and a published price is no argument: neither is held against a move. */
const neverAgainst = new Set(['fewest-moves', 'tie-break'])

/**
 * Why everybody who moves does: each move is taken back alone, all others standing. What that would break or worsen
 * speaks for the move (`because`), what it would mend or better speaks against it (`despite`). Reasons come in the
 * order of rules, then goals, the greater amount first. In a proven plan nobody is without a `because`; a move made by
 * hand may be, and then no reason is made up for it.
 */
export function reasonsOf(problem: Problem, inForce: readonly InForce[], plan: Plan): Map<string, Reason[]> {
  const tally = new Tally(problem, inForce, plan)
  const moves = movesBetween(problem, presentPlan(problem), plan)
  return new Map(moves.map(({ person, from }) => [person, reasonsOfMove(tally, inForce, person, from)]))
}

function reasonsOfMove(tally: Tally, inForce: readonly InForce[], person: string, back: Seat | null): Reason[] {
  const { breaks, mends } = tally.preview(person, back)
  const undone = withMove(tally.plan, person, back)
  const place = new Map(inForce.map(({ id }, at) => [id, at]))
  const found = [...merged('because', breaks, tally.plan, undone), ...merged('despite', mends, tally.plan, undone)]
    .filter(({ of, kind }) => kind === 'because' || !neverAgainst.has(of))
    .toSorted((a, b) => place.get(a.of)! - place.get(b.of)! || b.amount - a.amount)
  // The published order speaks only between plans that are otherwise alike.
  const tied = [...breaks, ...mends].every(({ rule }) => rule.id === 'tie-break')
  return tied ? found : found.filter(({ of }) => of !== 'tie-break')
}

/** Steps of one convex goal share their facts: they make one reason. */
function merged(kind: Reason['kind'], changes: Preview['breaks'], plan: Plan, undone: Plan): Reason[] {
  const byFacts = new Map<Facts, { of: string; amount: number; limits: Limit[] }>()
  for (const { rule, limit, excess } of changes) {
    const known = byFacts.get(limit.facts)
    if (known === undefined) byFacts.set(limit.facts, { of: rule.id, amount: excess, limits: [limit] })
    else {
      known.amount += excess
      known.limits.push(limit)
    }
  }
  return [...byFacts].map(([facts, { of, amount, limits }]) => ({
    of,
    kind,
    facts: { ...facts, ...effectOf(of, facts, amount, limits, plan, undone) },
    amount,
  }))
}

/**
 * What a move changes in a goal. Thousandths: `fte` by how much, `gap` of how much missing on the worse side, and
 * `before`, `after` the cover of the need in percent without and with the move. Points: `points`. People: `count`.
 */
function effectOf(id: string, facts: Facts, amount: number, limits: Limit[], plan: Plan, undone: Plan): Facts {
  const unit = unitOf.get(id)
  if (unit === 'points') return { points: amount }
  if (unit === 'people') return { count: amount }
  if (unit !== 'thousandths') return {}
  const [limit] = limits as [Limit]
  const [without, with_] = [sumOf(limit, undone), sumOf(limit, plan)]
  const cover = (have: number): number => Math.round((100 * have) / Math.max(1, Number(facts.need)))
  return {
    fte: amount,
    gap: Math.max(excessOf(limit, without), excessOf(limit, with_)),
    before: cover(without),
    after: cover(with_),
  }
}

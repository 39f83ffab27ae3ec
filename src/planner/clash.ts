import type { Highs } from 'highs'
import { factsKey, type Outcome, type Problem, type Repair } from '../domain'
import type { InForce } from '../rules'
import { coreOf } from './core'
import { keptBy, keptWith, planKeeping } from './kept-with'
import { missedAlone } from './missed-alone'
import { cheapestRepair, compareRepairs } from './repair'
import { Together } from './together'
import { nullWhenStopped, Stopped, type Watch } from './watch'

/** Sets of rules to relax that a reader is given to choose from. */
const mostRepairs = 5

/** Order decides between answers that are equally good; so it hangs on what rules and limits say, not on rows. */
function inOrder(inForce: readonly InForce[]): InForce[] {
  return inForce
    .filter(({ weight }) => weight === 'must')
    .map((law) => {
      const keys = new Map(law.limits.map((limit) => [limit, factsKey(limit.facts)]))
      return { ...law, limits: law.limits.toSorted((a, b) => (keys.get(a)! < keys.get(b)! ? -1 : 1)) }
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The cheapest repair for each smallest set of rules to relax, as many as asked; `complete` unless the run was ended. */
async function repairsOf(
  together: Together<InForce>,
  cheapest: (relaxed: readonly InForce[], dearest: Repair | null) => Promise<Repair | null>,
): Promise<{ repairs: Repair[]; complete: boolean }> {
  const repairs: Repair[] = []
  try {
    for await (const relaxed of together.corrections()) {
      const dearest = repairs[mostRepairs - 1] ?? null
      if (dearest !== null && relaxed.length > dearest.rules.length) break
      const repair = await cheapest(relaxed, dearest)
      if (repair !== null) repairs.push(repair)
      repairs.sort(compareRepairs).splice(mostRepairs)
    }
    return { repairs, complete: true }
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
    return { repairs, complete: false }
  }
}

/** Some of the limits that clash, by the relaxation; all where it shows nothing. */
function coreWithin(
  highs: Highs,
  problem: Problem,
  limits: readonly InForce[],
  watch: Watch,
): readonly InForce[] | 'stopped' {
  try {
    return watch.stopped() ? 'stopped' : (coreOf(highs, problem, limits, watch) ?? limits)
  } catch (error) {
    nullWhenStopped(error)
    return 'stopped'
  }
}

/** Each limit by itself, under the name of its rule. */
const singly = (laws: readonly InForce[]): InForce[] =>
  laws.flatMap((law) => law.limits.map((limit): InForce => ({ ...law, limits: [limit] })))

/**
 * What in these rules, which clash, cannot hold together: without any one limit the others can be kept. Where the run
 * is ended before that is known (`narrowed` is false), some of the limits may have no part in it.
 */
export async function limitsOf(
  highs: Highs,
  problem: Problem,
  rules: readonly InForce[],
  watch: Watch,
): Promise<{ limits: readonly InForce[]; narrowed: boolean }> {
  const all = singly(rules)
  const core = coreWithin(highs, problem, all, watch.graced())
  if (core === 'stopped') return { limits: [], narrowed: false }
  // A plan that misses one limit alone shows that the others hold; each such plan has many beside it.
  const amongLimits = new Together(core, async (asked) => {
    const plan = await planKeeping(highs, problem, asked, watch)
    if (plan === null) return null
    const alone = [...missedAlone(problem, core, plan)]
    return [keptBy(plan, core), ...alone.map((limit) => new Set(core.filter((each) => each !== limit)))]
  })
  const limits = await amongLimits.irreducible().catch(nullWhenStopped)
  return { limits: limits ?? core, narrowed: limits !== null }
}

/**
 * What stands in the way when no plan keeps every must rule: a smallest set of rules that cannot all hold, what in
 * them cannot, and the cheapest repairs. The time limit ends the search for the smallest, for single limits and for
 * repairs; the one for a set without rules that have no part in the clash has some time beyond it.
 */
export async function explainClash(
  highs: Highs,
  problem: Problem,
  inForce: readonly InForce[],
  watch: Watch,
): Promise<Outcome> {
  const laws = inOrder(inForce)
  let patience = watch
  const amongRules = new Together(laws, (asked) => keptWith(highs, problem, asked, laws, patience))
  const smallest = await amongRules.smallest().catch(nullWhenStopped)
  patience = watch.graced()
  const { rules, reduced } =
    smallest === null
      ? await irreducible(highs, problem, laws, amongRules, patience)
      : { rules: smallest, reduced: true }
  if (!reduced && watch.byHand()) return { kind: 'nothing-yet', seconds: watch.seconds() }
  patience = watch
  const { limits, narrowed } = await limitsOf(highs, problem, rules, watch)
  const ways = await repairsOf(amongRules, (relaxed, dearest) =>
    cheapestRepair(highs, problem, laws, relaxed, watch, dearest),
  )
  return {
    kind: 'clash',
    rules: rules.map(({ id }) => id).sort(),
    reduced,
    smallest: smallest !== null,
    limits: limits.map((law) => ({ rule: law.id, facts: law.limits[0]!.facts })),
    narrowed,
    ...ways,
    seconds: watch.seconds(),
  }
}

/**
 * Rules that clash, though without any one of them the others do not: the relaxation tells which to look at. Where the
 * clock ends it, those that it told of, else all that ask for anything.
 */
async function irreducible(
  highs: Highs,
  problem: Problem,
  laws: readonly InForce[],
  among: Together<InForce>,
  watch: Watch,
): Promise<{ rules: readonly InForce[]; reduced: boolean }> {
  const core = coreWithin(highs, problem, singly(laws), watch)
  const named = new Set(core === 'stopped' ? [] : core.map(({ id }) => id))
  const suspects = laws.filter(({ id, limits }) => (named.size === 0 ? limits.length > 0 : named.has(id)))
  const rules = await among.irreducible(suspects).catch(nullWhenStopped)
  return { rules: rules ?? suspects, reduced: rules !== null }
}

import type { Highs } from 'highs'
import { factsKey, type Outcome, type Problem, type Repair } from '../domain'
import type { InForce } from '../rules'
import { keptWith } from './kept-with'
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

/**
 * What stands in the way when no plan keeps every must rule: a smallest set of rules that cannot all hold, what in
 * them cannot, and the cheapest repairs. The time limit ends the search for the smallest and for repairs, but not the
 * one for a set without rules that have no part in the clash: only a signal does.
 */
export async function explainClash(
  highs: Highs,
  problem: Problem,
  inForce: readonly InForce[],
  given: Watch,
): Promise<Outcome> {
  const laws = inOrder(inForce)
  let watch = given
  const amongRules = new Together(laws, (asked) => keptWith(highs, problem, asked, laws, watch))
  const smallest = await amongRules.smallest().catch(nullWhenStopped)
  watch = given.patient()
  const rules = smallest ?? (await amongRules.irreducible().catch(nullWhenStopped))
  if (rules === null) return { kind: 'nothing-yet', seconds: given.seconds() }
  const single = rules.flatMap((law) => law.limits.map((limit): InForce => ({ ...law, limits: [limit] })))
  const amongLimits = new Together(single, (asked) => keptWith(highs, problem, asked, single, watch))
  const limits = await amongLimits.irreducible().catch(nullWhenStopped)
  if (limits === null) return { kind: 'nothing-yet', seconds: given.seconds() }
  watch = given
  const ways = await repairsOf(amongRules, (relaxed, dearest) =>
    cheapestRepair(highs, problem, laws, relaxed, given, dearest),
  )
  return {
    kind: 'clash',
    rules: rules.map(({ id }) => id).sort(),
    smallest: smallest !== null,
    limits: limits.map((law) => ({ rule: law.id, facts: law.limits[0]!.facts })),
    ...ways,
    seconds: given.seconds(),
  }
}

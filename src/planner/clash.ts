import type { Highs } from 'highs'
import type { Outcome, Problem } from '../domain'
import { check, type InForce, type Limit } from '../rules'
import { Face } from './face'
import { modelOf } from './model'
import { solve } from './solve'
import { Solver } from './solver'
import type { Watch } from './watch'

/** Most that one seat counts: what one person is worth in this limit. */
const person = ({ counts }: Limit): number => counts?.reduce((most, count) => Math.max(most, Math.abs(count)), 0) || 1

/** Every must limit priced by people over or short, then people who leave their seat: the plan nearest to what is asked. */
const relaxed = (problem: Problem, laws: readonly InForce[]): InForce[] => [
  ...laws.flatMap(({ id, limits }) =>
    limits.map((limit): InForce => ({ id, weight: { level: 0, price: 1 / person(limit) }, limits: [limit] })),
  ),
  {
    id: 'stay',
    weight: { level: 1, price: 1 },
    limits: problem.people.flatMap(({ id }) => {
      const seat = problem.presentSeat(id)
      return seat === undefined ? [] : [{ seats: [seat], atLeast: 1, facts: {} }]
    }),
  },
]

/** Whether some plan keeps all these rules. */
export function canHold(solver: Solver, problem: Problem, laws: readonly InForce[]): boolean | null {
  const model = modelOf(problem, laws, 0)
  if (model.impossible) return false
  const face = new Face(model)
  const aim = { cost: new Float64Array(model.columns), offset: 0, grain: 0 }
  const solved = solver.decide(face, face.live(), aim, [], null)
  return solved.state === 'stopped' ? null : solved.state === 'optimal'
}

/**
 * What stands in the way when no plan keeps every must rule: rules that cannot all hold, though any one of them left
 * out would free the others (deletion filter), and what the nearest plan breaks (relax and check). The time limit of
 * the run does not cut this short, as half a filter names rules that have no part in the clash; a signal does.
 */
export async function explainClash(
  highs: Highs,
  problem: Problem,
  inForce: readonly InForce[],
  given: Watch,
): Promise<Outcome> {
  const watch = given.patient()
  const laws = inForce.filter(({ weight }) => weight === 'must')
  const nearest = await solve(highs, problem, relaxed(problem, laws), watch)
  if (nearest.status !== 'proven') return { kind: 'nothing-yet', seconds: watch.seconds() }
  const broken = [...check(nearest.search.best!.plan, laws)]
  const solver = new Solver(highs, { left: () => Infinity, stopped: () => watch.stopped() })
  const named = new Set(broken.map(({ rule }) => rule))
  let clashing = [...laws].sort((a, b) => Number(named.has(a)) - Number(named.has(b)) || (a.id < b.id ? -1 : 1))
  for (const law of clashing) {
    const others = clashing.filter((each) => each !== law)
    await watch.pause()
    const holds = canHold(solver, problem, others)
    if (holds === null || watch.stopped()) return { kind: 'nothing-yet', seconds: watch.seconds() }
    if (!holds) clashing = others
  }
  return {
    kind: 'clash',
    rules: clashing.map(({ id }) => id).sort(),
    broken: broken.map(({ rule, limit, excess }) => ({ rule: rule.id, facts: { ...limit.facts }, excess })),
    seconds: watch.seconds(),
  }
}

import type { Problem, Repair } from '../../src/domain'
import type { InForce } from '../../src/rules'
import { missedByAllPlans } from './brute-force'

export type Cost = Pick<Repair, 'rules' | 'people' | 'excess'> & { limits: number }

/** Fewer rules, limits, people, less excess; then by name. Written for itself, beside the planner's. */
function dearer(a: Cost, b: Cost): number {
  const pairs = [
    [a.rules.length, b.rules.length],
    [a.limits, b.limits],
    [a.people, b.people],
    [a.excess, b.excess],
  ] as const
  for (const [x, y] of pairs) if (Math.abs(x - y) > 1e-6) return x - y
  return String(a.rules) < String(b.rules) ? -1 : 1
}

/** Sets of bits of which none holds another. */
const minimal = (masks: readonly number[]): number[] =>
  masks.filter((mask) => !masks.some((other) => other !== mask && (other & mask) === other))

/** All that there is to know of a clash, from every plan there is. */
export class EveryClash {
  /** What plans break: bits of rules, each set with the cheapest plan that breaks just these. */
  private readonly broken = new Map<number, Cost>()
  private readonly names: string[]

  constructor(problem: Problem, laws: readonly InForce[]) {
    this.names = laws.map(({ id }) => id)
    const rows = laws.flatMap(({ limits }, law) =>
      limits.map((limit) => ({ law, limit, size: Math.max(...(limit.counts ?? [1]).map(Math.abs), 0) || 1 })),
    )
    const staying = problem.people.flatMap(({ id }) => {
      const seat = problem.presentSeat(id)
      return seat === undefined ? [] : [{ seats: [seat], atLeast: 1, facts: {} }]
    })
    missedByAllPlans(problem, [...rows.map(({ limit }) => limit), ...staying], (missed) => {
      let [mask, limits, excess, people] = [0, 0, 0, 0]
      rows.forEach(({ law, size }, row) => {
        if (missed[row] === 0) return
        mask |= 1 << law
        limits++
        excess += missed[row]! / size
      })
      for (let row = rows.length; row < missed.length; row++) people += missed[row]!
      const cost = { rules: this.namesIn(mask), limits, people, excess }
      const known = this.broken.get(mask)
      if (known === undefined || dearer(cost, known) < 0) this.broken.set(mask, cost)
    })
  }

  private namesIn = (mask: number): string[] => this.names.filter((_, law) => (mask & (1 << law)) !== 0).sort()

  /** Some plan keeps all these rules. */
  canHold(rules: readonly string[]): boolean {
    const asked = rules.reduce((mask, id) => mask | (1 << this.names.indexOf(id)), 0)
    return [...this.broken.keys()].some((mask) => (mask & asked) === 0)
  }

  /** How few rules can clash: each set of rules is tried. */
  fewest(): number {
    const masks = minimal([...this.broken.keys()])
    let fewest = Infinity
    for (let asked = 0; asked < 1 << this.names.length; asked++) {
      const size = this.namesIn(asked).length
      if (size < fewest && masks.every((mask) => (mask & asked) !== 0)) fewest = size
    }
    return fewest
  }

  /** The cheapest repair of each smallest set of rules to relax, the cheapest first. */
  repairs(): Cost[] {
    return minimal([...this.broken.keys()])
      .map((mask) => this.broken.get(mask)!)
      .sort(dearer)
  }
}

import { describe, expect, it } from 'vitest'
import { defineProblem, type Plan } from '../../src/domain'
import { excessOf, putInForce, sumOf, type InForce } from '../../src/rules'
import { explainClash } from '../../src/planner/clash'
import { coreOf } from '../../src/planner/core'
import { loadSolver } from '../../src/planner/highs'
import { missedAlone } from '../../src/planner/missed-alone'
import { Watch } from '../../src/planner/watch'
import { benchCourt, benchOrder } from '../bench/courts'
import { plansOf, tryAllPlans } from './brute-force'
import { anyLimit, anyRules, bareData, Dice } from './random'

const full = process.env['FULL'] !== undefined
const draws = full ? 3000 : 300

/** A few must limits of any kind, choices among them, each under a name of its own. */
function drawn(seed: number) {
  const dice = new Dice(seed * 7919)
  const problem = defineProblem(bareData(dice, dice.whole(1, 4), dice.whole(1, 3)))
  const laws = anyRules(dice, problem, 1, 5)
    .filter(({ weight }) => weight === 'must')
    .flatMap(({ limits }) => limits)
    .map((limit, i): InForce => ({ id: `limit-${i}`, weight: 'must', limits: [limit] }))
  return { problem, laws }
}

describe(coreOf.name, () => {
  it('names only limits that clash, of every kind, and most often sees a clash', { timeout: 600_000 }, async () => {
    const highs = await loadSolver()
    let [clashes, seen] = [0, 0]
    for (let seed = 1; seed <= draws; seed++) {
      const { problem, laws } = drawn(seed)
      const holds = (some: readonly InForce[]): boolean => tryAllPlans(problem, some, 0).values !== null
      const core = coreOf(highs, problem, laws, new Watch(problem, {}))
      if (core !== null) expect(holds(core), `seed ${seed}`).toBe(false)
      if (holds(laws)) continue
      clashes++
      if (core !== null) seen++
    }
    expect(clashes).toBeGreaterThan(draws / 10)
    expect(seen).toBeGreaterThan(clashes / 2)
  })
})

/** People who want a place, places that hold only so many, seats that are not for everyone, and limits of any kind. */
function crowded(seed: number) {
  const dice = new Dice(seed * 104729)
  const problem = defineProblem(bareData(dice, dice.whole(2, 5), dice.whole(1, 3)))
  const limits = [
    ...dice.some(problem.people, 0.8).map(({ id }) => ({ seats: problem.seatsOf(id), atLeast: 1 })),
    ...dice.some(problem.posts, 0.8).map(({ id }) => ({ seats: problem.seatsInPost(id), atMost: dice.whole(0, 2) })),
    ...dice.some(problem.seats, 0.1).map((seat) => ({ seats: [seat], atMost: 0 })),
    ...(dice.chance(0.3) ? [anyLimit(dice, problem)] : []),
  ]
  const laws = limits.map((limit, i): InForce => ({
    id: `limit-${i}`,
    weight: 'must',
    limits: [{ ...limit, facts: {} }],
  }))
  return { problem, laws }
}

describe(missedAlone.name, () => {
  it('names only limits that some plan misses alone, and often all of them', { timeout: 600_000 }, () => {
    let [courts, all, steps] = [0, 0, 0]
    for (let seed = 1; seed <= draws / 3; seed++) {
      const { problem, laws } = crowded(seed)
      const missed = (plan: Plan): InForce[] =>
        laws.filter(({ limits: [limit] }) => excessOf(limit!, sumOf(limit!, plan)) > 1e-6)
      const plans = [...plansOf(problem)].filter((plan) => missed(plan).length === 1)
      if (plans.length === 0) continue
      const possible = new Set(plans.flatMap(missed))
      const alone = missedAlone(problem, laws, plans[0]!)
      expect(
        [...alone].filter((law) => !possible.has(law)),
        `seed ${seed}`,
      ).toEqual([])
      courts++
      if (alone.size === possible.size) all++
      if (alone.size > 1) steps++
    }
    expect(courts).toBeGreaterThan(draws / 10)
    expect(all).toBeGreaterThan(courts / 4)
    expect(steps).toBeGreaterThan(courts / 3)
  })
})

describe('a clash among hundreds of limits', () => {
  const [people, teams] = full ? [200, 40] : [60, 12]
  it(
    `is narrowed to those that have a part in it (${people} people, ${teams} teams)`,
    { timeout: 120_000 },
    async () => {
      const data = benchCourt(people, teams)
      const posts = data.posts.map((post) => (post.role === 'judge' ? { ...post, ceiling: 1 } : post))
      const problem = defineProblem({ ...data, posts })
      const inForce = putInForce(problem, benchOrder(data))
      const clash = await explainClash(await loadSolver(), problem, inForce, new Watch(problem, {}))
      if (clash.kind !== 'clash') throw new Error(clash.kind)
      // One judge more than there are places, and nothing else but judges that they could be.
      const count = (rule: string): number => clash.limits.filter((limit) => limit.rule === rule).length
      expect(clash.narrowed).toBe(true)
      expect(clash.rules).toEqual(['everyone-placed', 'headcount-ceiling', 'qualified-for-post'])
      expect(count('headcount-ceiling')).toBe(teams)
      expect(count('everyone-placed')).toBe(teams + 1)
      expect(count('qualified-for-post')).toBe(2 * (teams + 1))
    },
  )
})

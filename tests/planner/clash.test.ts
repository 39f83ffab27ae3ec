import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  defineProblem,
  factsKey,
  readPlan,
  withRepair,
  type BrokenLimit,
  type Clash,
  type Outcome,
  type Problem,
  type RuleSetting,
} from '../../src/domain'
import { check, putInForce, type InForce, type Order } from '../../src/rules'
import { certify } from '../../src/planner/certify'
import { explainClash } from '../../src/planner/clash'
import { loadSolver } from '../../src/planner/highs'
import { propose, proposeFor } from '../../src/planner/propose'
import { Watch } from '../../src/planner/watch'
import { benchCourt, benchOrder } from '../bench/courts'
import { board } from '../board'
import { arbitraryProblemData } from '../problems'
import { countPlans, tryAllPlans } from './brute-force'
import { EveryClash } from './every-clash'
import { planted } from './planted'
import { anyRules, bareData, Dice, reordered } from './random'

const full = process.env['FULL'] !== undefined
const mostPlans = full ? 300_000 : 40_000

/** Compares what a clash says with what every plan there is says. */
function compare(title: string, problem: Problem, inForce: readonly InForce[], clash: Clash): void {
  const laws = inForce.filter(({ weight }) => weight === 'must')
  const every = new EveryClash(problem, laws)
  expect(every.canHold(clash.rules), `${title}: the rules named clash`).toBe(false)
  for (const left of clash.rules)
    expect(every.canHold(clash.rules.filter((id) => id !== left)), `${title}: ${left} has a part in it`).toBe(true)
  expect(clash.smallest, title).toBe(true)
  expect(clash.rules.length, `${title}: no fewer rules clash`).toBe(every.fewest())

  expect(clash.narrowed, title).toBe(true)
  const limits = clash.limits.map(({ rule, facts }): InForce => {
    const law = laws.find(({ id }) => id === rule)!
    return { ...law, limits: [law.limits.find((limit) => factsKey(limit.facts) === factsKey(facts))!] }
  })
  const hold = (some: readonly InForce[]): boolean => tryAllPlans(problem, some, 0).values !== null
  expect(new Set(clash.limits.map(({ rule }) => rule)), title).toEqual(new Set(clash.rules))
  expect(hold(limits), `${title}: what is named clashes`).toBe(false)
  for (const left of limits) expect(hold(limits.filter((each) => each !== left)), `${title}: ${left.id}`).toBe(true)

  expect(clash.complete, title).toBe(true)
  const expected = every.repairs().slice(0, 5)
  expect(
    clash.repairs.map(({ rules }) => rules),
    `${title}: sets of rules to relax`,
  ).toEqual(expected.map(({ rules }) => rules))
  clash.repairs.forEach((repair, i) => {
    const { limits, people, excess } = expected[i]!
    expect([repair.limits.length, repair.people], `${title}, repair ${i}`).toEqual([limits, people])
    expect(repair.excess, `${title}, repair ${i}`).toBeCloseTo(excess, 5)
    const broken = [...check(readPlan(problem, repair.plan), laws)]
    const told = (all: Iterable<BrokenLimit>): string[] =>
      [...all].map(({ rule, facts, excess }) => `${rule} ${factsKey(facts)} ${excess}`).sort()
    expect(told(repair.limits), `${title}, repair ${i}`).toEqual(
      told(broken.map(({ rule, limit, excess }) => ({ rule: rule.id, facts: limit.facts, excess }))),
    )
  })
}

const clashOf = (outcome: Outcome, title: string): Clash => {
  if (outcome.kind !== 'clash') throw new Error(`${title}: ${outcome.kind}`)
  return outcome
}

const courts = full ? 200 : 20
const drawn = fc
  .sample(arbitraryProblemData({ people: 5, units: 3 }), { numRuns: courts * 20, seed: 1905 })
  .filter(({ people }) => people.length >= 2)

describe('a clash, against every plan there is', () => {
  it(
    `is irreducible and has the cheapest repairs, on ${courts} courts with planted clashes`,
    { timeout: 1_200_000 },
    async () => {
      const seen = new Map<string, number>()
      const sizes = new Map<number, number>()
      let tried = 0
      for (const [index, data] of drawn.entries()) {
        if (tried === courts) break
        const dice = new Dice(index * 7)
        const plant = planted(dice, data)
        const problem = defineProblem(plant.data)
        const inForce = putInForce(problem, plant.order)
        if (
          countPlans(problem) > mostPlans ||
          tryAllPlans(
            problem,
            inForce.filter(({ weight }) => weight === 'must'),
            0,
          ).values
        )
          continue
        tried++
        const title = `court ${index} (${plant.names.join(', ')})`
        const clash = clashOf(await propose(problem, plant.order), title)
        compare(title, problem, inForce, clash)
        for (const name of plant.names) seen.set(name, (seen.get(name) ?? 0) + 1)
        sizes.set(clash.repairs.length, (sizes.get(clash.repairs.length) ?? 0) + 1)
      }
      if (full) console.info(`${tried} courts with planted clashes:`, seen, 'repairs:', sizes)
      expect(tried).toBe(courts)
      expect(seen.size).toBeGreaterThan(4)
    },
  )

  const draws = full ? 1500 : 60
  it(`is so for ${draws} sets of any limits, choices among them`, { timeout: 1_200_000 }, async () => {
    let tried = 0
    for (let seed = 1; tried < draws; seed++) {
      const dice = new Dice(seed * 6151)
      const problem = defineProblem(bareData(dice, dice.whole(1, 4), dice.whole(1, 4)))
      let number = 0
      const inForce = anyRules(dice, problem, 1, 7).map((rule) => ({
        ...rule,
        limits: rule.limits.map((limit) => ({ ...limit, facts: { number: number++ } })),
      }))
      const laws = inForce.filter(({ weight }) => weight === 'must')
      if (tryAllPlans(problem, laws, 0).values !== null) continue
      tried++
      compare(`seed ${seed}`, problem, inForce, clashOf(await proposeFor(problem, inForce), `seed ${seed}`))
    }
  })
})

const orderWith = (rules: RuleSetting[]): Order & { rules: RuleSetting[] } => ({ rules })

describe('a clash', () => {
  const court = {
    text: `Office      | Ann:A, Bo:A
           Civil/Team1 | Cy:A, Di:A
           Civil/Team2 | Ed:A`,
    posts: { 'Team2/assistant': { ceiling: 1 } },
  }
  const pins = ['Cy', 'Di'].map((person) => ({
    kind: 'pin' as const,
    person,
    seat: `${person}@Team2/assistant`,
    reason: '',
  }))
  const problem = board(court.text, { posts: court.posts, decisions: pins })

  it('gives way to a plan as soon as one of its repairs is applied, and only as far as the repair goes', async () => {
    let round = orderWith([{ id: 'max-moves', parameters: { most: 1 } }])
    const clash = clashOf(await propose(problem, round), 'clash')
    expect(clash.repairs.length).toBeGreaterThan(2)
    for (const repair of clash.repairs) {
      const variant = withRepair(round, repair)
      const outcome = await propose(problem, variant)
      if (outcome.kind !== 'proposal') throw new Error(`${String(repair.rules)}: ${outcome.kind}`)
      expect(certify(problem, variant, repair.plan).keeps).toBe(true)
      const missed = certify(problem, round, outcome.plan).broken
      for (const { rule, facts, excess } of missed) {
        const allowed = repair.limits.find((each) => each.rule === rule && factsKey(each.facts) === factsKey(facts))
        expect(excess).toBeLessThanOrEqual(allowed?.excess ?? 0)
      }
      expect(certify(problem, variant, outcome.plan).warned.map(({ rule }) => rule)).toEqual(
        expect.arrayContaining(missed.map(({ rule }) => rule)),
      )
    }
    // A variant of a variant goes as much further.
    const [first] = clash.repairs
    round = withRepair(withRepair(round, first!), first!)
    for (const { rule, facts, excess } of first!.limits) {
      const exceptions = round.rules.find(({ id }) => id === rule)!.exceptions!
      expect(exceptions.find((each) => factsKey(each.facts) === factsKey(facts))!.by).toBe(2 * excess)
    }
  })

  it('is told alike in whichever order the rows come', async () => {
    for (const [index, data] of drawn.slice(0, 12).entries()) {
      const plant = planted(new Dice(index * 7), data)
      const one = await propose(defineProblem(plant.data), plant.order)
      const { decisions } = plant.data
      const shuffled = { ...reordered(new Dice(index), plant.data), decisions }
      const other = await propose(defineProblem(shuffled), plant.order)
      const told = (outcome: Outcome): unknown => ({ ...outcome, seconds: 0 })
      if (one.kind === 'clash') expect(told(other), `court ${index}`).toEqual(told(one))
    }
  })

  it('is told by rules alone where the clock ends first, and not at all where a hand does', async () => {
    const data = benchCourt(60, 12)
    const home = data.posts.find(({ role }) => role === 'judge')!
    const two = data.people.filter(({ role, present }) => role === 'judge' && present[0]?.post !== home.id).slice(0, 2)
    const planted = defineProblem({
      ...data,
      posts: data.posts.map((post) => (post === home ? { ...post, ceiling: 1 } : post)),
      decisions: two.map(({ id }) => ({ kind: 'pin', person: id, seat: `${id}@${home.id}`, reason: '' })),
    })
    const highs = await loadSolver()
    const inForce = putInForce(planted, benchOrder(data))
    const late = await explainClash(highs, planted, inForce, new Watch(planted, { timeLimit: 1e-6 }))
    expect(late).toMatchObject({
      kind: 'clash',
      rules: ['fixed-by-decision', 'headcount-ceiling'],
      reduced: true,
      smallest: false,
      // Moving the two whom somebody decided about is all that it takes to see this: no question to the solver.
      narrowed: true,
      repairs: [],
      complete: false,
    })
    // Not even that where nothing is given beyond the limit.
    const cut = await explainClash(highs, planted, inForce, new Watch(planted, { timeLimit: 1e-6, grace: 0 }))
    expect(cut).toMatchObject({
      kind: 'clash',
      reduced: false,
      smallest: false,
      limits: [],
      narrowed: false,
      repairs: [],
    })
    if (cut.kind === 'clash')
      expect(cut.rules).toEqual(expect.arrayContaining(['fixed-by-decision', 'headcount-ceiling']))
    const signal = AbortSignal.abort()
    const ended = await explainClash(highs, planted, inForce, new Watch(planted, { signal }))
    expect(ended.kind).toBe('nothing-yet')
  })
})

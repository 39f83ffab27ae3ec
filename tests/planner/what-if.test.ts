import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  defineProblem,
  factsKey,
  isForPlan,
  movesBetween,
  presentPlan,
  readPlan,
  unitChoices,
  ordinary,
  type Candidate,
  type Plan,
  type Post,
  type Problem,
  type ProblemData,
} from '../../src/domain'
import { check, goalsInOrder, putInForce, rules, score, type InForce, type Order, type RuleId } from '../../src/rules'
import { certify } from '../../src/planner/certify'
import { planForNeed } from '../../src/planner/for-need'
import { loadSolver } from '../../src/planner/highs'
import { otherPlans } from '../../src/planner/others'
import { propose, proposeFor } from '../../src/planner/propose'
import { Watch } from '../../src/planner/watch'
import { WhatIf } from '../../src/planner/what-if'
import { worths } from '../../src/planner/worth'
import { board } from '../board'
import { arbitraryProblemData } from '../problems'
import { judgeAllPlans, tryAllPlans } from './brute-force'
import { anyRules, bareData, Dice } from './random'

const full = process.env['FULL'] !== undefined
const levels = 3

/** Random limits for which a plan exists, with the best one. */
async function drawn(seed: number): Promise<{ problem: Problem; inForce: InForce[]; plan: Plan; dice: Dice } | null> {
  const dice = new Dice(seed)
  const problem = defineProblem(bareData(dice, dice.whole(2, 5), dice.whole(2, 4)))
  const inForce = anyRules(dice, problem, levels, 2)
  const outcome = await proposeFor(problem, inForce)
  return outcome.kind === 'proposal' ? { problem, inForce, plan: readPlan(problem, outcome.plan), dice } : null
}
const must = (limits: InForce['limits']): InForce => ({ id: 'given', weight: 'must', limits })

describe('one person in one seat', () => {
  it(
    'has its true price at every goal, or an irreducible set of rules that forbids it',
    { timeout: 600_000 },
    async () => {
      const highs = await loadSolver()
      const seen = { price: 0, free: 0, alone: 0, together: 0 }
      for (let seed = 1; seed <= (full ? 600 : 160); seed++) {
        const court = await drawn(seed * 29)
        if (court === null) continue
        const { problem, inForce, plan, dice } = court
        const whatIf = new WhatIf(highs, problem, inForce, plan)
        const seat = dice.pick(problem.seats)
        const answer = await whatIf.taking(seat, new Watch(problem, {}))
        const given = must([{ seats: [seat], atLeast: 1, facts: {} }])
        const best = tryAllPlans(problem, [...inForce, given], levels)
        if (answer.kind === 'price') {
          const then = score(check(readPlan(problem, answer.plan), inForce), levels)
          answer.goals.forEach((goal, level) => {
            expect(goal.then, `seed ${seed}`).toBeCloseTo(best.values![level]!, 5)
            expect(goal.then, `seed ${seed}`).toBeCloseTo(then[level]!, 5)
          })
          expect(answer.plan[seat.person.id]).toBe(seat.id)
          expect([...answer.changed]).toEqual(
            movesBetween(problem, plan, readPlan(problem, answer.plan)).map(({ person }) => person),
          )
          const isFree = answer.goals.every(({ now, then }) => Math.abs(then - now) < 1e-6)
          seen[isFree ? 'free' : 'price']++
          continue
        }
        if (answer.kind !== 'forbidden') throw new Error(`seed ${seed}: ${answer.kind}`)
        expect(best.values, `seed ${seed}`).toBeNull()
        const laws = inForce.filter(({ id }) => answer.rules.includes(id))
        const holds = (these: readonly InForce[]) => tryAllPlans(problem, [...these, given], 0).values !== null
        expect(holds(laws), `seed ${seed}`).toBe(false)
        for (const law of laws) expect(holds(laws.filter((each) => each !== law)), `seed ${seed}`).toBe(true)
        seen[laws.length === 1 ? 'alone' : 'together']++
      }
      if (full) console.info('prices, free, forbidden by one, by several:', seen)
      expect(Math.min(seen.price, seen.free, seen.alone)).toBeGreaterThan(3)
      if (full) expect(seen.together).toBeGreaterThan(0)
    },
  )
})

const few = new Set<string>(['whole-unit', 'headcount-ceiling', 'everyone-placed', 'donor-floor'] satisfies RuleId[])

describe('a unit that is for the plan to set up or to close', () => {
  it('has the true price of the other way, or what forbids it', { timeout: 600_000 }, async () => {
    const highs = await loadSolver()
    const seen = { price: 0, free: 0, forbidden: 0 }
    const courts = fc.sample(arbitraryProblemData({ people: 4, units: 3 }), { numRuns: full ? 900 : 150, seed: 31 })
    for (const [index, data] of courts.entries()) {
      const problem = defineProblem(data)
      const unit = problem.units.find((each) => isForPlan(problem, each))
      if (unit === undefined) continue
      // With the whole book in force small courts have no way out most of the time: every other one has few rules.
      const order: Order =
        index % 2 === 0
          ? {}
          : { rules: rules.filter(({ id }) => !few.has(id)).map(({ id }) => ({ id, weight: 'off' })) }
      const outcome = await propose(problem, order)
      if (outcome.kind !== 'proposal') continue
      const plan = readPlan(problem, outcome.plan)
      const inForce = putInForce(problem, order)
      const open = unitChoices(problem, plan).find((each) => each.unit === unit.id)!.after === 0
      const answer = await new WhatIf(highs, problem, inForce, plan).having(unit.id, open, new Watch(problem, {}))
      const wanted = must([
        { seats: problem.seatsInUnit(unit.id), ...(open ? { atLeast: 1 } : { atMost: 0 }), facts: {} },
      ])
      const best = tryAllPlans(problem, [...inForce, wanted], goalsInOrder({}).length)
      if (answer.kind === 'price') {
        expect([...check(readPlan(problem, answer.plan), [wanted])], `court ${index}`).toEqual([])
        answer.goals.forEach(({ then }, level) => expect(then, `court ${index}`).toBeCloseTo(best.values![level]!, 5))
        seen[answer.goals.every(({ now, then }) => Math.abs(then - now) < 1e-6) ? 'free' : 'price']++
        continue
      }
      if (answer.kind !== 'forbidden') throw new Error(`court ${index}: ${answer.kind}`)
      expect(best.values, `court ${index}`).toBeNull()
      const laws = inForce.filter(({ id, weight }) => weight === 'must' && answer.rules.includes(id))
      const holds = (these: readonly InForce[]) => tryAllPlans(problem, [...these, wanted], 0).values !== null
      expect(holds(laws), `court ${index}`).toBe(false)
      for (const law of laws) expect(holds(laws.filter((each) => each !== law)), `court ${index}`).toBe(true)
      const told = new Set(answer.broken.map(({ rule, facts }) => `${rule} ${factsKey(facts)}`))
      const limits = laws.flatMap((law) =>
        law.limits
          .filter(({ facts }) => told.has(`${law.id} ${factsKey(facts)}`))
          .map((limit): InForce => ({ ...law, limits: [limit] })),
      )
      expect(holds(limits), `court ${index}`).toBe(false)
      for (const limit of limits) expect(holds(limits.filter((each) => each !== limit)), `court ${index}`).toBe(true)
      seen.forbidden++
    }
    if (full) console.info('units: dearer, free, forbidden:', seen)
    expect(Math.min(seen.price, seen.forbidden)).toBeGreaterThan(3)
  })
})

describe('other plans', () => {
  it(
    'are the best of those different enough, within the losses; none where there is none',
    { timeout: 600_000 },
    async () => {
      const highs = await loadSolver()
      const seen = { two: 0, one: 0, none: 0 }
      // In 275 the solver's best point misses a row by a hair and costs less for it than any plan.
      for (const seed of full ? Array.from({ length: 400 }, (_, i) => i + 1) : [...Array(60).keys(), 275]) {
        const court = await drawn(seed * 37)
        if (court === null) continue
        const { problem, inForce, plan, dice } = court
        const share = dice.pick([0.3, 0.5, 1])
        const loss: Record<string, number> = dice.pick<Record<string, number>>([
          {},
          { 'goal-0': 0 },
          { 'goal-0': 500, 'goal-1': 500 },
        ])
        const { variants, done } = await otherPlans(
          highs,
          problem,
          inForce,
          plan,
          { share, loss, count: 2 },
          new Watch(problem, {}),
        )
        expect(done).toBe(true)
        const now = score(check(plan, inForce), levels)
        const laws: InForce[] = []
        let latest = plan
        for (let i = 0; i < 2; i++) {
          const moved = movesBetween(problem, presentPlan(problem), latest).flatMap(({ to }) =>
            to === null ? [] : [to],
          )
          if (moved.length === 0) break
          laws.push(must([{ seats: moved, atMost: Math.floor((1 - share) * moved.length + 1e-9), facts: {} }]))
          const best = bestWithin(problem, [...inForce, ...laws], now, loss)
          const variant = variants[i]
          expect(variant === undefined, `seed ${seed}`).toBe(best === null)
          if (variant === undefined) break
          variant.goals.forEach(({ then }, level) => expect(then, `seed ${seed}`).toBeCloseTo(best![level]!, 5))
          latest = readPlan(problem, variant.plan)
          expect([...check(latest, [...inForce, ...laws])].filter(({ rule }) => rule.weight === 'must')).toEqual([])
        }
        seen[variants.length === 2 ? 'two' : variants.length === 1 ? 'one' : 'none']++
      }
      expect(Math.min(seen.two, seen.one + seen.none)).toBeGreaterThan(3)
    },
  )
})

/** The best values of plans whose goals are worse than now by their losses at most; null when there are none. */
function bestWithin(
  problem: Problem,
  inForce: readonly InForce[],
  now: readonly number[],
  loss: Readonly<Record<string, number>>,
): readonly number[] | null {
  let best: readonly number[] | null = null
  judgeAllPlans(problem, inForce, levels, (values) => {
    const within = values.every((value, level) => value <= now[level]! + (loss[`goal-${level}`] ?? Infinity) + 1e-6)
    if (!within) return
    const at = best === null ? -1 : values.findIndex((value, level) => Math.abs(value - best![level]!) > 1e-6)
    if (best === null || (at >= 0 && values[at]! < best[at]!)) best = values
  })
  return best
}

/** The court with a full-time newcomer of no experience who sits in the post and stays there. */
function withNewcomer(data: ProblemData, post: Post): Problem {
  const newcomer: Candidate = {
    ...{ id: '+1', name: '+1', role: post.role, ...ordinary, joined: data.date },
    ...{ present: [{ post: post.id, share: 1000 }], since: data.date, held: { [post.id]: data.date } },
  }
  const stays = { kind: 'pin', person: '+1', seat: `+1@${post.id}`, reason: '' } as const
  return defineProblem({ ...data, people: [...data.people, newcomer], decisions: [...data.decisions, stays] })
}

/** Every limit of the rule wider by one person on either side. */
const wider = (inForce: readonly InForce[], rule: string): InForce[] =>
  inForce.map((law) => {
    if (law.id !== rule || law.weight !== 'must') return law
    const limits = law.limits.map((limit) => {
      const one = Math.max(...(limit.counts ?? [1]).map(Math.abs), 0) || 1
      return { ...limit, atLeast: (limit.atLeast ?? -Infinity) - one, atMost: (limit.atMost ?? Infinity) + one }
    })
    return { ...law, limits }
  })

describe('what one more would be worth', () => {
  it(
    'equals the best of every plan there is with one more person, and with a rule wider by one',
    { timeout: 600_000 },
    async () => {
      const highs = await loadSolver()
      const drawn = fc.sample(arbitraryProblemData({ people: 3, units: 2 }), { numRuns: full ? 600 : 150, seed: 11 })
      const order: Order = { goals: ['front-line-shortage', 'evenness', 'fit', 'fewest-moves'] }
      const needs: Order = { goals: ['front-line-shortage', 'evenness'] }
      const seen = { person: 0, rule: 0, better: 0, impossible: 0 }
      for (const data of drawn) {
        const problem = defineProblem(data)
        const inForce = putInForce(problem, order)
        const base = tryAllPlans(problem, inForce, order.goals!.length)
        const found = []
        for await (const worth of worths(highs, problem, order, new Watch(problem, {}))) found.push(worth)
        if (base.values === null) {
          expect(found).toEqual([])
          continue
        }
        const posts = problem.posts.filter(({ frontLine, need }) => frontLine && need > 0)
        const laws = inForce.filter(({ weight, limits }) => weight === 'must' && limits.length > 0)
        expect(found.map(({ of }) => (of.kind === 'person' ? of.post : of.rule))).toEqual(
          [...posts, ...laws].map(({ id }) => id),
        )
        for (const { of, goals } of found) {
          const ask = (): { values: number[] | null } => {
            if (of.kind === 'rule') return tryAllPlans(problem, wider(inForce, of.rule), order.goals!.length)
            const other = withNewcomer(data, problem.post.get(of.post)!)
            return tryAllPlans(other, putInForce(other, needs), needs.goals!.length)
          }
          const best = ask().values
          const title = JSON.stringify(of)
          expect(goals?.map(({ then }) => then) ?? null, title).toEqual(
            best?.map((value) => expect.closeTo(value, 5)) ?? null,
          )
          expect(goals?.map(({ now }) => now) ?? []).toEqual(
            base.values.slice(0, goals?.length ?? 0).map((value) => expect.closeTo(value, 5)),
          )
          seen[of.kind]++
          if (best === null) seen.impossible++
          else if (best[0]! < base.values[0]! - 1e-6) seen.better++
        }
      }
      if (full) console.info('worths compared:', seen)
      expect(Math.min(seen.person, seen.rule)).toBeGreaterThan(20)
      expect(Math.min(seen.better, seen.impossible)).toBeGreaterThan(0)
    },
  )
})

describe('the best plan if posts needed something else', () => {
  it(
    'equals the best of every plan there is at that need, and is told at the need of today',
    { timeout: 600_000 },
    async () => {
      const highs = await loadSolver()
      // With the whole rule book courts so small leave little to choose.
      const kept: readonly string[] = ['everyone-placed', 'headcount-ceiling', 'donor-floor', 'relatives-apart']
      const off = rules.filter(({ id }) => !kept.includes(id)).map(({ id }) => ({ id, weight: 'off' as const }))
      const drawn = fc.sample(arbitraryProblemData({ people: 4, units: 2 }), { numRuns: full ? 600 : 150, seed: 23 })
      const seen = { same: 0, other: 0, none: 0 }
      for (const [index, data] of drawn.entries()) {
        const dice = new Dice(index)
        const order: Order = {
          goals: ['front-line-shortage', 'evenness', 'fit', 'fewest-moves'],
          rules: dice.chance(0.8) ? off : [],
        }
        const problem = defineProblem(data)
        const inForce = putInForce(problem, order)
        const outcome = await proposeFor(problem, inForce)
        const plan = outcome.kind === 'proposal' ? readPlan(problem, outcome.plan) : presentPlan(problem)
        const need = Object.fromEntries(problem.posts.map(({ id }) => [id, dice.whole(0, 30) * 100]))
        const posts = data.posts.map((post) => ({ ...post, need: need[post.id]! }))
        const needing = defineProblem({ ...data, posts })
        const best = tryAllPlans(needing, putInForce(needing, order), order.goals!.length).values
        const found = await planForNeed(
          highs,
          new WhatIf(highs, problem, inForce, plan),
          order,
          need,
          new Watch(problem, {}),
        )
        expect(found === null, `court ${index}`).toBe(best === null)
        if (found === null || best === null) {
          seen.none++
          continue
        }
        const then = certify(needing, order, found.plan)
        expect(then.keeps).toBe(true)
        expect(
          then.goals.map(({ value }) => value),
          `court ${index}`,
        ).toEqual(best.map((value) => expect.closeTo(value, 5)))
        const today = certify(problem, order, found.plan).goals.map(({ value }) => expect.closeTo(value, 5) as number)
        expect(found.goals.map((goal) => goal.then)).toEqual(today)
        seen[found.changed.length === 0 ? 'same' : 'other']++
      }
      expect(Math.min(seen.same, seen.other)).toBeGreaterThan(3)
    },
  )
})

describe('planning again after a human touch', () => {
  it('changes as few people as it can once need is met', { timeout: 600_000 }, async () => {
    for (let seed = 1; seed <= 150; seed++) {
      const [data] = fc.sample(arbitraryProblemData({ people: 5, units: 3 }), { numRuns: 1, seed })
      const problem = defineProblem(data!)
      const outcome = await propose(problem)
      if (outcome.kind !== 'proposal') continue
      const person = problem.people[seed % problem.people.length]!
      const seat = problem.seatsOf(person.id)[seed % problem.seatsOf(person.id).length]!
      const touched = defineProblem({
        ...data!,
        decisions: [...data!.decisions, { kind: 'pin', person: person.id, seat: seat.id, reason: '' }],
      })
      const keep = { ...outcome.plan, [person.id]: seat.id }
      const again = await propose(touched, { keep })
      const inForce = putInForce(touched, { keep })
      const names = goalsInOrder({ keep }).map(({ id }) => id)
      expect(names.slice(0, 3)).toEqual(['front-line-shortage', 'evenness', 'fewest-changes'])
      const best = tryAllPlans(touched, inForce, names.length)
      if (again.kind !== 'proposal') {
        expect(best.values).toBeNull()
        continue
      }
      again.goals.forEach(({ value, goal }, level) => expect(value, goal).toBeCloseTo(best.values![level]!, 5))
      const others = problem.people.filter(({ id }) => again.plan[id] !== keep[id])
      expect(again.goals[2]!.value).toBe(others.length)
    }
  })

  it('fills the gap that a hand has made, with one person', async () => {
    const given = { posts: { 'Team1/assistant': { need: 1000 }, 'Team2/assistant': { need: 1000 } } }
    const drawn = board('Civil/Team1 | Ann:A, Bo:A\nCivil/Team2 |\nCivil/Team3 | Cy:A', given)
    const first = await propose(drawn)
    if (first.kind !== 'proposal') throw new Error(first.kind)
    const moved = ['Ann', 'Bo'].find((person) => first.plan[person] === `${person}@Team2/assistant`)!
    const back = `${moved}@Team1/assistant`
    const touched = defineProblem({
      ...drawn,
      decisions: [{ kind: 'pin', person: moved, seat: back, reason: '' }],
    })
    const again = await propose(touched, { keep: { ...first.plan, [moved]: back } })
    expect(again).toMatchObject({ kind: 'proposal', status: 'proven' })
    if (again.kind !== 'proposal') return
    expect(again.goals.find(({ goal }) => goal === 'fewest-changes')!.value).toBe(1)
    expect(again.goals[0]!.value).toBe(0)
  })
})

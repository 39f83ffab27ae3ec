import { describe, expect, it } from 'vitest'
import { defineProblem, readPlan } from '../../src/domain'
import { check, score } from '../../src/rules'
import { proposeFor } from '../../src/planner/propose'
import { tryAllPlans, tryAllPlansWithSlack } from './brute-force'
import { anyRules, bareData, Dice } from './random'

const full = process.env['FULL'] !== undefined

describe('against every plan there is', () => {
  it(
    `finds the best of each goal, in order, on ${full ? 2000 : 150} problems of random limits`,
    { timeout: 600_000 },
    async () => {
      const seen = { clash: 0, tie: 0, proposal: 0 }
      for (let seed = 1; seed <= (full ? 2000 : 150); seed++) {
        const dice = new Dice(seed * 7919)
        const problem = defineProblem(bareData(dice, dice.whole(1, 5), dice.whole(1, 5)))
        const levels = dice.whole(1, 4)
        const inForce = anyRules(dice, problem, levels)
        const best = tryAllPlans(problem, inForce, levels)
        const outcome = await proposeFor(problem, inForce)
        if (best.values === null) {
          expect(outcome.kind, `seed ${seed}`).toBe('clash')
          seen.clash++
          continue
        }
        if (outcome.kind !== 'proposal') throw new Error(`seed ${seed}: ${outcome.kind}`)
        const values = score(check(readPlan(problem, outcome.plan), inForce), levels)
        expect(outcome.status).toBe('proven')
        for (let level = 0; level < levels; level++) {
          expect(values[level], `seed ${seed} level ${level}`).toBeCloseTo(best.values[level]!, 5)
          expect(outcome.goals[level]!.bound, `seed ${seed} level ${level}`).toBeCloseTo(best.values[level]!, 5)
        }
        expect(outcome.tie, `seed ${seed}`).toBe(best.plans > 1)
        seen.proposal++
        if (outcome.tie) seen.tie++
      }
      expect(seen.clash).toBeGreaterThan(10)
      expect(seen.tie).toBeGreaterThan(10)
      expect(seen.proposal - seen.tie).toBeGreaterThan(10)
    },
  )

  it(
    `gives way where a goal may, and gives nothing away for nothing, on ${full ? 1000 : 120} problems`,
    { timeout: 600_000 },
    async () => {
      const seen = { clash: 0, given: 0, kept: 0 }
      for (let seed = 1; seed <= (full ? 1000 : 120); seed++) {
        const dice = new Dice(seed * 104729)
        const problem = defineProblem(bareData(dice, dice.whole(2, 5), dice.whole(2, 5)))
        const levels = dice.whole(2, 4)
        const slack = Array.from({ length: levels }, () => dice.pick([0, 1, 250, 500, 1000]))
        const inForce = anyRules(dice, problem, levels, 2).map((rule) =>
          typeof rule.weight === 'object' ? { ...rule, slack: slack[rule.weight.level]! } : rule,
        )
        const best = tryAllPlansWithSlack(problem, inForce, slack)
        const outcome = await proposeFor(problem, inForce)
        if (best.values === null) {
          expect(outcome.kind, `seed ${seed}`).toBe('clash')
          seen.clash++
          continue
        }
        if (outcome.kind !== 'proposal') throw new Error(`seed ${seed}: ${outcome.kind}`)
        const values = score(check(readPlan(problem, outcome.plan), inForce), levels)
        for (let level = 0; level < levels; level++) {
          expect(values[level], `seed ${seed} level ${level}`).toBeCloseTo(best.values[level]!, 5)
          const { bound, gap, proven } = outcome.goals[level]!
          expect(proven, `seed ${seed} level ${level}`).toBe(true)
          expect(gap, `seed ${seed} level ${level}`).toBeLessThanOrEqual(slack[level]! + 1e-6)
          expect(bound, `seed ${seed} level ${level}`).toBeLessThanOrEqual(values[level]! + 1e-6)
        }
        expect(outcome.tie, `seed ${seed}`).toBe(best.plans > 1)
        if (outcome.goals.some(({ gap }) => gap > 1e-6)) seen.given++
        else seen.kept++
      }
      expect(Math.min(seen.given, seen.kept)).toBeGreaterThan(10)
    },
  )
})

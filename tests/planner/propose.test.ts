import { describe, expect, it } from 'vitest'
import { defineProblem, readPlan } from '../../src/domain'
import { check, score } from '../../src/rules'
import { proposeFor } from '../../src/planner/propose'
import { tryAllPlans } from './brute-force'
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
})

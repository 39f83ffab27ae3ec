import { describe, expect, it } from 'vitest'
import { check, score } from '../../src/rules'
import { modelOf } from '../../src/planner/model'
import { isInside, pointOf, valuesAt } from '../../src/planner/point'
import { Bases } from '../../src/planner/basis'
import { Face } from '../../src/planner/face'
import { Solver } from '../../src/planner/solver'
import { loadSolver } from '../../src/planner/highs'
import { anyPlan, anyProblem, anyRules, Dice } from './random'

describe('the model and check agree', () => {
  const levels = 3
  it(
    'on random limits and plans: feasible exactly when no must is broken, and each goal costs its score',
    { timeout: 60_000 },
    async () => {
      const highs = await loadSolver()
      let [kept, broken] = [0, 0]
      for (let seed = 1; seed <= 400; seed++) {
        const dice = new Dice(seed)
        const problem = anyProblem(dice, dice.whole(1, 6), dice.whole(1, 6))
        const inForce = anyRules(dice, problem, levels, 2)
        const plan = anyPlan(dice, problem)
        const violations = [...check(plan, inForce)]
        const keeps = !violations.some(({ rule }) => rule.weight === 'must')
        const values = score(violations, levels)
        const model = modelOf(problem, inForce, levels)
        const solver = new Solver(highs, { left: () => Infinity, stopped: () => false }, new Bases())
        const point = pointOf(model, plan)
        expect(point !== null && isInside(model, point), `seed ${seed}`).toBe(keeps)
        const face = new Face(model)
        model.seats.forEach((seat, j) => {
          const taken = plan.get(seat.person.id) === seat ? 1 : 0
          face.lower[j] = taken
          face.upper[j] = taken
        })
        const seatsExist = [...plan.values()].every((seat) => model.seats.includes(seat))
        for (let level = 0; level < levels; level++) {
          const all = Int32Array.from({ length: model.columns }, (_, j) => j)
          const solved = solver.decide(
            face,
            all,
            { cost: model.costs[level]!, offset: model.offsets[level]!, grain: 0 },
            [],
            null,
          )
          const feasible = seatsExist && !model.impossible && solved.state === 'optimal'
          expect(feasible, `seed ${seed} level ${level}`).toBe(keeps)
          if (!keeps) continue
          expect(valuesAt(model, solved.point!)[level], `seed ${seed} level ${level}`).toBeCloseTo(values[level]!, 5)
          expect(valuesAt(model, point!)[level], `seed ${seed} level ${level}`).toBeCloseTo(values[level]!, 5)
          expect(model.floors[level]!, `seed ${seed} level ${level}`).toBeLessThanOrEqual(values[level]! + 1e-6)
        }
        if (keeps) kept++
        else broken++
      }
      expect(kept).toBeGreaterThan(80)
      expect(broken).toBeGreaterThan(80)
    },
  )
})

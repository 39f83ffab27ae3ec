import { describe, expect, it } from 'vitest'
import { defineProblem, fteIn, type Problem, type Seat } from '../../src/domain'
import { Bases } from '../../src/planner/basis'
import { Face } from '../../src/planner/face'
import { loadSolver } from '../../src/planner/highs'
import { modelOf } from '../../src/planner/model'
import { isInside, pointOf, valuesAt } from '../../src/planner/point'
import { poolOf } from '../../src/planner/pool'
import { termsOf } from '../../src/planner/row'
import { Solver } from '../../src/planner/solver'
import type { InForce, Limit } from '../../src/rules'
import { plansOf } from './brute-force'
import { bareData, Dice } from './random'

const full = process.env['FULL'] !== undefined

/** Clerks, most of them alike, with a goal about posts; few may move, some seats are closed, some pairs kept apart. */
function drawn(dice: Dice): { problem: Problem; inForce: InForce[] } {
  const data = bareData(dice, 6, 4)
  const problem = defineProblem({
    ...data,
    splits: [],
    people: data.people.map((person) => ({ ...person, availability: dice.pick([1000, 1000, 1000, 500]) })),
  })
  const posts = problem.posts.flatMap(({ id }): Limit[] => {
    const seats = problem.seatsInPost(id)
    const need = dice.whole(300, 3000)
    return [0.5, 1].map((part) => ({
      seats,
      counts: seats.map((seat) => fteIn(seat, id)),
      atLeast: need * part,
      facts: {},
    }))
  })
  const stays = problem.seats.filter(({ present }) => present)
  const law = (seats: readonly Seat[], bounds: Pick<Limit, 'atLeast' | 'atMost'>): Limit => ({
    seats,
    ...bounds,
    facts: {},
  })
  const laws = [law(stays, { atLeast: stays.length - dice.whole(1, 5) })]
  if (dice.chance(0.4)) laws.push(law([dice.pick(problem.seats)], { atMost: 0 }))
  if (dice.chance(0.3)) laws.push(law(problem.seatsInPost(dice.pick(problem.posts).id).slice(0, 2), { atMost: 1 }))
  return {
    problem,
    inForce: [
      { id: 'laws', weight: 'must', limits: laws },
      { id: 'numbers', weight: { level: 0, price: 1 }, limits: posts },
      { id: 'people', weight: { level: 1, price: 1 }, limits: [law(dice.some(problem.seats, 0.3), { atMost: 0 })] },
    ],
  }
}

describe('people who are alike, pooled', () => {
  it(
    'every plan has its place among fewer columns, and the best of these is a plan',
    { timeout: 600_000 },
    async () => {
      const highs = await loadSolver()
      let pools = 0
      for (let seed = 1; seed <= (full ? 300 : 30); seed++) {
        const { problem, inForce } = drawn(new Dice(seed))
        const model = modelOf(problem, inForce, 2)
        const solver = new Solver(highs, { left: () => Infinity, stopped: () => false }, new Bases())
        const face = new Face(model)
        const aim = { cost: model.costs[0]!, offset: model.offsets[0]!, grain: model.grains[0]! }
        const pool = poolOf(face, face.live(), aim, [])
        if (pool === null || model.impossible) continue
        pools++
        const { data } = pool
        expect(data.numCols).toBeLessThan(model.columns)
        const { starts, indices, values } = data.matrix as {
          starts: Int32Array
          indices: Int32Array
          values: Float64Array
        }
        let [least, leastTied] = [Infinity, Infinity]
        const mostPeople = 0
        let looked = 0
        for (const plan of plansOf(problem)) {
          const point = pointOf(model, plan)
          if (point === null || !isInside(model, point)) continue
          const [value, ofPeople] = valuesAt(model, point) as [number, number]
          least = Math.min(least, value)
          if (ofPeople <= mostPeople) leastTied = Math.min(leastTied, value)
          if (looked++ % 20 > 0) continue
          const here = pool.narrow(point)
          const sums = new Float64Array(data.numRows)
          let cost = data.offset!
          here.forEach((x, j) => {
            cost += data.colCost[j]! * x
            for (let k = starts[j]!; k < starts[j + 1]!; k++) sums[indices[k]!]! += values[k]! * x
          })
          expect(cost, `seed ${seed}`).toBeCloseTo(value, 6)
          expect(here.every((x, j) => x >= data.colLower[j]! - 1e-9 && x <= data.colUpper[j]! + 1e-9)).toBe(true)
          expect(sums.every((x, i) => x >= data.rowLower[i]! - 1e-6 && x <= data.rowUpper[i]! + 1e-6)).toBe(true)
        }
        const { state, point } = solver.decide(face, face.live(), aim, [], null)
        if (least === Infinity) expect(state, `seed ${seed}`).toBe('infeasible')
        else {
          expect(isInside(model, point!), `seed ${seed}`).toBe(true)
          expect(valuesAt(model, point!)[0], `seed ${seed}`).toBeCloseTo(least, 5)
        }
        const { rowPrice } = solver.relax(face, face.live(), aim, [])
        if (rowPrice !== null) expect(face.certify(aim, [], rowPrice).bound).toBeLessThanOrEqual(least + 1e-5)
        if (leastTied < Infinity) {
          const sum = mostPeople - model.offsets[1]!
          const tie = { level: 1, ...termsOf(model.costs[1]!), lower: -Infinity, upper: sum }
          const tied = solver.decide(face, face.live(), aim, [tie], null)
          expect(valuesAt(model, tied.point!)[0], `seed ${seed}, tied`).toBeCloseTo(leastTied, 5)
        }
      }
      expect(pools).toBeGreaterThan(10)
    },
  )
})

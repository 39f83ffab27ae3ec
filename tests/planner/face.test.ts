import { describe, expect, it } from 'vitest'
import { defineProblem, fteIn, presentPlan, type Problem, type Seat } from '../../src/domain'
import { loadSolver } from '../../src/planner/highs'
import { modelOf } from '../../src/planner/model'
import { parityRows } from '../../src/planner/parity'
import { isInside, pointOf, valuesAt } from '../../src/planner/point'
import { near, Search } from '../../src/planner/search'
import { goalsOf } from '../../src/planner/goals'
import { settleNext } from '../../src/planner/stage'
import type { Row } from '../../src/planner/row'
import { Watch } from '../../src/planner/watch'
import type { InForce, Limit } from '../../src/rules'
import { plansOf } from './brute-force'
import { bareData, Dice } from './random'

const full = process.env['FULL'] !== undefined

/** Two goals about sums of posts, two about people, and laws that make the linear relaxation cut corners. */
function drawn(dice: Dice): { problem: Problem; inForce: InForce[] } {
  const data = bareData(dice, 5, 4)
  const alike = dice.pick([1700, 3400, null, null])
  const steps = dice.pick([[1], [0.25, 0.5, 0.75, 1]])
  const shares = dice.pick([[1000], [1000, 1000, 500], [1000, 500, 800]])
  const problem = defineProblem({
    ...data,
    splits: [],
    people: data.people.map((person) => ({ ...person, availability: dice.pick(shares) })),
  })
  const inPosts = (level: number): InForce => ({
    id: `numbers-${level}`,
    weight: { level, price: 1 },
    limits: problem.posts.flatMap(({ id }) => {
      const seats = problem.seatsInPost(id)
      const counts = seats.map((seat) => fteIn(seat, id))
      const need = alike ?? dice.whole(300, 3000)
      return steps.map((part) => ({ seats, counts, atLeast: need * part, facts: {} }))
    }),
  })
  const ofPeople = (level: number): InForce => ({
    id: `people-${level}`,
    weight: { level, price: 1 },
    limits: problem.people.map(({ id }) => {
      const seats = problem.seatsOf(id)
      return { seats, counts: seats.map(() => dice.whole(0, 9)), atMost: 0, facts: {} }
    }),
  })
  const atMost = (seats: readonly Seat[], most: number): Limit => ({ seats, atMost: most, facts: {} })
  const laws = Array.from({ length: dice.whole(2, 8) }, () => atMost(dice.some(problem.seats, 0.2), dice.whole(1, 2)))
  return {
    problem,
    inForce: [{ id: 'laws', weight: 'must', limits: laws }, inPosts(0), inPosts(1), ofPeople(2), ofPeople(3)],
  }
}

function keeps({ columns, values, lower, upper }: Row, point: Float64Array): boolean {
  const sum = columns.reduce((so, j, k) => so + values[k]! * point[j]!, 0)
  return sum >= lower - 1e-6 && sum <= upper + 1e-6
}

describe('the face', () => {
  it('never loses a plan that has the proven values', { timeout: 600_000 }, async () => {
    const highs = await loadSolver()
    const seen = { goals: 0, tied: 0, settled: 0, differ: 0, parity: 0 }
    for (let seed = 1; seed <= (full ? 300 : 40); seed++) {
      const dice = new Dice(seed)
      const { problem, inForce } = drawn(dice)
      const goals = goalsOf(inForce)
      const model = modelOf(problem, inForce, goals.length)
      const points = [...plansOf(problem)]
        .map((plan) => pointOf(model, plan))
        .filter((point) => point !== null && isInside(model, point))
        .map((point) => ({ point: point!, values: valuesAt(model, point!) }))
      if (points.length === 0) continue
      const search = new Search(highs, model, goals, new Watch(problem, {}))
      search.offer(presentPlan(problem))
      while (search.level !== undefined) {
        const ties = search.rows.map(({ level }) => level)
        await settleNext(search)
        seen.goals++
        const values = search.behind.map(({ value }) => value)
        const now = search.rows.map(({ level }) => level)
        if (now.some((level) => !ties.includes(level))) seen.tied++
        if (ties.some((level) => !now.includes(level))) seen.settled++
        if (values.length === 3 && now.some((level) => level! < 2)) seen.differ++
        const { face } = search
        // Rows drawn for points anywhere between seats: what they cut off must be no plan.
        const between = Float64Array.from({ length: model.columns }, () => dice.pick([0, 0, 0.4, 0.5, 0.6, 1, 1]))
        const rows = [...search.rows, ...parityRows(face, between)]
        seen.parity += rows.filter(({ level }) => level === null).length
        const inFace = { ...model, rowLower: face.rowLower, rowUpper: face.rowUpper }
        for (const { point, values: its } of points) {
          const title = `court ${seed}, ${goals[values.length - 1]!.id}`
          const differs = values.findIndex((value, level) => Math.abs(its[level]! - value) > near)
          expect(differs < 0 || its[differs]! > values[differs]!, title).toBe(true)
          if (differs >= 0) continue
          expect(
            point.every((x, j) => x >= face.lower[j]! - 1e-6 && x <= face.upper[j]! + 1e-6),
            title,
          ).toBe(true)
          expect(isInside(inFace, point), title).toBe(true)
          expect(
            rows.every((row) => keeps(row, point)),
            title,
          ).toBe(true)
        }
      }
    }
    if (full) console.info('goals, ties, numbers settled, numbers that differ:', seen)
    expect(Math.min(seen.tied, seen.settled, seen.differ, seen.parity)).toBeGreaterThan(2)
  })
})

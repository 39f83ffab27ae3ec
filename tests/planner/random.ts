import {
  defineProblem,
  ordinary,
  type Candidate,
  type Plan,
  type Problem,
  type ProblemData,
  type Seat,
} from '../../src/domain'
import type { Choice, InForce, Limit, Weight } from '../../src/rules'

/** Numbers from a seed (mulberry32): the same on every machine. */
export class Dice {
  constructor(private state: number) {}
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }
  chance(share: number): boolean {
    return this.next() < share
  }
  pick<T>(list: readonly T[]): T {
    return list[this.whole(0, list.length - 1)]!
  }
  some<T>(list: readonly T[], share: number): T[] {
    return list.filter(() => this.chance(share))
  }
  shuffled<T>(list: readonly T[]): T[] {
    return list
      .map((item) => ({ item, key: this.next() }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item)
  }
}

/** A bare problem: people and posts of one department, nothing else; limits are drawn beside it. */
export function bareData(dice: Dice, people: number, posts: number): ProblemData {
  const units = Array.from({ length: posts }, (_, i) => `u${i}`)
  const postIds = units.map((unit) => `${unit}/clerk`)
  return {
    court: { id: 'drawn', name: 'Drawn court', example: false },
    date: '2027-01-04',
    departments: [{ id: 'd', name: 'd', kind: 'trial', division: null, site: null, floor: 0, status: 'standing' }],
    units: units.map((id) => ({
      id,
      name: id,
      department: 'd',
      frontLine: true,
      track: null,
      categories: [],
      skills: [],
      site: null,
      status: 'standing',
    })),
    posts: units.map((unit, i) => ({
      id: postIds[i]!,
      unit,
      department: 'd',
      role: 'clerk',
      frontLine: true,
      need: dice.whole(0, 4) * 500,
      ceiling: null,
      least: 1,
      duty: null,
    })),
    people: Array.from({ length: people }, (_, i): Candidate => {
      const present = dice.chance(0.8) ? [{ post: dice.pick(postIds), share: 1000 }] : []
      return {
        id: `p${i}`,
        name: `p${i}`,
        role: 'clerk',
        ...ordinary,
        joined: '2015-01-01',
        availability: dice.pick([1000, 1000, 500, 800]),
        present,
        since: present.length > 0 ? '2020-01-01' : null,
      }
    }),
    fills: [],
    templates: [],
    kinships: [],
    splits:
      dice.chance(0.3) && posts > 1
        ? [
            {
              person: 'p0',
              parts: [
                { post: postIds[0]!, share: 500 },
                { post: postIds[1]!, share: 500 },
              ],
            },
          ]
        : [],
    decisions: [],
  }
}

/** A choice that any seats and other choices make: counts of both signs, from never to always. */
function anyChoice(dice: Dice, problem: Problem): Choice {
  const kind = dice.whole(0, 2)
  const seats = kind === 0 ? problem.seatsInPost(dice.pick(problem.posts).id) : dice.some(problem.seats, 0.3)
  return {
    id: `choice-${dice.whole(0, 1e9)}`,
    seats,
    ...(kind === 2 ? { counts: seats.map(() => dice.pick([1, 1, 2, -1, 0])) } : {}),
    ...(dice.chance(0.3) ? { choices: [{ choice: anyChoice(dice, problem), count: dice.pick([1, 1, 2, -1]) }] } : {}),
    atLeast: dice.pick([1, 1, 2, 3, -1]),
  }
}

/** Any limit at all: seats at random, counts of both signs, bounds on either side, at times none that binds. */
export function anyLimit(dice: Dice, problem: Problem): Limit {
  const kind = dice.whole(0, 3)
  const seats =
    kind === 0
      ? problem.seatsInPost(dice.pick(problem.posts).id)
      : kind === 1
        ? problem.seatsOf(dice.pick(problem.people).id)
        : dice.some(problem.seats, dice.pick([0.1, 0.3, 0.7]))
  const size = dice.pick([1, 1, 500, 250])
  const counts = dice.chance(0.3) ? undefined : seats.map(() => size * dice.pick([1, 1, 1, 2, 3, 0, -1]))
  const choices = dice.chance(0.2)
    ? Array.from({ length: dice.whole(1, 2) }, () => ({
        choice: anyChoice(dice, problem),
        count: size * dice.pick([1, 2, -1, -2]),
      }))
    : undefined
  const bound = (): number => (counts === undefined ? 1 : size) * dice.whole(-1, 4) + dice.pick([0, 0, 0.5])
  return {
    seats,
    ...(counts === undefined ? {} : { counts }),
    ...(choices === undefined ? {} : { choices }),
    ...(dice.chance(0.6) ? { atLeast: bound() } : {}),
    ...(dice.chance(0.6) ? { atMost: bound() } : {}),
    facts: {},
  }
}

/** Must rules and goals made of any limits; `gentle` leaves must limits that most plans keep. */
export function anyRules(dice: Dice, problem: Problem, levels: number, laws = 3): InForce[] {
  const rule = (id: string, weight: Weight, size: number): InForce => ({
    id,
    weight,
    limits: Array.from({ length: size }, () => anyLimit(dice, problem)),
  })
  return [
    ...Array.from({ length: dice.whole(0, laws) }, (_, i) => rule(`law-${i}`, 'must', dice.whole(1, 3))),
    rule('warning', 'warn', 1),
    ...Array.from({ length: levels }, (_, level) =>
      rule(`goal-${level}`, { level, price: dice.pick([1, 1, 2, 5]) }, dice.whole(1, 6)),
    ),
  ]
}

export function anyPlan(dice: Dice, problem: Problem): Plan {
  const plan = new Map<string, Seat>()
  for (const { id } of problem.people) if (dice.chance(0.85)) plan.set(id, dice.pick(problem.seatsOf(id)))
  return plan
}

/** The same data with people, posts, units and decisions in another order. */
export const reordered = (dice: Dice, data: ProblemData): ProblemData => ({
  ...data,
  people: dice.shuffled(data.people),
  posts: dice.shuffled(data.posts),
  units: dice.shuffled(data.units),
  departments: dice.shuffled(data.departments),
  kinships: dice.shuffled(data.kinships),
  decisions: dice.shuffled(data.decisions),
})

export const anyProblem = (dice: Dice, people: number, posts: number): Problem =>
  defineProblem(bareData(dice, people, posts))

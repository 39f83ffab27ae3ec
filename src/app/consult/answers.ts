import {
  movesBetween,
  readPlan,
  type Facts,
  type Move,
  type PlanData,
  type Problem,
  type Seat,
  type UnitChoice,
} from '../../domain'
import type { Answer, Difference, Question, Worth } from '../../planner/worker'
import type { Goal } from '../../rules'
import { number, writerFor } from '../ui/format'

/** What somebody asks about a person: why not stay, why not there, why not somebody else in that seat. */
export interface AskedSeat {
  readonly kind: 'stay' | 'there' | 'other'
  readonly person: string
  readonly seat: Seat
}
/** What somebody asks about a unit, by what the plan makes of it: why not the other way. */
export interface AskedUnit {
  readonly kind: UnitChoice['becomes']
  readonly unit: string
}
export type Asked = AskedSeat | AskedUnit

/** The question to the planner: what if the unit were closed that is open in the plan, or the other way about. */
export const questionOf = ({ kind, unit }: AskedUnit): Question => ({
  kind: 'unit',
  unit,
  open: kind === 'left-out' || kind === 'closed',
})

/** A goal that comes to something else in the other plan. */
export interface ChangedGoal extends Difference {
  readonly unit: Goal['unit']
  readonly worse: boolean
}

/** Differences of goals that any reader can mean something by; the price only breaks ties. */
export function changedGoals(
  goals: readonly Pick<Goal, 'id' | 'unit'>[],
  differences: readonly Difference[],
): ChangedGoal[] {
  const units = new Map(goals.map(({ id, unit }) => [id, unit]))
  return differences.flatMap((each) => {
    const unit = units.get(each.goal) ?? 'price'
    const differs = Math.abs(each.then - each.now) > 1e-6
    return differs && unit !== 'price' ? [{ ...each, unit, worse: each.then > each.now }] : []
  })
}

/** More decimals than the planner counts with would be made up: it works in thousandths of an FTE. */
const mostDecimals = 3

/**
 * A change as a reader may reckon it: now, then and the size, in the goal's own unit without its name. FTE have one
 * decimal, and more where the change would otherwise read as nothing or would not come out by hand.
 */
export function figuresOf({ unit, now, then }: Pick<ChangedGoal, 'unit' | 'now' | 'then'>) {
  if (unit !== 'thousandths') return { now: number(now), then: number(then), size: number(Math.abs(then - now)) }
  const [before, after] = [now / 1000, then / 1000]
  const size = Math.abs(after - before)
  let least = 1
  while (least < mostDecimals && Number(size.toFixed(least)) === 0) least++
  const write = writerFor([before, after], (a, b) => Math.abs(b - a), { least, always: least })
  return { now: write(before), then: write(after), size: size.toFixed(least) }
}

/** Posts, or rules, one more of which comes to exactly the same for every goal; null where no plan is then possible. */
export interface AlikeWorths {
  readonly kind: Worth['of']['kind']
  /** Ids of posts or of rules, in the court's order. */
  readonly ids: readonly string[]
  readonly goals: Worth['goals']
  readonly changes: readonly ChangedGoal[]
}

/**
 * What one more would change, told once for all that come to the same: what helps the goals most, in their order, goes
 * first, then what changes nothing, then what is impossible.
 */
export function alikeWorths(goals: readonly Pick<Goal, 'id' | 'unit'>[], worths: readonly Worth[]): AlikeWorths[] {
  const gainOf = ({ changes }: AlikeWorths, goal: string): number => {
    const change = changes.find((each) => each.goal === goal)
    return change === undefined ? 0 : change.now - change.then
  }
  const all = worths.map((worth): AlikeWorths => {
    const { of } = worth
    const changes = worth.goals === null ? [] : changedGoals(goals, worth.goals)
    return { kind: of.kind, ids: [of.kind === 'person' ? of.post : of.rule], goals: worth.goals, changes }
  })
  const key = ({ kind, goals: known, changes }: AlikeWorths): string =>
    JSON.stringify([kind, known === null, changes.map(({ goal, then }) => [goal, then])])
  const alike = new Map<string, AlikeWorths>()
  for (const each of all) alike.set(key(each), { ...each, ids: [...(alike.get(key(each))?.ids ?? []), ...each.ids] })
  return [...alike.values()].toSorted((a, b) => {
    const telling = goals.find(({ id }) => Math.abs(gainOf(a, id) - gainOf(b, id)) > 1e-6)
    const gain = telling === undefined ? 0 : gainOf(b, telling.id) - gainOf(a, telling.id)
    return Number(a.goals === null) - Number(b.goals === null) || gain
  })
}

/** Who sits elsewhere in the other plan than in the one at hand, but for those named. */
export function movesOfOthers(problem: Problem, plan: PlanData, other: PlanData, but: readonly string[]): Move[] {
  return movesBetween(problem, readPlan(problem, plan), readPlan(problem, other)).filter(
    ({ person }) => !but.includes(person),
  )
}

type Forbidden = Extract<Answer, { readonly kind: 'forbidden' }>

/** The rules that forbid it together, each with the facts of what it would break, if anything. */
export const brokenByRule = ({ rules, broken }: Forbidden): { rule: string; facts: readonly Facts[] }[] =>
  rules.map((rule) => ({ rule, facts: broken.filter((each) => each.rule === rule).map(({ facts }) => facts) }))

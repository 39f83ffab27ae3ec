import type { GoalResult } from '../../domain'
import type { Goal } from '../../rules'
import { fewestChanges } from '../../rules/goals/fewest-changes'

/** A goal while a run works on it, or when it has ended. */
export interface GoalRow {
  readonly id: string
  readonly unit: Goal['unit']
  /** `counted`: the value of a plan that no run has made. `skipped`: the run ended before it came to this goal. */
  readonly state: 'waiting' | 'skipped' | 'working' | 'proven' | 'stopped' | 'counted'
  /** What the court as it is now comes to; null where it is not known. */
  readonly before: number | null
  readonly value: number | null
  readonly result: GoalResult | null
}

/** A goal of one run alone: what it came to stands in the run's results, no round lists it. */
const { id: ofRun, unit: unitOfRun } = fewestChanges({})

/**
 * One row a goal, in order, with what a run counted besides at its place there. `working` is the goal in work; null
 * when the run has ended or has not begun, and `ended` tells which.
 * `before` is the score of the present plan, level by level; `values` that of the plan shown, where no run has made it.
 */
export function goalRows(
  goals: readonly Pick<Goal, 'id' | 'unit'>[],
  results: readonly GoalResult[],
  working: string | null,
  before: readonly number[] = [],
  values: readonly number[] = [],
  ended = false,
): GoalRow[] {
  const known = new Map(results.map((result) => [result.goal, result]))
  const lines = goals.map(({ id, unit }, level) => ({ id, unit, level }))
  const place = results.findIndex(({ goal }) => goal === ofRun)
  if (place >= 0) lines.splice(place, 0, { id: ofRun, unit: unitOfRun, level: -1 })
  return lines.map(({ id, unit, level }) => {
    const result = known.get(id) ?? null
    const value = result?.value ?? values[level] ?? null
    const state =
      result?.proven === true
        ? 'proven'
        : id === working
          ? 'working'
          : result !== null
            ? 'stopped'
            : value === null
              ? ended
                ? 'skipped'
                : 'waiting'
              : 'counted'
    return { id, unit, state, before: before[level] ?? null, value, result }
  })
}

/** The figure of a goal as screens show it, without its unit: FTE for thousandths, whole numbers for the rest. */
export const goalFigure = (unit: Goal['unit'], value: number): number => (unit === 'thousandths' ? value / 1000 : value)

/** Whether two values of a goal look the same on a screen. */
export const sameFigure = (unit: Goal['unit'], a: number, b: number): boolean =>
  Math.abs(goalFigure(unit, a) - goalFigure(unit, b)) < (unit === 'thousandths' ? 0.05 : 0.5)

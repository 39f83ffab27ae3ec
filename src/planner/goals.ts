import type { InForce } from '../rules'

/** A goal as a run strives for it; its place in the list is its level. */
export interface Aspired {
  readonly id: string
  /** What goals after it may take of its value, in its own unit. */
  readonly slack: number
  /** Only there to choose between plans that are otherwise alike. */
  readonly breaksTies: boolean
}

/** The goals by level: those in force that have a price. */
export function goalsOf(inForce: readonly InForce[]): Aspired[] {
  const goals: Aspired[] = []
  for (const { id, weight, slack = 0, breaksTies = false } of inForce)
    if (typeof weight === 'object') goals[weight.level] ??= { id, slack, breaksTies }
  return goals
}

/** How much later goals may take of this one: nothing where none comes after it. */
export const roomOf = (goals: readonly Aspired[], level: number): number =>
  goals.slice(level + 1).some(({ breaksTies }) => !breaksTies) ? goals[level]!.slack : 0

/**
 * Levels in the order in which they are settled: as they stand, then once more those that gave something away, so
 * that nothing is given away for nothing; last of all what only chooses between plans alike.
 */
export function stepsOf(goals: readonly Aspired[]): number[] {
  const levels = goals.map((_, level) => level)
  const last = levels.filter((level) => goals[level]!.breaksTies && goals.slice(level).every((goal) => goal.breaksTies))
  const before = levels.slice(0, levels.length - last.length)
  return [...before, ...before.filter((level) => roomOf(goals, level) > 0), ...last]
}

import { presentPlan, type Department, type Plan, type Problem, type Unit } from '../../domain'
import { strengthOf, unitStrength, type Strength, type UnitStrength } from '../board/strength'
import { postsOf } from '../board/verdicts'

/** A unit before and after, all its posts together and one by one. */
export interface UnitChange {
  readonly unit: Unit
  readonly department: Department
  readonly before: UnitStrength
  readonly after: UnitStrength
  readonly posts: readonly { readonly before: Strength; readonly after: Strength }[]
}

/**
 * Every unit that needs, has or had somebody, in the order of the court's departments; against where people are now,
 * unless another plan is given.
 */
export function changesByUnit(problem: Problem, plan: Plan, from: Plan = presentPlan(problem)): UnitChange[] {
  const before = strengthOf(problem, from)
  const after = strengthOf(problem, plan)
  const place = new Map(problem.departments.map(({ id }, index) => [id, index]))
  return problem.units
    .map((unit): UnitChange => {
      const posts = (postsOf(problem).get(unit.id) ?? []).map(({ id }) => ({
        before: before.get(id)!,
        after: after.get(id)!,
      }))
      return {
        unit,
        department: problem.department.get(unit.department)!,
        before: unitStrength(posts.map((post) => post.before)),
        after: unitStrength(posts.map((post) => post.after)),
        posts,
      }
    })
    .filter((row) => row.before.need > 0 || row.before.heads > 0 || row.after.heads > 0)
    .toSorted((a, b) => place.get(a.department.id)! - place.get(b.department.id)!)
}

/** FTE (not thousandths) at the full width of a bar, one scale for all. */
export const scaleOf = (rows: readonly UnitChange[]): number =>
  Math.max(1, ...rows.flatMap(({ before, after }) => [before.need, before.have, after.have])) / 1000

/** Front-line units that lack at least 0.05 FTE, and by how much in all. */
export function shortOf(rows: readonly UnitChange[], when: 'before' | 'after'): { units: number; fte: number } {
  const short = rows.filter((row) => row.unit.frontLine && row[when].short >= 50)
  return { units: short.length, fte: short.reduce((sum, row) => sum + row[when].short, 0) / 1000 }
}

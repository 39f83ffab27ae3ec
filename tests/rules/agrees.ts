import fc from 'fast-check'
import { expect } from 'vitest'
import type { Candidate, Plan, Post, Problem } from '../../src/domain'
import { check, type Parameters, type Rule } from '../../src/rules'
import { arbitraryPlan, arbitraryProblem } from '../problems'

/** A person and the posts that they hold; none on the bench. */
export interface Placed {
  readonly person: Candidate
  readonly posts: readonly Post[]
}

const placed = (problem: Problem, person: Candidate, parts: readonly { readonly post: string }[]): Placed => ({
  person,
  posts: parts.map(({ post }) => problem.posts.find(({ id }) => id === post)!),
})
/** Where everybody is in the plan, and where they are now: all that an independent predicate may look at. */
export const inPlan = (problem: Problem, plan: Plan): Placed[] =>
  problem.people.map((person) => placed(problem, person, plan.get(person.id)?.parts ?? []))
export const atPresent = (problem: Problem): Placed[] =>
  problem.people.map((person) => placed(problem, person, person.present))

/** Same parts, whichever way they are told. */
export const hasStayed = (plan: Plan, { id, present }: Candidate): boolean => {
  const told = (parts: readonly { post: string; share: number }[]): string =>
    parts
      .map(({ post, share }) => `${post} ${share}`)
      .toSorted()
      .join()
  return told(plan.get(id)?.parts ?? []) === told(present)
}

/** In the seat to which a decision posts the person for a time. */
export const isPosted = ({ decisions }: Problem, plan: Plan, { id }: Candidate): boolean => {
  const pin = decisions.filter(({ kind, person }) => kind === 'pin' && person === id).at(-1)
  return pin?.until !== undefined && plan.get(id)?.id === pin.seat
}

/** Moved to no other post than the own ones: the present one, or the one at home of whoever is posted elsewhere. */
export const keptOwn = (plan: Plan, person: Candidate): boolean =>
  hasStayed(plan, person) ||
  ((person.posting?.home.length ?? 0) > 0 && hasStayed(plan, { ...person, present: person.posting!.home }))

/** A unit that may be closed, and in which the plan leaves nobody. */
export const isClosed = (problem: Problem, plan: Plan, unit: string): boolean =>
  problem.units.some(({ id, status }) => id === unit && status === 'may-close') &&
  !inPlan(problem, plan).some(({ posts }) => posts.some((post) => post.unit === unit))

/** The same of a department: of all its units. */
export const isDepartmentClosed = (problem: Problem, plan: Plan, department: string): boolean =>
  problem.units.every((unit) => unit.department !== department || isClosed(problem, plan, unit.id))

export type Kept<P> = (problem: Problem, plan: Plan, parameters: P) => boolean

/**
 * On many small problems and plans, the limits of the rule are broken exactly where the predicate, written on the
 * plan alone, says that the rule is not kept. Both must have happened, or the test says nothing.
 */
export function expectAgreement<P extends Parameters>(
  rule: Rule<string, never, P> | Rule,
  kept: Kept<P>,
  parameters: fc.Arbitrary<P> = fc.constant(rule.parameters as P),
): void {
  const seen = { kept: 0, broken: 0 }
  const cases = arbitraryProblem({ people: 5, units: 4 }).chain((problem) =>
    fc.record({ problem: fc.constant(problem), plan: arbitraryPlan(problem), parameters }),
  )
  fc.assert(
    fc.property(cases, ({ problem, plan, parameters }) => {
      const law = { id: rule.id, weight: 'must' as const, limits: [...(rule as Rule).limits(problem, parameters)] }
      const isKept = kept(problem, plan, parameters)
      seen[isKept ? 'kept' : 'broken']++
      expect([...check(plan, [law])].length === 0).toBe(isKept)
    }),
    { numRuns: 500 },
  )
  expect(seen.kept).toBeGreaterThan(0)
  expect(seen.broken).toBeGreaterThan(0)
}

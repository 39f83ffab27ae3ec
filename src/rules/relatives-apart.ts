import type { Duty, Post, Problem, Seat } from '../domain'
import { defineRule } from './rule'

/** Work that no relative of a court's leader does there. */
const guarded: ReadonlySet<Duty | null> = new Set<Duty>(['personnel', 'discipline', 'audit', 'finance'])

/** Seats of these people by what a place of theirs belongs to; places that belong to nothing (null) are left out. */
function seatsBy(
  problem: Problem,
  people: readonly string[],
  of: (post: Post) => string | null,
): Map<string, readonly Seat[]> {
  const found = new Map<string, Set<Seat>>()
  for (const seat of people.flatMap((id) => problem.seatsOf(id)))
    for (const part of seat.parts) {
      const key = of(problem.post.get(part.post)!)
      if (key !== null) found.set(key, (found.get(key) ?? new Set()).add(seat))
    }
  return new Map([...found].map(([key, seats]) => [key, [...seats]]))
}

/**
 * Relatives of the four classes (spouses, lineal, collateral within three generations, by marriage) do not work in one
 * department, which is one line of command with one head (`department`); do not both head departments of one division,
 * whose heads answer to the same leader (`line`); and where one belongs to the court's leadership, the other does no
 * personnel, discipline, audit or finance work there (`duty`). That a leader's relative is a judge of the court at all
 * (法官法 23) is a matter of appointment that no rotation mends.
 */
export const relativesApart = defineRule({
  id: 'relatives-apart',
  source: '公务员法 74 · 公务员回避规定 5 · 法官法 23',
  weight: 'must',
  parameters: {},
  *limits(problem) {
    for (const { first, second, kind: kinship } of problem.kinships) {
      const pair = [problem.person.get(first), problem.person.get(second)]
      if (pair.includes(undefined)) continue
      const facts = { first, second, kinship }
      for (const [place, seats] of seatsBy(problem, [first, second], ({ department }) => department))
        yield { seats, atMost: 1, facts: { ...facts, bar: 'department', place } }
      if (pair.every((person) => person!.leader))
        for (const [place, seats] of seatsBy(
          problem,
          [first, second],
          ({ department }) => problem.department.get(department)!.division,
        ))
          yield { seats, atMost: 1, facts: { ...facts, bar: 'line', place } }
      const others = pair.flatMap((person, i) => (pair[1 - i]!.courtLeader ? [person!.id] : []))
      for (const other of others)
        for (const [place, seats] of seatsBy(problem, [other], ({ duty, unit }) => (guarded.has(duty) ? unit : null)))
          yield { seats, atMost: 0, facts: { ...facts, bar: 'duty', place } }
    }
  },
})

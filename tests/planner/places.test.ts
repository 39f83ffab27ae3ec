import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withMove, type Plan } from '../../src/domain'
import { placesOf } from '../../src/planner/places'
import { check, putInForce, type Order } from '../../src/rules'
import { board } from '../board'
import { arbitraryOrder, arbitraryPlan, arbitraryProblem } from '../problems'

describe('where somebody could be', () => {
  it('is forbidden by rules that every plan with the seat breaks, whatever it makes of the others', () => {
    let forbidden = 0
    const drawn = arbitraryProblem({ people: 4, units: 3 }).chain((problem) =>
      fc.tuple(fc.constant(problem), arbitraryOrder, arbitraryPlan(problem), fc.nat()),
    )
    fc.assert(
      fc.property(drawn, ([problem, order, plan, chosen]) => {
        const inForce = putInForce(problem, order)
        const person = problem.people[chosen % problem.people.length]!.id
        for (const place of placesOf(problem, inForce, person)) {
          const seat = problem.seat.get(place.seat)!
          expect(seat.person.id).toBe(person)
          const taken: Plan = withMove(plan, person, seat)
          for (const { rule, facts } of place.forbidden) {
            forbidden++
            const law = inForce.filter(({ id, weight }) => id === rule && weight === 'must')
            const broken = [...check(taken, law)]
            expect(broken.length, `${place.seat}: ${rule}`).toBeGreaterThan(0)
            expect(law.flatMap(({ limits }) => limits).some((limit) => limit.facts === facts)).toBe(true)
          }
        }
      }),
      { numRuns: 300 },
    )
    expect(forbidden).toBeGreaterThan(100)
  })

  it('leaves out posts that the person’s role never fills, and whoever is not in the problem', () => {
    const problem = board(`
      Office      | Ann:C
      Civil/Team1 | Cy:J, Di:A, Bo:C
    `)
    const order: Order = {}
    const places = placesOf(problem, putInForce(problem, order), 'Ann')
    expect(places.map(({ seat }) => seat).toSorted()).toEqual(['Ann@Office/clerk', 'Ann@Team1/clerk'])
    expect(placesOf(problem, putInForce(problem, order), 'nobody')).toEqual([])
  })
})

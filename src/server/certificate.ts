import { z } from '@hono/zod-openapi'
import {
  brokenLimit,
  defineProblem,
  problemOf,
  readPlan,
  unitChoice,
  UnknownSeat,
  writePlan,
  type Court,
  type Problem,
  type PlanData,
  type Round,
} from '../domain'
import { certify, type Certificate } from '../planner/certify'
import { ApiError } from './errors'

/**
 * What the checker found, independently of the planner: the rules that a plan breaks, what each goal comes to, and what
 * becomes of units that are for it to set up or to close.
 */
export const certificate = z.object({
  keeps: z.boolean(),
  broken: z.array(brokenLimit).readonly(),
  warned: z.array(brokenLimit).readonly(),
  goals: z.array(z.object({ goal: z.string(), value: z.number() })).readonly(),
  choices: z.array(unitChoice).readonly().default([]),
})

/**
 * Checks a plan against the court as it is now. Gives the plan back with every person of the problem in it, and the
 * problem. Throws `seat-unknown` or `person-unknown` where the plan was made for another state of the court.
 */
export function certifyPlan(
  court: Court,
  round: Round,
  data: PlanData,
): { problem: Problem; plan: PlanData; certificate: Certificate } {
  const problem = defineProblem(problemOf(court, round))
  const stranger = Object.keys(data).find((person) => !problem.person.has(person))
  if (stranger !== undefined) throw new ApiError(422, 'person-unknown', { person: stranger })
  try {
    const plan = writePlan(problem, readPlan(problem, data))
    return { problem, plan, certificate: certify(problem, round, plan) }
  } catch (error) {
    if (error instanceof UnknownSeat)
      throw new ApiError(422, 'seat-unknown', { person: error.person, seat: error.seat })
    throw error
  }
}

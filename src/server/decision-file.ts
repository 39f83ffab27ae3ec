import { createHash } from 'node:crypto'
import {
  canonical,
  defineProblem,
  movesBetween,
  postedUntil,
  presentPlan,
  readPlan,
  type Asked,
  type CalendarDate,
  type PlanData,
  type ProblemData,
  type Proposal,
} from '../domain'
import { certify, type Certificate } from '../planner/certify'
import {
  parametersOf,
  putInForce,
  reasonsOf,
  rules,
  type Order,
  type Parameters,
  type Reason,
  type Rule,
} from '../rules'

/** Everything that a decision rests on, so that anybody can check it later without the court's database (决策档案). */
export interface DecisionFile {
  readonly format: 'frontline-decision/1'
  readonly inputs: {
    readonly problem: ProblemData
    readonly order: Order
    /** What the planner was asked, where the round has changed since or a plan at hand was to be kept. */
    readonly asked?: Asked
  }
  /** SHA-256 of the inputs as JSON with sorted keys. */
  readonly sha256: string
  /** Facts of people who have left were deleted since: the hash that the inputs had as the file was written. */
  readonly reduced?: { readonly was: string }
  /** Every rule as the round had it. */
  readonly rules: readonly {
    readonly id: string
    readonly weight: 'must' | 'warn' | 'off'
    readonly source: string
    readonly parameters: Parameters
  }[]
  /** What the planner came to: goal values, bounds, solver. Null where the plan was made by hand alone. */
  readonly proposal: Proposal | null
  /** The plan that was decided on; by hand it may differ from the proposal's. */
  readonly plan: PlanData
  readonly moves: readonly {
    readonly person: string
    readonly from: string | null
    readonly to: string | null
    /** Last day of a temporary posting, after which the person goes back; left out where the move is for good. */
    readonly until?: CalendarDate
  }[]
  readonly reasons: Readonly<Record<string, readonly Reason[]>>
  readonly certificate: Certificate
}

/** SHA-256 of the inputs, in hexadecimal. */
export const hashOf = (inputs: DecisionFile['inputs']): string =>
  createHash('sha256').update(canonical(inputs)).digest('hex')

/** What the planner was asked for the proposal, where that is not what the problem and the order say. */
function askedOtherwise(data: ProblemData, order: Order, asked: Asked | undefined): { asked?: Asked } {
  const { rules, goals, slack, keep } = order
  const standing = canonical({ rules, goals, slack, keep, decisions: data.decisions })
  return asked === undefined || canonical(asked) === standing ? {} : { asked }
}

/** What follows from the inputs and the plan alone. */
export type Derived = Pick<DecisionFile, 'rules' | 'moves' | 'reasons' | 'certificate'>

/** Asks the rules and goals about a plan. Throws UnknownSeat where it is not of this problem. */
export function derive(data: ProblemData, order: Order, plan: PlanData): Derived {
  const problem = defineProblem(data)
  const chosen = readPlan(problem, plan)
  return {
    rules: rules.map((rule: Rule) => {
      const setting = order.rules?.find(({ id }) => id === rule.id)
      return {
        id: rule.id,
        weight: setting?.weight ?? rule.weight,
        source: rule.source,
        parameters: parametersOf(rule, setting),
      }
    }),
    moves: movesBetween(problem, presentPlan(problem), chosen).map(({ person, from, to }) => {
      const until = postedUntil(data.decisions, person, to?.id ?? null)
      return { person, from: from?.id ?? null, to: to?.id ?? null, ...(until !== null && { until }) }
    }),
    reasons: Object.fromEntries(reasonsOf(problem, putInForce(problem, order), chosen)),
    certificate: certify(problem, order, plan),
  }
}

/** Writes down a plan with all that it rests on. Throws UnknownSeat where the plan is not of this problem. */
export function decisionFile(data: ProblemData, order: Order, plan: PlanData, proposal: Proposal | null): DecisionFile {
  const { asked, ...proven } = proposal ?? {}
  const inputs = { problem: data, order, ...askedOtherwise(data, order, asked) }
  return {
    format: 'frontline-decision/1',
    inputs,
    sha256: hashOf(inputs),
    proposal: proposal && (proven as Proposal),
    plan,
    ...derive(data, order, plan),
  }
}

import {
  canonical,
  defineProblem,
  type Court,
  type Problem,
  type ProblemData,
  type Proposal,
  type Round,
} from '../../domain'
import { problemOf } from '../../domain/problem-of'
import { goalsInOrder, orderOf, putInForce, type Goal, type InForce, type Order } from '../../rules'

/** A round opened on its court: what is given on its date, and the rules and goals written out for it. */
export interface OpenRound {
  readonly court: Court
  readonly round: Round
  readonly data: ProblemData
  readonly problem: Problem
  readonly inForce: readonly InForce[]
  /** Goals in the order of the round; a goal's place here is its level in every score. */
  readonly goals: readonly Goal[]
}

export function openRound(court: Court, round: Round): OpenRound {
  const data = problemOf(court, round)
  const problem = defineProblem(data)
  return { court, round, data, problem, inForce: putInForce(problem, round), goals: goalsInOrder(round) }
}

/**
 * The same round with other decisions, rules or goals, on the same court and date: seats keep their identity, so
 * that a plan in work stands. Opens it anew where anything else has changed.
 */
export function reopened(open: OpenRound, round: Round): OpenRound {
  const same =
    round.id === open.round.id &&
    round.date === open.round.date &&
    String(round.excludedPeople) === String(open.round.excludedPeople) &&
    String(round.excludedDepartments) === String(open.round.excludedDepartments)
  if (!same) return openRound(open.court, round)
  const { decisions, splits } = problemOf(open.court, round)
  // A decision may name a split seat that the problem did not offer so far.
  if (JSON.stringify(splits) !== JSON.stringify(open.data.splits)) return openRound(open.court, round)
  const problem: Problem = { ...open.problem, decisions }
  return {
    ...open,
    round,
    data: { ...open.data, decisions },
    problem,
    inForce: putInForce(problem, round),
    goals: goalsInOrder(round),
  }
}

/**
 * Whether the planner was asked for the proposal with other rules, goals or decisions than the round has by now: what
 * is proven was proven for those. False where it was not noted yet what was asked.
 */
export function isAskedOtherwise(
  { round, problem }: Pick<OpenRound, 'round' | 'problem'>,
  proposal: Proposal,
): boolean {
  const said = ({ rules = [], goals = [], slack = {}, decisions }: Order & Pick<ProblemData, 'decisions'>): string =>
    canonical({ rules, goals, slack, decisions: decisions.map(canonical).toSorted() })
  const { asked } = proposal
  return asked !== undefined && said(asked) !== said({ ...orderOf(round), decisions: problem.decisions })
}

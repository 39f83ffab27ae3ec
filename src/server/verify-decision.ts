import { canonical, defineProblem, splitsIn, type ProblemData, type Proposal } from '../domain'
import type { Certificate } from '../planner/certify'
import { propose } from '../planner/propose'
import { goalsInOrder, type Order } from '../rules'
import { derive, hashOf, type DecisionFile } from './decision-file'

/**
 * What checking a decision file looked at. `skipped`: there is no proven proposal, or not all that was asked for it.
 * `reduced`: facts of people were deleted since, so that it does not follow from what is left.
 */
export interface Findings {
  /** The inputs are the ones that the hash was made of. */
  readonly inputs: boolean
  /** Rules and goals, asked anew, say of the plan what the file says. */
  readonly certificate: boolean | 'reduced'
  /** The rules, moves and reasons listed are those that follow from the inputs and the plan. */
  readonly lists: boolean | 'reduced'
  /** The planner, run anew, comes to the very plan of the proposal and proves the same values. */
  readonly again: boolean | 'skipped' | 'reduced'
}

/** Files written before units could be for a plan to set up or to close say nothing of them. */
const noChoices: Partial<Certificate> = { choices: [] }

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

/** Asks the planner once more what it was asked, from the start. */
async function rerun(
  { problem, order, asked }: DecisionFile['inputs'],
  proven: Proposal,
): Promise<boolean | 'skipped'> {
  const { decisions, ...then }: Order & Pick<ProblemData, 'decisions'> = asked ?? {
    ...order,
    decisions: problem.decisions,
  }
  // Files written before it was noted do not hold the plan that was to be kept.
  const isWhole = proven.goals.every(({ goal }) => goalsInOrder(then).some(({ id }) => id === goal))
  if (!isWhole) return 'skipped'
  const posts = problem.posts.map(({ id }) => id)
  const splits = [...problem.splits, ...splitsIn(posts, decisions)]
  const outcome = await propose(defineProblem({ ...problem, decisions, splits }), then)
  return outcome.kind === 'proposal' && same(outcome.plan, proven.plan) && same(outcome.goals, proven.goals)
}

/** Checks a decision file from its own inputs alone: its hash, all that follows from them, and the planner's run. */
export async function verifyDecision(file: DecisionFile): Promise<Findings> {
  const { inputs, sha256, plan, proposal, certificate, rules, moves, reasons } = file
  if (file.reduced !== undefined)
    return { inputs: hashOf(inputs) === sha256, certificate: 'reduced', lists: 'reduced', again: 'reduced' }
  const derived = derive(inputs.problem, inputs.order, plan)
  // A later version may know more rules.
  const known = derived.rules.filter(({ id }) => rules.some((rule) => rule.id === id))
  return {
    inputs: hashOf(inputs) === sha256,
    certificate: same(derived.certificate, { ...noChoices, ...certificate }),
    lists: same([known, derived.moves, derived.reasons], [rules, moves, reasons]),
    again: proposal?.status === 'proven' ? await rerun(inputs, proposal) : 'skipped',
  }
}

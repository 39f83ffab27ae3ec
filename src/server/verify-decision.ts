import { defineProblem, type Proposal } from '../domain'
import { certify, type Certificate } from '../planner/certify'
import { propose } from '../planner/propose'
import { goalsInOrder } from '../rules'
import { canonical, hashOf, type DecisionFile } from './decision-file'

/** What checking a decision file looked at. `skipped`: there is no proven proposal of these inputs alone. */
export interface Findings {
  /** The inputs are the ones that the hash was made of. */
  readonly inputs: boolean
  /** Rules and goals, asked anew, say of the plan what the file says. */
  readonly certificate: boolean
  /** The planner, run anew, comes to the very plan of the proposal and proves the same values. */
  readonly again: boolean | 'skipped'
}

/** Files written before units could be for a plan to set up or to close say nothing of them. */
const noChoices: Partial<Certificate> = { choices: [] }

/** Checks a decision file from its own inputs alone: hash, rules and goals, and the planner's run once more. */
export async function verifyDecision(file: DecisionFile): Promise<Findings> {
  const { problem: data, order } = file.inputs
  const problem = defineProblem(data)
  const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)
  const { proposal } = file
  const rerun = async (proven: Proposal): Promise<boolean> => {
    const outcome = await propose(problem, order)
    return outcome.kind === 'proposal' && same(outcome.plan, proven.plan) && same(outcome.goals, proven.goals)
  }
  // Planning again near to a plan at hand strives for that too, and the inputs do not hold that plan.
  const isOfOrder = ({ goals }: Proposal): boolean =>
    goals.every(({ goal }) => goalsInOrder(order).some(({ id }) => id === goal))
  return {
    inputs: hashOf(file.inputs) === file.sha256,
    certificate: same(certify(problem, order, file.plan), { ...noChoices, ...file.certificate }),
    again: proposal?.status === 'proven' && isOfOrder(proposal) ? await rerun(proposal) : 'skipped',
  }
}

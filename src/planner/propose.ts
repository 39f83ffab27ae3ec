import {
  writePlan,
  type Asked,
  type GoalResult,
  type Outcome,
  type Plan,
  type Problem,
  type ProblemData,
  type Progress,
} from '../domain'
import { check, putInForce, score, type InForce, type Order } from '../rules'
import { explainClash } from './clash'
import type { Grounds } from './grounds'
import { loadSolver, solverName } from './highs'
import type { Model } from './model'
import { near, type Search } from './search'
import { solve } from './solve'
import { Watch } from './watch'

export interface ProposeOptions {
  /** Called five times a second at most, and at each proven goal. */
  onProgress?(progress: Progress): void
  /** Seconds until the run ends with the best plan so far; none means until proof. */
  readonly timeLimit?: number
  /** When the run was asked for, by `performance.now()`: the limit counts from then. Now, where it is left out. */
  readonly began?: number
  /** A plan to begin from; a stop is never worse than it, nor than everybody staying where they are. */
  readonly start?: Plan
  /** Built before, by `lastingModel`, for the same rules and goals but for what was decided by hand. */
  readonly model?: Model
  /** What runs on that model have proven; this run begins from there, and adds to it. */
  readonly grounds?: Grounds
  /** Ends the run between two solves, or when the solver next asks. */
  readonly signal?: AbortSignal
}

/** From a problem to a plan: the best one for the goals in order, proven, or what stands in the way of any. */
export async function propose(problem: Problem, order: Order = {}, options: ProposeOptions = {}): Promise<Outcome> {
  const began = performance.now()
  return noted(await proposeFor(problem, putInForce(problem, order), { began, ...options }), problem, order)
}

/** The outcome with what was asked for it, so that whoever has a proposal and the court can run it again. */
export function noted(outcome: Outcome, { decisions }: Pick<ProblemData, 'decisions'>, order: Order): Outcome {
  const { rules, goals, slack, keep } = order
  return outcome.kind === 'proposal'
    ? { ...outcome, asked: { rules, goals, slack, keep, decisions } as Asked }
    : outcome
}

/** The same for rules and goals already written out. */
export async function proposeFor(
  problem: Problem,
  inForce: readonly InForce[],
  options: ProposeOptions = {},
): Promise<Outcome> {
  const watch = new Watch(problem, options, options.began)
  const highs = await loadSolver()
  const starts = options.start && [options.start]
  const { search, status, tie } = await solve(highs, problem, inForce, watch, starts, options.model, options.grounds)
  if (status === 'clash') return explainClash(highs, problem, inForce, watch)
  if (search.best === null) return { kind: 'nothing-yet', seconds: watch.seconds() }
  return {
    kind: 'proposal',
    status,
    goals: confirmed(search, inForce),
    plan: writePlan(problem, search.best.plan),
    tie,
    seconds: watch.seconds(),
    solver: solverName(highs),
  }
}

/** The goals' results, after rules and goals themselves have been asked about the plan: the model's word is not enough. */
function confirmed(search: Search, inForce: readonly InForce[]): GoalResult[] {
  const results = search.results()
  const violations = [...check(search.best!.plan, inForce)]
  const broken = violations.find(({ rule }) => rule.weight === 'must')
  if (broken !== undefined) throw new Error(`The model allowed a plan that breaks ${broken.rule.id}.`)
  score(violations, results.length).forEach((value, level) => {
    if (Math.abs(value - results[level]!.value) > near * Math.max(1, Math.abs(value)))
      throw new Error(
        `The model counts ${results[level]!.value} for ${results[level]!.goal}, the goal itself ${value}.`,
      )
  })
  return results
}

import {
  defineProblem,
  problemOf,
  readPlan,
  type Court,
  type Outcome,
  type PlanData,
  type ProblemData,
  type Progress,
  type Round,
} from '../domain'
import type { RunRequest } from '../planner/worker'
import { orderOf } from '../rules'
import { certifyPlan } from './certificate'
import type { Db } from './db'
import { readCourt } from './db/courts'
import { readRound } from './db/rounds'
import { beginRun, endRun, saveProgress, type RunEnd, type RunRow } from './db/runs'
import { planInThread, ThreadStopped } from './planner-thread'

/** The best plan so far is written at most this often, in milliseconds. */
const savingInterval = 1000

/** Why a run is interrupted: somebody stops it and keeps the best plan, or the server ends and it goes on later. */
export type Interruption = 'stopped' | 'server-ends'

/**
 * Carries out a run from where it stands, saving the best plan so far, and ends it. Throws when it is interrupted
 * because the server ends: the run then goes on at the next start.
 */
export async function carryOut(db: Db, id: string, signal: AbortSignal): Promise<void> {
  const run = await beginRun(db, id)
  if (run === null) return
  const of = await inputOf(db, run)
  if (of === null) return
  const notes = new Notes(db, run)
  try {
    const outcome = await planInThread(requestOf(run, of), signal, (progress) => notes.take(progress))
    await notes.settle()
    await endRun(db, id, certified(of, outcome))
  } catch (error) {
    await notes.settle()
    if (!(error instanceof ThreadStopped)) {
      await endRun(db, id, failed('run-failed', { message: (error as Error).message }, of, notes.best))
      throw error
    }
    if ((signal.reason as Interruption) === 'server-ends') throw error
    await endRun(db, id, stopped(of, notes.best))
  }
}

export interface RunInput {
  readonly court: Court
  readonly round: Round
}

/** What a run works on; null when its court or round is gone. */
export async function inputOf(
  db: Db,
  { courtId, roundId }: Pick<RunRow, 'courtId' | 'roundId'>,
): Promise<RunInput | null> {
  const court = await readCourt(db, courtId)
  const round = await readRound(db, courtId, roundId)
  return court === null || round === null ? null : { court: court.court, round: round.round }
}

/**
 * A run that was interrupted starts from its best plan so far, if the court still allows it, with the time it has left.
 */
function requestOf({ timeLimit, progress }: RunRow, { court, round }: RunInput): RunRequest {
  const data = problemOf(court, round)
  const start = progress?.plan ?? null
  return {
    data,
    order: orderOf(round),
    ...(timeLimit !== null && { timeLimit: Math.max(1, timeLimit - (progress?.seconds ?? 0)) }),
    ...(start !== null && fits(data, start) && { start }),
  }
}

function fits(data: ProblemData, plan: PlanData): boolean {
  try {
    readPlan(defineProblem(data), plan)
    return true
  } catch {
    return false
  }
}

/** Keeps the latest progress and writes it now and then, one write at a time. */
class Notes {
  best: Progress | null
  private readonly earlier: number
  private written = 0
  private writing: Promise<void> = Promise.resolve()
  private pending: NodeJS.Timeout | null = null

  constructor(
    private readonly db: Db,
    private readonly run: RunRow,
  ) {
    this.best = run.progress
    this.earlier = run.progress?.seconds ?? 0
  }

  take(progress: Progress): void {
    this.best = {
      ...progress,
      seconds: this.earlier + progress.seconds,
      plan: progress.plan ?? this.best?.plan ?? null,
    }
    this.pending ??= setTimeout(() => this.write(), Math.max(0, this.written + savingInterval - Date.now()))
  }

  private write(): void {
    this.pending = null
    this.written = Date.now()
    const best = this.best
    // A write that fails is made good by the next one, or by the end of the run.
    if (best !== null) this.writing = this.writing.then(() => saveProgress(this.db, this.run.id, best)).catch(() => {})
  }

  /** Writes what has not been written yet. */
  async settle(): Promise<void> {
    if (this.pending !== null) {
      clearTimeout(this.pending)
      this.write()
    }
    await this.writing
  }
}

/** A proposal is kept only when the checker finds what the planner said: every must rule, and each goal's value. */
export function certified(of: RunInput, outcome: Outcome): RunEnd {
  if (outcome.kind !== 'proposal') return { state: 'done', outcome, error: null }
  const { certificate } = certifyPlan(of.court, of.round, outcome.plan)
  const differs = certificate.goals.find(({ goal, value }) => {
    const said = outcome.goals.find((each) => each.goal === goal)
    return said !== undefined && Math.abs(said.value - value) > 1e-6
  })
  if (!certificate.keeps) return failed('proposal-breaks-rules', { count: certificate.broken.length })
  if (differs !== undefined) return failed('proposal-miscounts', { goal: differs.goal })
  return { state: 'done', outcome, error: null }
}

/** The end of a run that was stopped: the best plan so far, if the checker finds that it keeps every must rule. */
export function stopped(of: RunInput, best: Progress | null): RunEnd {
  return { state: 'stopped', outcome: outcomeSoFar(of, best), error: null }
}

const failed = (code: string, facts: Record<string, unknown>, of?: RunInput, best: Progress | null = null): RunEnd => ({
  state: 'failed',
  outcome: of === undefined || best === null ? null : outcomeSoFar(of, best),
  error: { code, facts },
})

/** What a run has come to where it stands. A goal not yet worked on is bounded by 0, which no goal can go below. */
function outcomeSoFar(of: RunInput, best: Progress | null): Outcome {
  const seconds = best?.seconds ?? 0
  if (best === null || best.plan === null) return { kind: 'nothing-yet', seconds }
  const { plan, certificate } = certifyPlan(of.court, of.round, best.plan)
  if (!certificate.keeps) return { kind: 'nothing-yet', seconds }
  const goals = certificate.goals.map(({ goal, value }) => {
    const known = best.goals.find((each) => each.goal === goal)
    const bound = Math.min(known?.bound ?? 0, value)
    const slack = known?.slack ?? 0
    const gap = value - bound
    return { goal, value, bound, gap, proven: known?.proven === true && gap <= slack + 1e-6, slack }
  })
  return { kind: 'proposal', status: 'stopped', goals, plan, tie: null, seconds, solver: 'HiGHS' }
}

import { addMonths } from 'date-fns'
import {
  dateOf,
  dayOf,
  defineProblem,
  problemOf,
  readPlan,
  UnknownSeat,
  type Account,
  type Court,
  type PlanData,
  type Problem,
  type ProblemData,
  type Round,
} from '../domain'
import type { AskMessage, Question } from '../planner/worker'
import { orderOf } from '../rules'
import { noteLook } from './db/audit'
import { readCourt, versionOfCourt } from './db/courts'
import { readStoredPlan, type PlanRow } from './db/plans'
import { ApiError } from './errors'
import { found } from './http'
import { roundSeen } from './rounds'
import type { Services } from './services'

/** Months after the round for which a later one is tried. */
const later = [6, 12, 24, 36] as const
/** Of a court with more seats none is: five of them would be too much to hold. */
const mostSeatsLater = 200_000
const laterThan = (date: string): string[] => later.map((months) => dateOf(addMonths(dayOf(date), months)))

/** What questions are about: a plan, and the court and the round that it is of. */
export interface Matter {
  readonly key: string
  readonly data: ProblemData
  readonly problem: Problem
  readonly court: Court
  readonly round: Round
  readonly roundVersion: number
  readonly stored: PlanRow
  readonly plan: PlanData
  /** The same round later. */
  readonly later: readonly { readonly date: string; readonly data: ProblemData }[]
}
export type Matters = ReturnType<typeof mattersOf>

/** How routes read the plan of a round that they are asked about, and have the planner asked about it. */
export function mattersOf({ database: { db }, desk }: Pick<Services, 'database' | 'desk'>) {
  /** The matter that was asked about last: many ask about one plan at the time it is published. */
  let last: Matter | null = null
  /** Throws `no-plan` where there is nothing to ask about, `plan-outdated` where the plan no longer fits the court. */
  async function matterOf(user: Account, court: string, id: string): Promise<Matter> {
    const { round, version } = await roundSeen(db, user, court, id)
    const stored = await readStoredPlan(db, court, id)
    if (stored === null) throw new ApiError(409, 'no-plan', { round: round.name })
    const key = [court, await versionOfCourt(db, court), id, version, stored.version].join(' ')
    // Another request may come to another matter while this one waits.
    const matter = last?.key === key ? last : await readMatter(key, court, round, version, stored)
    last = matter
    await noteLook(db, user, court)
    return matter
  }
  async function readMatter(
    key: string,
    id: string,
    round: Round,
    roundVersion: number,
    stored: PlanRow,
  ): Promise<Matter> {
    const { court } = found(await readCourt(db, id), 'court-not-found', { court: id })
    const data = problemOf(court, round)
    const problem = defineProblem(data)
    const { plan } = stored
    try {
      readPlan(problem, plan)
    } catch (error) {
      if (error instanceof UnknownSeat) throw new ApiError(409, 'plan-outdated', { round: round.name })
      throw error
    }
    const dates = problem.seats.length > mostSeatsLater ? [] : laterThan(round.date)
    const later = dates.map((date) => ({ date, data: problemOf(court, { ...round, date }) }))
    return { key, data, problem, court, round, roundVersion, stored, plan, later }
  }
  /** The last word on the question, of its kind; null where the desk has none, or the signal fell. */
  async function asked<K extends AskMessage['kind']>(
    user: Account,
    { key, data, round, plan }: Matter,
    question: Question,
    kind: K,
    signal?: AbortSignal,
  ): Promise<Extract<AskMessage, { kind: K }> | null> {
    const request = { kind: 'ask', key, data, order: orderOf(round), plan, question } as const
    const last = await desk.ask(user.id, request, signal)
    if (last?.kind === 'failed') throw new Error(last.message)
    return last?.kind === kind ? (last as Extract<AskMessage, { kind: K }>) : null
  }
  return { matterOf, asked }
}

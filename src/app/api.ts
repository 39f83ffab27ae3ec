import type { Clash, Court, Outcome, PlanData, Progress, Proposal, Round } from '../domain'

/** What the server refused, by a permanent code (`errors.<code>`) and facts; `current` is what is there now (412). */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly facts: Record<string, unknown> = {},
    /** The rest of the answer, for example `current` of a stale change or `broken` of a plan that breaks rules. */
    readonly more: Record<string, unknown> = {},
  ) {
    super(code)
  }

  get current(): unknown {
    return this.more.current
  }
}

export interface CourtSummary {
  readonly id: string
  readonly name: string
  readonly example: boolean
  readonly version: number
  readonly people: number
  readonly teams: number
}
export interface StoredCourt {
  readonly court: Court
  readonly version: number
}
export interface StoredRound {
  readonly round: Round
  readonly version: number
}
export type CourtSource = { source: 'example' } | { source: 'empty'; name: string } | { source: 'file'; court: Court }

export interface Certificate {
  readonly keeps: boolean
  readonly broken: Clash['broken']
  readonly warned: Clash['broken']
  readonly goals: readonly { readonly goal: string; readonly value: number }[]
}
export interface GivenPlan {
  readonly plan: PlanData
  readonly status: 'draft' | 'kept'
  readonly origin: 'proposal' | 'hand'
  readonly proposal: Proposal | null
}
export interface StoredPlan extends GivenPlan {
  readonly certificate: Certificate
  readonly version: number
  readonly savedAt: string
}
export interface Run {
  readonly id: string
  readonly round: string
  readonly state: 'queued' | 'running' | 'done' | 'stopped' | 'failed'
  readonly progress: Progress | null
  readonly outcome: Outcome | null
  readonly error: { readonly code: string; readonly facts: Record<string, unknown> } | null
  readonly startedAt: string | null
  readonly endedAt: string | null
}

/** Lists of a court whose rows can be changed one by one. */
export type RowList = 'departments' | 'teams' | 'people'

async function ask<T>(method: string, path: string, body?: unknown, version?: number): Promise<T> {
  const headers: Record<string, string> = {}
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (version !== undefined) headers['if-match'] = `"${version}"`
  let response: Response
  try {
    response = await fetch(`/api${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  } catch {
    throw new ApiError(0, 'unreachable')
  }
  if (response.status === 204) return undefined as T
  const answer = (await response.json().catch(() => null)) as Record<string, unknown> | null
  if (response.ok && answer !== null) return answer as T
  const { code, facts, ...more } = answer ?? {}
  throw new ApiError(
    response.status,
    typeof code === 'string' ? code : 'unreachable',
    (facts ?? {}) as Record<string, unknown>,
    more,
  )
}

const at = (...parts: string[]): string => parts.map((part) => `/${encodeURIComponent(part)}`).join('')

/** The server's resources. Each call throws an ApiError where the server refuses or cannot be reached. */
export const api = {
  courts: () => ask<CourtSummary[]>('GET', '/courts'),
  createCourt: (from: CourtSource) => ask<{ id: string; version: number }>('POST', '/courts', from),
  court: (court: string) => ask<StoredCourt>('GET', at('courts', court)),
  saveCourt: (court: Court, version: number) => ask<{ version: number }>('PUT', at('courts', court.id), court, version),
  removeCourt: (court: string) => ask<void>('DELETE', at('courts', court)),
  addRow: (court: string, list: RowList, row: { id: string }, version: number) =>
    ask<{ version: number }>('POST', at('courts', court, list), row, version),
  saveRow: (court: string, list: RowList, row: { id: string }, version: number) =>
    ask<{ version: number }>('PUT', at('courts', court, list, row.id), row, version),
  removeRow: (court: string, list: RowList, row: string, version: number) =>
    ask<{ version: number }>('DELETE', at('courts', court, list, row), undefined, version),

  rounds: (court: string) => ask<(StoredRound & { kept: boolean })[]>('GET', at('courts', court, 'rounds')),
  createRound: (court: string, round: Omit<Round, 'id'>) =>
    ask<StoredRound>('POST', at('courts', court, 'rounds'), round),
  round: (court: string, round: string) => ask<StoredRound>('GET', at('courts', court, 'rounds', round)),
  saveRound: (court: string, round: Round, version: number) =>
    ask<StoredRound>('PUT', at('courts', court, 'rounds', round.id), round, version),
  removeRound: (court: string, round: string) => ask<void>('DELETE', at('courts', court, 'rounds', round)),

  /** The round's plan; null while it has none. */
  plan: (court: string, round: string) =>
    ask<StoredPlan>('GET', at('courts', court, 'rounds', round, 'plan')).catch(noneFor('no-plan')),
  /** Saves on the version given, 0 for the first plan. */
  savePlan: (court: string, round: string, plan: GivenPlan, version: number) =>
    ask<StoredPlan>('PUT', at('courts', court, 'rounds', round, 'plan'), plan, version),

  startRun: (court: string, round: string, options: { timeLimit?: number } = {}) =>
    ask<{ id: string }>('POST', at('courts', court, 'rounds', round, 'runs'), options),
  /** The newest run of the round; null where there was none. */
  latestRun: (court: string, round: string) =>
    ask<Run>('GET', at('courts', court, 'rounds', round, 'runs', 'latest')).catch(noneFor('run-not-found', 'no-run')),
  run: (run: string) => ask<Run>('GET', at('runs', run)),
  /** Stops the run; it keeps the best plan so far. */
  stopRun: (run: string) => ask<void>('DELETE', at('runs', run)),
}

/** Takes a refusal with one of these codes as "there is none". */
const noneFor =
  (...codes: string[]) =>
  (error: unknown): null => {
    if (error instanceof ApiError && codes.includes(error.code)) return null
    throw error
  }

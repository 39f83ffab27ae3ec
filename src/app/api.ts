import { hc, type ClientResponse, type InferRequestType, type InferResponseType } from 'hono/client'
import type { Court, CourtLists, Round } from '../domain'
import type { Api } from '../server/api'

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

/** The server as its own types describe it: a field renamed there does not compile here. */
const { courts, runs } = hc<Api>('/').api
const court = courts[':court']
const rounds = court.rounds
const round = rounds[':round']

export type CourtSource = InferRequestType<typeof courts.$post>['json']
export type StoredCourt = InferResponseType<typeof court.$get, 200>
export type StoredRound = InferResponseType<typeof round.$get, 200>
export type GivenPlan = InferRequestType<typeof round.plan.$put>['json']
export type StoredPlan = NonNullable<InferResponseType<typeof round.plan.$get, 200>>
export type Run = InferResponseType<(typeof runs)[':run']['$get'], 200>

/** What the server says when it does as asked; a refusal is thrown instead. */
type Answer<R> =
  R extends ClientResponse<infer Said, infer Status, 'json'> ? (Status extends 200 | 201 | 202 ? Said : never) : never

/** Sends a request and reads the answer, or throws the ApiError that the server gave, or that it cannot be reached. */
async function answer<R extends Response | ClientResponse<unknown, number, string>>(
  sent: Promise<R>,
): Promise<Answer<R>> {
  const response = await sent.catch(() => {
    throw new ApiError(0, 'unreachable')
  })
  if (response.status === 204) return undefined as Answer<R>
  const said = (await response.json().catch(() => undefined)) as Record<string, unknown> | null | undefined
  if (response.ok && said !== undefined) return said as Answer<R>
  const { code, facts, ...more } = said ?? {}
  throw new ApiError(
    response.status,
    typeof code === 'string' ? code : 'unreachable',
    (facts ?? {}) as Record<string, unknown>,
    more,
  )
}

/** Ids stand in addresses: the client does not mask what means something there. */
const masked = <P extends Record<string, string>>(param: P): P =>
  Object.fromEntries(Object.entries(param).map(([key, id]) => [key, encodeURIComponent(id)])) as P
const onVersion = (version: number) => ({ 'if-match': `"${version}"` })

/** The server's resources. Each call throws an ApiError where the server refuses or cannot be reached. */
export const api = {
  courts: () => answer(courts.$get()),
  createCourt: (from: CourtSource) => answer(courts.$post({ json: from })),
  court: (id: string) => answer(court.$get({ param: masked({ court: id }), query: {} })),
  /** The court with its case list, which may be long. */
  wholeCourt: (id: string) => answer(court.$get({ param: masked({ court: id }), query: { cases: 'all' } })),
  saveCourt: (json: Court, version: number) =>
    answer(court.$put({ param: masked({ court: json.id }), header: onVersion(version), json })),
  /** Changes the lists given, all or none of them; the court must hold together afterwards. */
  changeCourt: (id: string, json: CourtLists, version: number) =>
    answer(court.$patch({ param: masked({ court: id }), header: onVersion(version), json })),
  removeCourt: (id: string) => answer(court.$delete({ param: masked({ court: id }) })),

  rounds: (of: string) => answer(rounds.$get({ param: masked({ court: of }) })),
  createRound: (of: string, json: Omit<Round, 'id'>) => answer(rounds.$post({ param: masked({ court: of }), json })),
  round: (of: string, id: string) => answer(round.$get({ param: masked({ court: of, round: id }) })),
  saveRound: (of: string, json: Round, version: number) =>
    answer(round.$put({ param: masked({ court: of, round: json.id }), header: onVersion(version), json })),
  removeRound: (of: string, id: string) => answer(round.$delete({ param: masked({ court: of, round: id }) })),

  /** The round's plan; null while it has none. */
  plan: (of: string, id: string) => answer(round.plan.$get({ param: masked({ court: of, round: id }) })),
  /** Saves on the version given, 0 for the first plan. */
  savePlan: (of: string, id: string, json: GivenPlan, version: number) =>
    answer(round.plan.$put({ param: masked({ court: of, round: id }), header: onVersion(version), json })),

  startRun: (of: string, id: string, json: { timeLimit?: number } = {}) =>
    answer(round.runs.$post({ param: masked({ court: of, round: id }), json })),
  /** The newest run of the round; null where there was none. */
  latestRun: (of: string, id: string) => answer(round.runs.latest.$get({ param: masked({ court: of, round: id }) })),
  run: (id: string) => answer(runs[':run'].$get({ param: masked({ run: id }) })),
  /** Stops the run; it keeps the best plan so far. */
  stopRun: (id: string) => answer(runs[':run'].$delete({ param: masked({ run: id }) })),
}

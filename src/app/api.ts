import { hc, type ClientResponse } from 'hono/client'
import { ref } from 'vue'
import type { Api } from '../server/api'
import type { AuditEntry, Client } from './api-types'

export type * from './api-types'

/** Something that says what went wrong by a code of `errors` and the facts of its sentences: the server, or the domain. */
export const isCoded = (error: unknown): error is Pick<ApiError, 'code' | 'facts'> =>
  typeof error === 'object' && error !== null && 'code' in error && 'facts' in error

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
const {
  audit,
  courts,
  messages,
  runs,
  session,
  sessions,
  accounts,
  'first-start': first,
  'example-accounts': examples,
} = hc<Api>('/').api
const court = courts[':court']
const rounds = court.rounds
const round = rounds[':round']
const imports = court.imports
const account = accounts[':account']
const objections = round.objections
const objection = objections[':objection']
const swaps = round.swaps
const swap = swaps[':swap']
const handovers = round.handovers
const handover = handovers[':person']
const review = round.review
const message = messages[':message']
const wishes = court.people[':person'].wishes

/** What the server says when it does as asked; a refusal is thrown instead. */
type Answer<R> =
  R extends ClientResponse<infer Said, infer Status, 'json'> ? (Status extends 200 | 201 | 202 ? Said : never) : never

/** The server answered that nobody is signed in any more: the page asks to sign in again, and stays as it is. */
export const sessionEnded = ref(false)

type Sent = Response | ClientResponse<unknown, number, string>
type Said = Record<string, unknown> | null | undefined

const reached = <R extends Sent>(sent: Promise<R>): Promise<R> =>
  sent.catch((error: unknown) => {
    if (error instanceof Error && error.name === 'AbortError') throw error
    throw new ApiError(0, 'unreachable')
  })
const saidIn = async (response: Sent): Promise<Said> => (await response.json().catch(() => undefined)) as Said

function refusalOf({ status }: Sent, said: Said): ApiError {
  const { code, facts, ...more } = said ?? {}
  return new ApiError(
    status,
    typeof code === 'string' ? code : 'unreachable',
    (facts ?? {}) as Record<string, unknown>,
    more,
  )
}

/** Sends a request and reads the answer, or throws the ApiError that the server gave, or that it cannot be reached. */
async function answer<R extends Sent>(sent: Promise<R>): Promise<Answer<R>> {
  const response = await reached(sent)
  if (response.status === 204) return undefined as Answer<R>
  const said = await saidIn(response)
  if (response.ok && said !== undefined) return said as Answer<R>
  throw refused(response, said)
}

function refused(response: Sent, said: Said): ApiError {
  const refusal = refusalOf(response, said)
  if (refusal.code === 'not-signed-in') sessionEnded.value = true
  return refusal
}

/** Ids stand in addresses: the client does not mask what means something there. */
const masked = <P extends Record<string, string>>(param: P): P =>
  Object.fromEntries(Object.entries(param).map(([key, id]) => [key, encodeURIComponent(id)])) as P
const onVersion = (version: number) => ({ 'if-match': `"${version}"` })

const defined = (given: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined))

/** Where the decision file of a round's kept plan is downloaded (决策档案). */
export const decisionAddress = (of: string, id: string): string =>
  round.decision.$path({ param: masked({ court: of, round: id }) })

/** Where the whole audit log is downloaded, as a file that can be verified. */
export const auditAddress = audit.export.$path()

/** Each call goes to the route of its name; what it answers is checked against what the routes say they answer. */
export const api: Client = {
  session: () => answer(session.$get()),
  firstStart: (json) => answer(first.$post({ json })),
  signIn: (username, password) => answer(session.$post({ json: { username, password } })),
  signOut: () => answer(session.$delete()),
  beginSso: (back) => answer(session.sso.$post({ json: { back } })),
  changePassword: (current, next) => answer(session.password.$put({ json: { current, next } })),
  sessions: () => answer(sessions.$get()),
  endSession: (id) => answer(sessions[':session'].$delete({ param: masked({ session: id }) })),
  mailing: () => answer(session.mailing.$get()),
  changeMailing: (json) => answer(session.mailing.$patch({ json })),
  accounts: () => answer(accounts.$get()),
  addAccount: (json) => answer(accounts.$post({ json })),
  changeAccount: (id, json) => answer(account.$patch({ param: masked({ account: id }), json })),
  resetPassword: (id) => answer(account.password.$post({ param: masked({ account: id }) })),
  endSessions: (id) => answer(account.sessions.$delete({ param: masked({ account: id }) })),
  accountsForPeople: (id) => answer(court.accounts.$post({ param: masked({ court: id }) })),
  readAccountTable: (file) => {
    const headers = { 'content-type': 'application/octet-stream' }
    return answer(
      fetch('/api/accounts/table', { method: 'POST', headers, body: file }) as ReturnType<typeof accounts.table.$post>,
    )
  },
  addAllAccounts: (given) => answer(accounts.all.$post({ json: { accounts: given } })),
  addExampleAccounts: (id) => answer(court['example-accounts'].$post({ param: masked({ court: id }) })),
  removeExampleAccounts: () => answer(examples.$delete()),

  courts: () => answer(courts.$get()),
  createCourt: (from) => answer(courts.$post({ json: from })),
  court: (id) => answer(court.$get({ param: masked({ court: id }), query: {} })),
  wholeCourt: (id) => answer(court.$get({ param: masked({ court: id }), query: { cases: 'all' } })),
  saveCourt: (json, version) =>
    answer(court.$put({ param: masked({ court: json.id }), header: onVersion(version), json })),
  changeCourt: (id, json, version) =>
    answer(court.$patch({ param: masked({ court: id }), header: onVersion(version), json })),
  removeCourt: (id) => answer(court.$delete({ param: masked({ court: id }) })),
  forgetPerson: (of, person, version) =>
    answer(court.people[':person'].$delete({ param: masked({ court: of, person }), header: onVersion(version) })),
  due: (of) => answer(court.retention.$get({ param: masked({ court: of }) })),
  deleteDue: (of, version) =>
    answer(court.retention.$post({ param: masked({ court: of }), header: onVersion(version) })),
  noteExport: (id, json) => answer(court.exports.$post({ param: masked({ court: id }), json })),

  audit: (filter, page, size) =>
    answer(audit.$get({ query: { ...filter, page: page.toString(), size: size.toString() } })),
  auditExport: async (filter) => {
    const response = await reached(audit.export.$get({ query: filter }))
    if (!response.ok) throw refused(response, await saidIn(response))
    const lines = (await response.text()).split('\n').slice(0, -1)
    return lines.map((line) => JSON.parse(line) as AuditEntry)
  },
  auditVerification: (head) => answer(audit.verification.$get({ query: head === undefined ? {} : { head } })),

  rounds: (of) => answer(rounds.$get({ param: masked({ court: of }) })),
  createRound: (of, json) => answer(rounds.$post({ param: masked({ court: of }), json })),
  round: (of, id) => answer(round.$get({ param: masked({ court: of, round: id }) })),
  saveRound: (of, json, version) =>
    answer(round.$put({ param: masked({ court: of, round: json.id }), header: onVersion(version), json })),
  removeRound: (of, id) => answer(round.$delete({ param: masked({ court: of, round: id }) })),

  plan: (of, id) => answer(round.plan.$get({ param: masked({ court: of, round: id }) })),
  savePlan: (of, id, json, version) =>
    answer(round.plan.$put({ param: masked({ court: of, round: id }), header: onVersion(version), json })),

  sendImport: (of, file, options = {}) => {
    const query = new URLSearchParams({ name: file.name, ...defined({ ...options }) }).toString()
    const headers = { 'content-type': 'application/octet-stream' }
    const address = `/api/courts/${encodeURIComponent(of)}/imports?${query}`
    return answer<ClientResponse<{ id: string }, 202, 'json'>>(
      fetch(address, { method: 'POST', headers, body: file }) as Promise<ClientResponse<{ id: string }, 202, 'json'>>,
    )
  },
  import: (of, id) => answer(imports[':import'].$get({ param: masked({ court: of, import: id }) })),
  cancelImport: (of, id) => answer(imports[':import'].$delete({ param: masked({ court: of, import: id }) })),
  commitImport: (of, id, confirmed, version) =>
    answer(
      imports[':import'].commit.$post({
        param: masked({ court: of, import: id }),
        header: onVersion(version),
        json: { confirmed },
      }),
    ),

  cases: (of, { page, size, ...filter } = {}) =>
    answer(
      court.cases.$get({
        param: masked({ court: of }),
        query: { ...filter, ...defined({ page: page?.toString(), size: size?.toString() }) },
      }),
    ),
  caseDays: (of, query) => answer(court.cases.days.$get({ param: masked({ court: of }), query })),

  wishes: (of, person) => answer(wishes.$get({ param: masked({ court: of, person }) })),
  saveWishes: (of, person, json, version) =>
    answer(wishes.$put({ param: masked({ court: of, person }), header: onVersion(version), json })),
  confirmWishes: (of, person, version) =>
    answer(wishes.confirm.$post({ param: masked({ court: of, person }), header: onVersion(version) })),
  demand: (of) => answer(court.demand.$get({ param: masked({ court: of }) })),

  messages: (size) => answer(messages.$get({ query: { size: size.toString() } })),
  readMessage: (id, andOlder) =>
    answer(message[andOlder ? 'all-read' : 'read'].$post({ param: masked({ message: id }) })),

  objections: (of, id) => answer(objections.$get({ param: masked({ court: of, round: id }) })),
  fileObjection: (of, id, json) => answer(objections.$post({ param: masked({ court: of, round: id }), json })),
  answerObjection: (of, id, to, json) =>
    answer(objection.answer.$post({ param: masked({ court: of, round: id, objection: to }), json })),
  withdrawObjection: (of, id, one) =>
    answer(objection.withdrawal.$post({ param: masked({ court: of, round: id, objection: one }) })),

  swaps: (of, id) => answer(swaps.$get({ param: masked({ court: of, round: id }) })),
  checkSwap: (of, id, json, signal) =>
    answer(swaps.check.$post({ param: masked({ court: of, round: id }), json }, { init: { signal } })),
  askSwap: (of, id, json) => answer(swaps.$post({ param: masked({ court: of, round: id }), json })),
  answerSwap: (of, id, one, state) =>
    answer(swap.answer.$post({ param: masked({ court: of, round: id, swap: one }), json: { state } })),
  withdrawSwap: (of, id, one) => answer(swap.withdrawal.$post({ param: masked({ court: of, round: id, swap: one }) })),
  decideSwap: (of, id, one, json) =>
    answer(swap.decision.$post({ param: masked({ court: of, round: id, swap: one }), json })),

  handovers: (of, id) => answer(handovers.$get({ param: masked({ court: of, round: id }) })),
  saveHandover: (of, id, person, json, version) =>
    answer(handover.$put({ param: masked({ court: of, round: id, person }), header: onVersion(version), json })),
  confirmHandover: (of, id, person, version) =>
    answer(
      handover.confirmation.$post({ param: masked({ court: of, round: id, person }), header: onVersion(version) }),
    ),
  reopenHandover: (of, id, person, version) =>
    answer(handover.reopening.$post({ param: masked({ court: of, round: id, person }), header: onVersion(version) })),

  reasons: (of, id, signal) =>
    answer(round.reasons.$get({ param: masked({ court: of, round: id }) }, { init: { signal } })),
  places: (of, id, person, signal) =>
    answer(
      round.people[':person'].places.$get({ param: masked({ court: of, round: id, person }) }, { init: { signal } }),
    ),
  askSeat: (of, id, json, signal) =>
    answer(round.questions.$post({ param: masked({ court: of, round: id }), json }, { init: { signal } })),

  review: (of, id) => answer(review.$get({ param: masked({ court: of, round: id }) })),
  sendReview: (of, id, until) => answer(review.$put({ param: masked({ court: of, round: id }), json: { until } })),
  callBackReview: (of, id) => answer(review.$delete({ param: masked({ court: of, round: id }) })),
  answerReview: (of, id, division, answers) =>
    answer(review.answers.$post({ param: masked({ court: of, round: id }), json: { division, answers } })),

  startRun: (of, id, json = {}) => answer(round.runs.$post({ param: masked({ court: of, round: id }), json })),
  latestRun: (of, id) => answer(round.runs.latest.$get({ param: masked({ court: of, round: id }) })),
  run: (id) => answer(runs[':run'].$get({ param: masked({ run: id }) })),
  stopRun: (id) => answer(runs[':run'].$delete({ param: masked({ run: id }) })),
}

import type { Found, WorkbookProblem } from '../workbook'
import type {
  AccountFacts,
  AccountRole,
  CaseDays,
  CaseRecord,
  Court,
  CourtChange,
  Demand,
  Due,
  Facts,
  Handover,
  HandoverDraft,
  Mailing,
  Message,
  Objection,
  ObjectionAnswer,
  ObjectionWindow,
  Outcome,
  PlanData,
  Progress,
  Proposal,
  ReviewAnswer,
  ReviewReply,
  ReviewSent,
  Round,
  Swap,
  SwapDecision,
  WishStatement,
  WishWindow,
} from '../domain'
import type { Reason } from '../rules'

// What the server answers, written out: these types are met by the routes (api.ts does not compile else), and reading
// them costs nothing, while every file that had them inferred from the routes would be half a minute in the linter.

export interface CourtSummary {
  readonly id: string
  readonly name: string
  readonly example: boolean
  readonly version: number
  readonly people: number
  readonly teams: number
}
export type CourtSource = { source: 'example' } | { source: 'empty'; name: string } | { source: 'file'; court: Court }

export interface Saved {
  readonly version: number
}
export interface StoredCourt extends Saved {
  readonly court: Court
}
export interface StoredRound extends Saved {
  readonly round: Round
}

export interface BrokenRule {
  readonly rule: string
  readonly facts: Record<string, string | number | boolean | null | readonly string[]>
  readonly excess: number
}
/** What the server's checker found about a plan. */
export interface Certificate {
  readonly keeps: boolean
  readonly broken: readonly BrokenRule[]
  readonly warned: readonly BrokenRule[]
  readonly goals: readonly { goal: string; value: number }[]
}
export interface GivenPlan {
  readonly plan: PlanData
  readonly status: 'draft' | 'kept'
  readonly origin: 'proposal' | 'hand'
  readonly proposal?: Proposal | null
}
export interface StoredPlan extends GivenPlan, Saved {
  readonly proposal: Proposal | null
  readonly certificate: Certificate
  readonly savedAt: string
}

/** Why somebody moves, as the reader may know it; `withheld`: for reasons about people whose facts one does not see, too. */
export interface ToldReasons {
  readonly reasons: readonly Reason[]
  readonly withheld: boolean
}
/** Rules that one may read of, each with something that it forbids; `withheld`: rules about other people too. */
export interface ToldRules {
  readonly rules: readonly { readonly rule: string; readonly facts: Facts }[]
  readonly withheld: boolean
}
/** A post where the person could be: what alone forbids it, and the date of a later round on which nothing would. */
export interface ToldPlace extends ToldRules {
  readonly seat: string
  readonly from: string | null
}
/** What it would cost if a person took a seat, in the goals' own units, or what forbids it. */
export type ToldAnswer =
  | {
      readonly kind: 'price'
      readonly goals: readonly { readonly goal: string; readonly now: number; readonly then: number }[]
      /** How many other people would be elsewhere. */
      readonly others: number
    }
  | ({ readonly kind: 'forbidden' } & ToldRules)
  | { readonly kind: 'stopped' }

/** What the goals come to if two people had each other's seats and nobody else moved, or what forbids it. */
export type ToldSwap =
  Pick<Extract<ToldAnswer, { kind: 'price' }>, 'kind' | 'goals'> | Extract<ToldAnswer, { kind: 'forbidden' }>

/** Whether a draft plan was sent for review, what divisions answered that one may read, and which have a head to answer. */
export interface Review {
  readonly sent: ReviewSent | null
  readonly answers: ReviewAnswer[]
  readonly heads: readonly string[]
}

/** What a person says of where to work: the draft, what was confirmed, and until when it may be. */
export interface StoredWishes extends Saved {
  readonly draft: WishStatement
  readonly confirmed: WishStatement | null
  readonly confirmedAt: string | null
  readonly window: WishWindow
}

/** What somebody was told: the newest messages, and how many there are. */
export interface Inbox {
  readonly messages: readonly Message[]
  readonly count: number
  readonly unread: number
}

export interface Run {
  readonly id: string
  readonly court: string
  readonly round: string
  readonly state: 'queued' | 'running' | 'done' | 'stopped' | 'failed'
  readonly progress: Progress | null
  readonly outcome: Outcome | null
  readonly error: { code: string; facts: Record<string, unknown> } | null
  readonly startedAt: string | null
  readonly endedAt: string | null
}

/** What looks wrong in an import and may yet be right; its words are at `workbook.problems.<code>`. */
export interface ImportWarning {
  readonly code: string
  readonly row: number | null
  readonly column: string | null
  readonly value: string | null
  readonly right: string | null
  readonly team: string | null
  readonly caseType: string | null
  readonly month: string | null
}
/** What an import of caseload will do once it is committed. */
export interface CaseloadPreview {
  readonly kind: 'cases' | 'monthly'
  readonly format: 'xlsx' | 'csv'
  readonly encoding: string | null
  readonly sheet: string
  readonly rows: number
  readonly ignored: readonly string[]
  readonly totals: number
  readonly period: { from: string; until: string } | null
  readonly cases: { added: number; changed: number; same: number; removed: number } | null
  readonly months: readonly {
    month: string
    added: number
    replaced: number
    same: number
    filed: number
    closed: number
  }[]
  readonly teams: readonly { id: string; rows: number }[]
  readonly caseTypes: readonly { id: string; rows: number }[]
  readonly warnings: { readonly kept: readonly ImportWarning[]; readonly total: number }
}
export interface CaseloadImport {
  readonly id: string
  readonly name: string
  readonly mode: 'merge' | 'replace'
  readonly state: 'working' | 'ready' | 'refused' | 'done' | 'cancelled' | 'failed'
  readonly stage: 'receiving' | 'reading' | 'comparing' | 'counting' | 'ready' | 'writing'
  readonly rows: number
  readonly basedOn: number
  readonly preview: CaseloadPreview | null
  readonly problems: { readonly problems: readonly WorkbookProblem[]; readonly total: number } | null
  readonly error: { code: string; facts: Record<string, unknown> } | null
}
export interface ImportOptions {
  readonly kind?: 'cases' | 'monthly'
  readonly mode?: 'merge' | 'replace'
  /** First month that a case list is counted for. */
  readonly from?: string
}

/** The cases asked for; what is left out does not count. `pendingOn` asks for those pending when that day ended. */
export interface CaseFilter {
  readonly team?: string[]
  readonly caseType?: string[]
  readonly filedFrom?: string
  readonly filedUntil?: string
  readonly closedFrom?: string
  readonly closedUntil?: string
  readonly pendingOn?: string
  readonly outcome?: NonNullable<CaseRecord['outcome']>[]
  readonly page?: number
  readonly size?: number
}

/** A file that is about to be handed out: what of the court it holds, its name, and its size in bytes. */
export interface HandedOut {
  readonly holds: 'court' | 'cases' | 'plan' | 'statistics'
  readonly name: string
  readonly size: number
}

/** One row that was added, removed or changed, or with a null key a list as a whole; docs/audit.md. */
export interface AuditChange {
  readonly list: string
  readonly key: string | null
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
}
/** An entry of the audit log (审计日志); docs/audit.md. */
export interface AuditEntry {
  readonly number: number
  readonly at: string
  readonly actor: { readonly id: string; readonly name: string } | null
  readonly action: string
  readonly court: string | null
  readonly subject: { readonly kind: string; readonly id: string | null; readonly name: string | null }
  readonly people: readonly string[] | 'all'
  readonly changes: readonly AuditChange[]
  readonly why: string | null
  readonly previous: string
  readonly hash: string
}
/** Which entries: what is left out does not count. `until` is no longer within; an empty actor asks for nobody. */
export interface AuditFilter {
  readonly from?: string
  readonly until?: string
  readonly actor?: string
  readonly action?: string
  readonly court?: string
  readonly person?: string
}
/** The newest entry that fits, and the first that does not; the words are at `audit.faults.<code>`. */
export interface AuditVerification {
  readonly head: { readonly number: number; readonly hash: string }
  readonly fault: { readonly number: number; readonly code: string; readonly facts: Record<string, number> } | null
}

/** Who is signed in; `mustChange`: with a password that somebody else gave, which has to be changed first. */
export interface OwnAccount extends AccountFacts {
  readonly id: string
  readonly mustChange: boolean
}
export type SessionState =
  | { readonly state: 'first-start'; readonly code: boolean }
  | {
      readonly state: 'signed-out'
      readonly sso: boolean
      readonly examples: readonly { username: string; name: string; role: AccountRole }[]
      readonly password: string
    }
  | { readonly state: 'signed-in'; readonly account: OwnAccount }
export interface OwnSession {
  readonly id: string
  readonly current: boolean
  readonly begun: string
  readonly seen: string
  readonly until: string
  readonly address: string | null
  readonly agent: string | null
}
/** An account as administrators see it; `sessions` have not ended. */
export interface OwnMailing extends Mailing {
  /** There is a mail server, so that messages leave. */
  readonly sent: boolean
}
export interface StoredAccount extends OwnAccount {
  readonly mail: string | null
  readonly disabled: boolean
  readonly example: boolean
  readonly sessions: number
}
/** What is handed to a person with a new account, once. */
export interface PasswordSlip {
  readonly person: string | null
  readonly name: string
  readonly username: string
  readonly password: string
}

/** Accounts that a table makes, none where something in it is wrong. */
export interface AccountTable extends Found {
  readonly accounts: readonly {
    readonly row: number
    readonly facts: AccountFacts
    /** What its ids are called. */
    readonly called: {
      readonly court: string | null
      readonly divisions: readonly string[]
      readonly person: string | null
    }
  }[]
}

/** The server's resources. Each call throws an ApiError where the server refuses or cannot be reached. */
export interface Client {
  session(): Promise<SessionState>
  firstStart(given: { name: string; username: string; password: string; code: string }): Promise<void>
  signIn(username: string, password: string): Promise<void>
  signOut(): Promise<void>
  /** Where the browser goes to sign in at the court's own provider, to come back to a page of the app. */
  beginSso(back: string): Promise<{ url: string }>
  changePassword(current: string, next: string): Promise<void>
  sessions(): Promise<OwnSession[]>
  endSession(id: string): Promise<void>
  /** Where the own messages go by e-mail. */
  mailing(): Promise<OwnMailing>
  changeMailing(change: Partial<Mailing>): Promise<OwnMailing>
  accounts(): Promise<StoredAccount[]>
  addAccount(facts: AccountFacts & { mail?: string | null }): Promise<{ id: string; password: string }>
  changeAccount(
    id: string,
    change: Partial<AccountFacts> & { mail?: string | null; disabled?: boolean },
  ): Promise<StoredAccount>
  resetPassword(id: string): Promise<{ password: string }>
  endSessions(id: string): Promise<void>
  /** Staff accounts for everybody of the court who has none. */
  accountsForPeople(court: string): Promise<PasswordSlip[]>
  /** What a table of accounts would make, or what is wrong in it. */
  readAccountTable(file: File): Promise<AccountTable>
  /** Makes all of them, or none. */
  addAllAccounts(accounts: AccountFacts[]): Promise<PasswordSlip[]>
  addExampleAccounts(court: string): Promise<string[]>
  removeExampleAccounts(): Promise<void>

  courts(): Promise<CourtSummary[]>
  createCourt(from: CourtSource): Promise<{ id: string; version: number }>
  court(id: string): Promise<StoredCourt>
  /** The court with its case list, which may be long. */
  wholeCourt(id: string): Promise<StoredCourt>
  saveCourt(court: Court, version: number): Promise<Saved>
  /** Changes what is given, all or nothing of it; the court must hold together afterwards. */
  changeCourt(id: string, change: CourtChange, version: number): Promise<Saved>
  removeCourt(id: string): Promise<void>
  /** What is kept longer than the court's settings say, as of today. */
  due(court: string): Promise<Due[]>
  /** Deletes all of it. */
  deleteDue(court: string, version: number): Promise<Saved>
  /** Deletes the personal facts of somebody who has left; what counts are made of stays under a label. */
  forgetPerson(court: string, person: string, version: number): Promise<Saved>
  /** Records that a file of the court's data is handed out. */
  noteExport(court: string, file: HandedOut): Promise<void>

  /** A page of the audit log, the newest entry first. */
  audit(filter: AuditFilter, page: number, size: number): Promise<{ count: number; entries: AuditEntry[] }>
  /** Every entry that the filter finds, the oldest first; recorded as an export. */
  auditExport(filter: AuditFilter): Promise<AuditEntry[]>
  /** Verifies every entry, and that a noted head, `NUMBER:HASH`, is still among them. */
  auditVerification(head?: string): Promise<AuditVerification>

  rounds(court: string): Promise<(StoredRound & { kept: boolean })[]>
  createRound(court: string, round: Omit<Round, 'id'>): Promise<StoredRound>
  round(court: string, id: string): Promise<StoredRound>
  saveRound(court: string, round: Round, version: number): Promise<StoredRound>
  removeRound(court: string, id: string): Promise<void>

  /** The round's plan; null while it has none. */
  plan(court: string, round: string): Promise<StoredPlan | null>
  /** Saves on the version given, 0 for the first plan. */
  savePlan(court: string, round: string, plan: GivenPlan, version: number): Promise<StoredPlan>

  /** Sends a file of caseload, which the server begins to read; nothing is written before it is committed. */
  sendImport(court: string, file: File, options?: ImportOptions): Promise<{ id: string }>
  import(court: string, id: string): Promise<CaseloadImport>
  /** Gives the import up; nothing of it was written. */
  cancelImport(court: string, id: string): Promise<CaseloadImport>
  /** Writes the import whole; `confirmed` says that somebody looked at its warnings. */
  commitImport(court: string, id: string, confirmed: boolean, version: number): Promise<Saved>

  /** A page of the case list, in the order of filing. */
  cases(court: string, filter?: CaseFilter): Promise<{ count: number; cases: CaseRecord[] }>
  /** What happened to cases day by day, and the stock before. */
  caseDays(
    court: string,
    span: { from: string; until: string; team?: string[]; caseType?: string[] },
  ): Promise<CaseDays>

  wishes(court: string, person: string): Promise<StoredWishes>
  /** Saves a draft on the version given, 0 for the first. */
  saveWishes(court: string, person: string, draft: WishStatement, version: number): Promise<Saved>
  /** Makes the draft of this version what the person has said. */
  confirmWishes(court: string, person: string, version: number): Promise<StoredWishes>
  /** How sought each unit is; small groups are not told. */
  demand(court: string): Promise<Demand[]>

  /** The newest of the own messages, so many. */
  messages(size: number): Promise<Inbox>
  /** Marks one as read, or it and all before it. */
  readMessage(id: string, andOlder: boolean): Promise<void>

  /** Why people move under a round's plan, by person: those about whom one may know. Signals give up waiting. */
  reasons(court: string, round: string, signal?: AbortSignal): Promise<Record<string, ToldReasons>>
  /** Where else the person could be. */
  places(court: string, round: string, person: string, signal?: AbortSignal): Promise<ToldPlace[]>
  /** What if the person took the seat. */
  askSeat(
    court: string,
    round: string,
    asked: { person: string; seat: string },
    signal?: AbortSignal,
  ): Promise<ToldAnswer>

  /** The objections to the round's kept plan that one may see, and until when one may be filed. */
  objections(court: string, round: string): Promise<ObjectionWindow & { objections: Objection[] }>
  fileObjection(court: string, round: string, said: { person: string; text: string }): Promise<Objection>
  answerObjection(court: string, round: string, id: string, given: ObjectionAnswer): Promise<Objection>
  withdrawObjection(court: string, round: string, id: string): Promise<Objection>

  /** The swaps under the round's kept plan that one may see, and until when one may ask for one. */
  swaps(court: string, round: string): Promise<ObjectionWindow & { swaps: Swap[] }>
  checkSwap(
    court: string,
    round: string,
    two: { person: string; other: string },
    signal?: AbortSignal,
  ): Promise<ToldSwap>
  askSwap(court: string, round: string, asked: { person: string; other: string; text: string }): Promise<Swap>
  answerSwap(court: string, round: string, id: string, state: 'agreed' | 'declined'): Promise<Swap>
  withdrawSwap(court: string, round: string, id: string): Promise<Swap>
  /** HR refuses, or accepts: the plan with the exchange is kept then. */
  decideSwap(court: string, round: string, id: string, given: SwapDecision): Promise<Swap>

  /** The hand-overs for moves of the round's kept plan that one may read. */
  handovers(court: string, round: string): Promise<Handover[]>
  /** Saves on the version given, 0 for the first. */
  saveHandover(court: string, round: string, person: string, draft: HandoverDraft, version: number): Promise<Saved>
  confirmHandover(court: string, round: string, person: string, version: number): Promise<Handover>
  reopenHandover(court: string, round: string, person: string, version: number): Promise<Handover>

  /** The review of the round's draft plan by the division heads. */
  review(court: string, round: string): Promise<Review>
  /** Sends the draft for review, or sets the last day anew. */
  sendReview(court: string, round: string, until: string): Promise<Review>
  /** Calls it back; what was answered stays, for when it is sent again. */
  callBackReview(court: string, round: string): Promise<Review>
  /** Answers moves for a division, all of them or none. */
  answerReview(court: string, round: string, division: string, answers: ReviewReply[]): Promise<Review>

  startRun(court: string, round: string, limits?: { timeLimit?: number }): Promise<{ id: string }>
  /** The newest run of the round; null where there was none. */
  latestRun(court: string, round: string): Promise<Run | null>
  run(id: string): Promise<Run>
  /** Stops the run; it keeps the best plan so far. */
  stopRun(id: string): Promise<Run>
}

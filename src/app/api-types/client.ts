import type {
  AccountFacts,
  CaseDays,
  CaseRecord,
  Court,
  CourtChange,
  Demand,
  Due,
  Handover,
  HandoverDraft,
  Mailing,
  Objection,
  ObjectionAnswer,
  ObjectionWindow,
  ReviewReply,
  Round,
  Swap,
  SwapDecision,
  WishStatement,
} from '../../domain'
import type { Inbox, SessionState, OwnSession, OwnMailing, StoredAccount, PasswordSlip, AccountTable } from './accounts'
import type { AuditEntry, AuditFilter, AuditVerification } from './audit'
import type {
  CourtSummary,
  CourtSource,
  Saved,
  StoredCourt,
  CaseloadImport,
  ImportOptions,
  CaseFilter,
  HandedOut,
} from './court'
import type {
  StoredRound,
  GivenPlan,
  StoredPlan,
  ToldReasons,
  ToldPlace,
  ToldAnswer,
  ToldSwap,
  Review,
  StoredWishes,
  Run,
} from './rounds'

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

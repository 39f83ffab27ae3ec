import type {
  Facts,
  Outcome,
  PlanData,
  Progress,
  Proposal,
  ReviewAnswer,
  ReviewSent,
  Round,
  WishStatement,
  WishWindow,
} from '../../domain'
import type { Reason } from '../../rules'
import type { Saved } from './court'

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

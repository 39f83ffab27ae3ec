import type { AccountFacts, AccountRole, Mailing, Message } from '../../domain'
import type { Found } from '../../workbook'

/** What somebody was told: the newest messages, and how many there are. */
export interface Inbox {
  readonly messages: readonly Message[]
  readonly count: number
  readonly unread: number
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

/** Where the own messages go by e-mail. */
export interface OwnMailing extends Mailing {
  /** There is a mail server, so that messages leave. */
  readonly sent: boolean
}

/** An account as administrators see it; `sessions` have not ended. */
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

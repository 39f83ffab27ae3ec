import type { Logger } from 'pino'
import type { Accounts } from './accounts/accounts'
import type { Database } from './db'
import type { Desk } from './desk'
import type { Imports } from './import/imports'
import type { Jobs } from './jobs'

/** What the routes work with. */
export interface Services {
  readonly database: Database
  readonly accounts: Accounts
  readonly jobs: Jobs
  readonly desk: Desk
  readonly imports: Imports
  readonly log: Logger
}

import { sql } from 'drizzle-orm'
import { fromDrizzle, type PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import type { Db } from '../db'
import { readMailed, takeForMail } from '../db/messages'
import { letterOf } from './letter'
import { NotSent, senderBy, type MailServer } from './mailer'

/** Gathers what is to leave, every minute; and one letter a job, tried again until the server takes it. */
const gather = 'mail-gather'
const everyMinute = '* * * * *'
const letters = 'mail'

export interface PostOptions {
  /** Seconds until a letter is tried again; twice as long each time, up to an hour. */
  readonly retryDelay?: number
}

/**
 * Sends messages by e-mail too, as jobs of the database: what was told while the mail server was down leaves when it is
 * back, for about a day. Nothing of the app waits for it.
 */
export async function openPost(
  boss: PgBoss,
  db: Db,
  server: MailServer,
  log: Logger,
  { retryDelay = 60 }: PostOptions = {},
): Promise<void> {
  const send = senderBy(server)
  const retries = { retryLimit: 30, retryDelay, retryBackoff: true, retryDelayMax: 3600 }
  await boss.createQueue(letters, { ...retries, expireInSeconds: 120 })
  await boss.createQueue(gather, { policy: 'stately', notify: true })
  await boss.work(gather, { pollingIntervalSeconds: 30 }, () =>
    // Taken and handed on in one transaction: no letter is lost, and none leaves twice.
    db.transaction(async (tx) => {
      const on = fromDrizzle(tx as never, sql)
      for (const message of await takeForMail(tx)) await boss.send(letters, { message }, { db: on })
    }),
  )
  await boss.work<{ message: string }>(letters, { pollingIntervalSeconds: 1 }, async ([job]) => {
    const { message } = job!.data
    // Whoever has no address any more, or wants no mail, gets none.
    const mailed = await readMailed(db, message)
    if (mailed === null) return
    try {
      await send(letterOf(mailed, server))
    } catch (error) {
      const facts = error instanceof NotSent ? error.facts : { code: 'unknown', status: null, step: null }
      log.warn({ message, ...facts }, 'mail not sent')
      if (!(error instanceof NotSent && error.forGood)) throw new NotSent(facts)
    }
  })
  await boss.schedule(gather, everyMinute)
}

import type { Logger } from 'pino'
import { PgBoss } from 'pg-boss'
import { dateOf } from '../domain'
import type { Database, Db } from './db'
import { forgetMessages } from './db/messages'
import { endRun, readRun, runsUnderWay, setJob } from './db/runs'
import type { MailServer } from './mail/mailer'
import { openPost, type PostOptions } from './mail/post'
import { remindOfWishes } from './reminders'
import { deleteDue } from './retention'
import { carryOut, inputOf, stopped, type Interruption } from './run'

/** Proposal runs as jobs of the database, so that they outlive the process that works on them. */
export interface Jobs {
  /** Messages leave by e-mail too. */
  readonly sendsMail: boolean
  /** Hands a run to whichever process is free. */
  send(run: string): Promise<void>
  /** Ends a run and keeps its best plan so far; one that has ended stays as it is. */
  stop(run: string): Promise<void>
  /** Ends every run of a court, or of one of its rounds. */
  stopAll(court: string, round?: string): Promise<void>
  /** Interrupts what is under way here; it goes on at the next start, or in another process. */
  close(): Promise<void>
}

const queue = 'runs'
/** Runs whose process died again and again end up here. */
const lost = 'runs-lost'
/** What the calendar brings: every morning at six, where the server is. A morning that was missed is made up for. */
const daily = 'daily'
const everyMorning = '0 6 * * *'
const often = { monitorIntervalSeconds: 5, superviseIntervalSeconds: 5 }
/** A process that dies is noticed after this long, in seconds; less is not allowed. */
const heartbeat = 10
const fullDay = 24 * 3600

interface Task {
  run: string
}

interface Here {
  readonly controller: AbortController
  readonly ended: Promise<void>
}

/** Done twice in a day, it tells nobody anything twice. */
async function everyDay(db: Db, log: Logger): Promise<void> {
  await remindOfWishes(db, dateOf(new Date()))
  await forgetMessages(db)
  await deleteDue(db, log)
}

/** Starts pg-boss on the database; the runs of this process begin at once. */
export async function openJobs(
  { engine, db, queue: connection }: Database,
  log: Logger,
  mail: (MailServer & PostOptions) | null = null,
): Promise<Jobs> {
  const boss = new PgBoss({ ...connection, ...often, useListenNotify: true })
  boss.on('error', (error) => log.error({ err: error }, 'jobs'))
  await boss.start()
  await boss.createQueue(lost)
  await boss.createQueue(queue, {
    retryLimit: 2,
    expireInSeconds: fullDay - 1,
    heartbeatSeconds: heartbeat,
    notify: true,
    deadLetter: lost,
  })
  const here = new Map<string, Here>()

  const send = async (run: string): Promise<void> => setJob(db, run, await boss.send(queue, { run }))
  const work = async (run: string, signal: AbortSignal): Promise<void> => {
    const controller = new AbortController()
    const interrupt = (): void => controller.abort('stopped' satisfies Interruption)
    signal.addEventListener('abort', interrupt, { once: true })
    const ended = carryOut(db, run, controller.signal)
    here.set(run, { controller, ended: ended.catch(() => {}) })
    try {
      await ended
    } finally {
      here.delete(run)
      signal.removeEventListener('abort', interrupt)
    }
  }
  const stop = async (run: string): Promise<void> => {
    const working = here.get(run)
    if (working !== undefined) {
      working.controller.abort('stopped' satisfies Interruption)
      return working.ended
    }
    // It waits for its turn, or another process works on it: that one finds it ended and lets it be.
    const row = await readRun(db, run)
    if (row === null || row.endedAt !== null) return
    const of = await inputOf(db, { courtId: row.court, roundId: row.round })
    if (of !== null) await endRun(db, run, stopped(of, row.progress))
    const [open] = await boss.findJobs<Task>(queue, { data: { run } })
    if (open !== undefined) await boss.cancel(queue, open.id)
  }

  // Nobody else can have the embedded database open, so whatever is under way there lost its process.
  if (engine === 'embedded')
    for (const { id, job } of await runsUnderWay(db)) {
      if (job !== null) await boss.deleteJob(queue, job)
      await send(id)
    }
  await boss.work<Task>(queue, { pollingIntervalSeconds: 5, heartbeatRefreshSeconds: 1 }, async ([job]) =>
    work(job!.data.run, job!.signal),
  )
  await boss.work<Task>(lost, { pollingIntervalSeconds: 30 }, async ([job]) => {
    await endRun(db, job!.data.run, { state: 'failed', outcome: null, error: { code: 'run-lost', facts: {} } })
  })
  await boss.createQueue(daily, { retryLimit: 3, retryDelay: 600, policy: 'stately', notify: true })
  await boss.work(daily, { pollingIntervalSeconds: 30 }, () => everyDay(db, log))
  const { timeZone: tz } = Intl.DateTimeFormat().resolvedOptions()
  await boss.schedule(daily, everyMorning, null, { tz, missed: 'once' })
  if (mail !== null) await openPost(boss, db, mail, log, mail)

  return {
    sendsMail: mail !== null,
    send,
    stop,
    stopAll: async (court, round) => {
      for (const { id } of await runsUnderWay(db, court, round)) await stop(id)
    },
    close: async () => {
      for (const { controller } of here.values()) controller.abort('server-ends' satisfies Interruption)
      await Promise.all([...here.values()].map(({ ended }) => ended))
      await boss.stop({ graceful: true, timeout: 5000 })
    },
  }
}

import { and, desc, eq, getTableColumns, inArray, sql, type SQL } from 'drizzle-orm'
import type { Progress } from '../../domain'
import type { Action, Change } from '../audit/entry'
import { server, type User } from '../permit'
import { note } from './audit'
import type { Db } from './index'
import { rounds, runs } from './schema'

export type RunRow = typeof runs.$inferSelect
export type RunEnd = { state: 'done' | 'stopped' | 'failed' } & Pick<RunRow, 'outcome' | 'error'>

const { id, courtId, roundId, state, progress, outcome, error, startedAt, endedAt } = getTableColumns(runs)
const shown = { id, court: courtId, round: roundId, state, progress, outcome, error, startedAt, endedAt }
export type ShownRun = { court: string; round: string } & Pick<
  RunRow,
  'id' | 'state' | 'progress' | 'outcome' | 'error' | 'startedAt' | 'endedAt'
>

const underWay = inArray(state, ['queued', 'running'])

type OfRun = Pick<RunRow, 'id' | 'courtId' | 'roundId'>
type Told = Change['after']

/** Records what becomes of a run, which is told by its round. */
async function noteRun(tx: Db, by: User, action: Action, run: OfRun, before: Told, after: Told): Promise<void> {
  const [round] = await tx
    .select({ name: sql<string>`name` })
    .from(rounds)
    .where(and(eq(rounds.courtId, run.courtId), eq(rounds.id, run.roundId)))
  await note(tx, by, {
    action,
    court: run.courtId,
    subject: { kind: 'run', id: run.roundId, name: round?.name ?? null },
    people: [],
    changes: [{ list: 'runs', key: run.id, before, after }],
    why: null,
  })
}

/** Adds a run that waits for its turn; false when one of this court is under way. */
export async function addRun(
  db: Db,
  run: Pick<RunRow, 'id' | 'courtId' | 'roundId' | 'timeLimit'>,
  by: User,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [added] = await tx
      .insert(runs)
      .values({ ...run, createdBy: by.id, state: 'queued' })
      .onConflictDoNothing()
      .returning()
    if (added === undefined) return false
    await noteRun(tx, by, 'run.start', added, null, { state: added.state, timeLimit: added.timeLimit })
    return true
  })
}

/** Takes back a run that could not be handed to anybody: it would keep the court from another one. */
export async function removeRun(db: Db, run: string): Promise<void> {
  await db.transaction(async (tx) => {
    const [gone] = await tx.delete(runs).where(eq(id, run)).returning()
    if (gone !== undefined) await noteRun(tx, server, 'run.end', gone, { state: gone.state }, null)
  })
}

export async function readRun(db: Db, run: string): Promise<ShownRun | null> {
  const [row] = await db.select(shown).from(runs).where(eq(id, run))
  return row ?? null
}

export async function latestRun(db: Db, court: string, round: string): Promise<ShownRun | null> {
  const [row] = await db
    .select(shown)
    .from(runs)
    .where(and(eq(courtId, court), eq(roundId, round)))
    .orderBy(desc(runs.number))
    .limit(1)
  return row ?? null
}

/** Runs that have not ended, of one court or round where these are given. */
export async function runsUnderWay(
  db: Db,
  court?: string,
  round?: string,
): Promise<{ id: string; job: string | null }[]> {
  const conditions: SQL[] = [underWay]
  if (court !== undefined) conditions.push(eq(courtId, court))
  if (round !== undefined) conditions.push(eq(roundId, round))
  return db
    .select({ id, job: runs.job })
    .from(runs)
    .where(and(...conditions))
}

export async function setJob(db: Db, run: string, job: string | null): Promise<void> {
  await db.update(runs).set({ job }).where(eq(id, run))
}

/** Marks a run as running, for the first time or again after a restart; null when it has ended meanwhile. */
export async function beginRun(db: Db, run: string): Promise<RunRow | null> {
  const [row] = await db
    .update(runs)
    .set({ state: 'running', startedAt: sql`coalesce(${startedAt}, now())` })
    .where(and(eq(id, run), underWay))
    .returning()
  return row ?? null
}

export async function saveProgress(db: Db, run: string, best: Progress): Promise<void> {
  await db
    .update(runs)
    .set({ progress: best })
    .where(and(eq(id, run), underWay))
}

/** Ends a run that is under way; one that has ended stays as it ended. */
export async function endRun(db: Db, run: string, end: RunEnd): Promise<void> {
  await db.transaction(async (tx) => {
    const [before] = await tx
      .select({ state })
      .from(runs)
      .where(and(eq(id, run), underWay))
      .for('update')
    if (before === undefined) return
    const [ended] = await tx
      .update(runs)
      .set({ ...end, endedAt: sql`now()` })
      .where(eq(id, run))
      .returning()
    const after = { state: end.state, outcome: end.outcome?.kind ?? null, error: end.error?.code ?? null }
    await noteRun(tx, server, 'run.end', ended!, before, after)
  })
}

/** Records that somebody asked for a run to be stopped; what it came to is recorded as it ends. */
export const noteStop = (db: Db, by: User, { id: run, court, round, state: was }: ShownRun): Promise<void> =>
  db.transaction((tx) => noteRun(tx, by, 'run.stop', { id: run, courtId: court, roundId: round }, { state: was }, null))

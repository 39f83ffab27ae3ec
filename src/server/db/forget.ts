import { and, eq, inArray, sql } from 'drizzle-orm'
import { forgotten, labelsFor, personalLists, wordless, type Court } from '../../domain'
import type { Change } from '../audit/entry'
import type { User } from '../permit'
import { namesOut, reducedDecision, reword, type Rewording } from '../reword'
import { note } from './audit'
import { readCourt, type StoredCourt } from './courts'
import { ofKey } from './drafts'
import type { Db } from './index'
import { insertRows, tables } from './lists'
import { listRounds, putRound } from './rounds'
import { runsUnderWay } from './runs'
import {
  courts,
  handovers,
  messages,
  objections,
  plans,
  reviewAnswers,
  rounds,
  runs,
  swaps,
  users,
  wishStatements,
} from './schema'

/** A run of the planner is under way that knows the people by what is to be deleted. */
export class RunUnderWay extends Error {}

/** Reads the court and keeps everybody else from changing it until the transaction ends; null where it is not there. */
export async function holdCourt(tx: Db, court: string): Promise<StoredCourt | null> {
  await tx.select({ id: courts.id }).from(courts).where(eq(courts.id, court)).for('update')
  return readCourt(tx, court)
}

/** Puts lists of a court in the place of those that are there, and counts its version up; returns the new one. */
export async function putLists(
  tx: Db,
  court: Court,
  lists: readonly (typeof personalLists)[number][],
): Promise<number> {
  for (const name of lists) {
    await tx.delete(tables[name]).where(eq(tables[name].courtId, court.id))
    if (court[name].length > 0) await insertRows(tx, court.id, name, JSON.stringify(court[name]))
  }
  const [saved] = await tx
    .update(courts)
    .set({ version: sql`${courts.version} + 1`, updatedAt: sql`now()` })
    .where(eq(courts.id, court.id))
    .returning({ version: courts.version })
  return saved!.version
}

/**
 * Deletes what is private of people of a court that is held, wherever the database has it, but for the log: it only
 * grows, and tells of each whose facts went and how many rows of which list. Returns the court's new version.
 */
export async function forgetPeople(tx: Db, { court }: StoredCourt, ids: readonly string[], by: User): Promise<number> {
  if ((await runsUnderWay(tx, court.id)).length > 0) throw new RunUnderWay()
  const labels = labelsFor(court, ids)
  const gone = court.people.filter(({ id }) => labels.has(id))
  const rewording: Rewording = {
    labels,
    words: namesOut(
      new Map(gone.map(({ id, name }) => [name, labels.get(id)!])),
      court.people.filter(({ id }) => !labels.has(id)).map(({ name }) => name),
    ),
  }
  const version = await putLists(tx, forgotten(court, labels), personalLists)
  const said = await forgetStatements(tx, court.id, rewording)
  const objected = await forgetObjections(tx, court.id, rewording)
  const swapped = await forgetSwaps(tx, court.id, rewording)
  const handed = await forgetHandovers(tx, court.id, rewording)
  await rewordReviews(tx, court.id, rewording)
  await rewordRounds(tx, court.id, rewording)
  await rewordRuns(tx, court.id, rewording)
  await forgetMessagesOf(tx, court.id, labels)
  const accounts = await tx
    .delete(users)
    .where(and(eq(users.court, court.id), inArray(users.person, [...labels.keys()])))
    .returning({ person: users.person })
  for (const { id } of gone) {
    const one = (rows: readonly { person: string | null }[]): number => rows.filter((row) => row.person === id).length
    const counts = {
      qualifications: one(court.qualifications),
      kinships: court.kinships.filter(({ first, second }) => first === id || second === id).length,
      leaves: one(court.leaves),
      preferences: one(court.preferences),
      wishAnswers: one(court.wishAnswers),
      wishes: one(said),
      objections: one(objected),
      swaps: swapped.filter(({ person, other }) => person === id || other === id).length,
      handovers: one(handed),
      accounts: one(accounts),
    }
    await note(tx, by, {
      action: 'person.forget',
      court: court.id,
      subject: { kind: 'person', id, name: null },
      people: [id],
      changes: Object.entries(counts).flatMap(([list, rows]): Change[] =>
        rows === 0 ? [] : [{ list, key: null, before: { rows }, after: null }],
      ),
      why: null,
    })
  }
  return version
}

/** What they said of where to work goes; others who named them named nobody. */
async function forgetStatements(tx: Db, court: string, { labels, words }: Rewording): Promise<{ person: string }[]> {
  const all = await tx.select().from(wishStatements).where(eq(wishStatements.courtId, court))
  const gone = all.filter(({ person }) => labels.has(person))
  for (const { person, draft, confirmed } of all) {
    const at = and(eq(wishStatements.courtId, court), eq(wishStatements.person, person))
    if (labels.has(person)) await tx.delete(wishStatements).where(at)
    else {
      const without = <T extends typeof draft | null>(said: T): T =>
        said && { ...said, stay: words(said.stay), together: labels.has(said.together ?? '') ? null : said.together }
      const next = { draft: without(draft), confirmed: without(confirmed) }
      if (JSON.stringify(next) !== JSON.stringify({ draft, confirmed }))
        await tx
          .update(wishStatements)
          .set({ ...next, version: sql`${wishStatements.version} + 1` })
          .where(at)
    }
  }
  return gone
}

/** That somebody objected, when, and what came of it stays; the words go. */
async function forgetObjections(tx: Db, court: string, { labels, words }: Rewording): Promise<{ person: string }[]> {
  const all = await tx.select().from(objections).where(eq(objections.courtId, court))
  for (const { id, person, text, answer } of all) {
    const label = labels.get(person)
    const next =
      label === undefined
        ? { person, text: words(text), answer: answer && words(answer) }
        : { person: label, text: '', answer: answer && '' }
    if (next.person !== person || next.text !== text || next.answer !== answer)
      await tx.update(objections).set(next).where(eq(objections.id, id))
  }
  return all.filter(({ person }) => labels.has(person))
}

/** That two asked to swap, when, and what came of it stays; the words go. */
async function forgetSwaps(
  tx: Db,
  court: string,
  { labels, words }: Rewording,
): Promise<{ person: string; other: string }[]> {
  const all = await tx.select().from(swaps).where(eq(swaps.courtId, court))
  const gone = all.filter(({ person, other }) => labels.has(person) || labels.has(other))
  for (const row of all) {
    const { id, person, other, text, answer } = row
    const label = (of: string): string => labels.get(of) ?? of
    const next = gone.includes(row)
      ? { person: label(person), other: label(other), text: '', answer: answer && '' }
      : { person, other, text: words(text), answer: answer && words(answer) }
    if (JSON.stringify(next) !== JSON.stringify({ person, other, text, answer }))
      await tx.update(swaps).set(next).where(eq(swaps.id, id))
  }
  return gone
}

/** That somebody handed over, and when, stays; the words go. */
async function forgetHandovers(tx: Db, court: string, { labels, words }: Rewording): Promise<{ person: string }[]> {
  const all = await tx.select().from(handovers).where(eq(handovers.courtId, court))
  for (const { courtId, roundId, person, draft, version } of all) {
    const label = labels.get(person)
    const next =
      label === undefined
        ? {
            ...draft,
            own: draft.own.map((point) => ({ ...point, text: words(point.text) })),
            to: labels.has(draft.to ?? '') ? null : draft.to,
            toWords: words(draft.toWords),
          }
        : wordless(draft)
    if (label === undefined && JSON.stringify(next) === JSON.stringify(draft)) continue
    await tx
      .update(handovers)
      .set({ person: label ?? person, draft: next, version: version + 1 })
      .where(ofKey(handovers, { courtId, roundId, person }))
  }
  return all.filter(({ person }) => labels.has(person))
}

/** What divisions said to moves stays as a count: of those who are gone without the words. */
async function rewordReviews(tx: Db, court: string, rewording: Rewording): Promise<void> {
  for (const said of await tx.select().from(reviewAnswers).where(eq(reviewAnswers.courtId, court))) {
    const { roundId, division, person } = said
    const given = { person, from: said.from, to: said.to, reason: said.reason }
    const next = reword(given, rewording)
    if (JSON.stringify(next) === JSON.stringify(given)) continue
    const one = { courtId: court, roundId, division, person }
    await tx
      .update(reviewAnswers)
      .set(next)
      .where(and(...Object.entries(one).map(([key, value]) => eq(reviewAnswers[key as keyof typeof one], value))))
  }
}

async function rewordRounds(tx: Db, court: string, rewording: Rewording): Promise<void> {
  for (const { round } of await listRounds(tx, court)) {
    const next = reword(round, rewording)
    if (JSON.stringify(next) === JSON.stringify(round)) continue
    await putRound(tx, court, next)
    await tx
      .update(rounds)
      .set({ version: sql`${rounds.version} + 1` })
      .where(and(eq(rounds.courtId, court), eq(rounds.id, round.id)))
  }
  for (const { roundId, plan, proposal, certificate, decision, version } of await tx
    .select()
    .from(plans)
    .where(eq(plans.courtId, court))) {
    const told = { plan, proposal, certificate }
    const next = { ...reword(told, rewording), decision: decision && reducedDecision(decision, rewording) }
    if (JSON.stringify(next) === JSON.stringify({ ...told, decision })) continue
    await tx
      .update(plans)
      .set({ ...next, version: sql`${plans.version} + 1` })
      .where(and(eq(plans.courtId, court), eq(plans.roundId, roundId)))
    // It is the same plan: what two ask about it stands.
    await tx
      .update(swaps)
      .set({ plan: sql`${swaps.plan} + 1` })
      .where(and(eq(swaps.courtId, court), eq(swaps.roundId, roundId), eq(swaps.plan, version)))
  }
}

async function rewordRuns(tx: Db, court: string, rewording: Rewording): Promise<void> {
  for (const { id, progress, outcome, error } of await tx.select().from(runs).where(eq(runs.courtId, court))) {
    const told = { progress, outcome, error }
    const next = reword(told, rewording)
    if (JSON.stringify(next) !== JSON.stringify(told)) await tx.update(runs).set(next).where(eq(runs.id, id))
  }
}

/** What was told about them by message; what their own account was told goes with it. */
async function forgetMessagesOf(tx: Db, court: string, labels: Rewording['labels']): Promise<void> {
  await tx.delete(messages).where(and(eq(messages.courtId, court), inArray(messages.person, [...labels.keys()])))
}

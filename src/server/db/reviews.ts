import { and, eq, isNull, sql } from 'drizzle-orm'
import type { CalendarDate, ReviewAnswer, ReviewReply, ReviewSent, Round } from '../../domain'
import type { Change } from '../audit/entry'
import type { User } from '../permit'
import { note } from './audit'
import type { Db } from './index'
import { tellHeads } from './messages'
import { reviewAnswers, reviews, users } from './schema'

const { division, person, from, to, verdict, reason, on } = reviewAnswers
const stored = { division, person, from, to, verdict, reason, on }
const ofRound = (court: string, round: string) =>
  and(eq(reviewAnswers.courtId, court), eq(reviewAnswers.roundId, round))

/** When the round's draft was sent for review; null where it was not, or was called back. */
export async function readReview(db: Db, court: string, round: string): Promise<ReviewSent | null> {
  const [found] = await db
    .select({ on: reviews.on, until: reviews.until })
    .from(reviews)
    .where(and(eq(reviews.courtId, court), eq(reviews.roundId, round), isNull(reviews.calledBackOn)))
  return found ?? null
}

/** What was answered, also to moves that the plan has no more. */
export const listReviewAnswers = (db: Db, court: string, round: string): Promise<ReviewAnswer[]> =>
  db.select(stored).from(reviewAnswers).where(ofRound(court, round)).orderBy(division, person)

/** Divisions of the court whose head has an account, so that somebody can answer for them. */
export async function divisionsWithHead(db: Db, court: string): Promise<string[]> {
  const heads = await db
    .select({ divisions: users.divisions })
    .from(users)
    .where(and(eq(users.role, 'head'), eq(users.court, court), eq(users.disabled, false)))
  return [...new Set(heads.flatMap(({ divisions }) => divisions))].toSorted()
}

/** Whom an entry of the log is about. */
type OfRound = Pick<Round, 'id' | 'name'>
const lastDay = (of: ReviewSent | null) => of && { until: of.until }
const about = (court: string, { id, name }: OfRound) => ({ court, subject: { kind: 'round', id, name } as const })

/**
 * Sends the round's draft for review, or sets its last day anew; answers that were given stay. The heads of the divisions
 * that it touches are told.
 */
export async function sendReview(
  db: Db,
  court: string,
  round: OfRound,
  sent: ReviewSent,
  divisions: ReadonlySet<string>,
  by: User,
): Promise<void> {
  await db.transaction(async (tx) => {
    const before = await readReview(tx, court, round.id)
    const row = { ...sent, calledBackOn: null, createdBy: by.id }
    await tx
      .insert(reviews)
      .values({ courtId: court, roundId: round.id, ...row })
      .onConflictDoUpdate({ target: [reviews.courtId, reviews.roundId], set: row })
    const change = { list: 'reviews', key: round.id, before: lastDay(before), after: lastDay(sent) }
    await tellHeads(tx, court, divisions, { kind: 'review-sent', facts: { round: round.name, until: sent.until } })
    await note(tx, by, { action: 'review.send', ...about(court, round), people: [], changes: [change], why: null })
  })
}

/**
 * Calls the round's draft back from review: nothing is answered any more, and what was answered stays, for the draft may
 * be sent again. The heads of these divisions are told. False where it is not under review.
 */
export async function callBackReview(
  db: Db,
  court: string,
  round: OfRound,
  divisions: ReadonlySet<string>,
  today: CalendarDate,
  by: User,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const before = await readReview(tx, court, round.id)
    if (before === null) return false
    await tx
      .update(reviews)
      .set({ calledBackOn: today })
      .where(and(eq(reviews.courtId, court), eq(reviews.roundId, round.id)))
    const change = { list: 'reviews', key: round.id, before: lastDay(before), after: null }
    await tellHeads(tx, court, divisions, { kind: 'review-called-back', facts: { round: round.name } })
    await note(tx, by, { action: 'review.recall', ...about(court, round), people: [], changes: [change], why: null })
    return true
  })
}

/** What the log tells of an answer: the words are private, it holds that there are some. */
const marked = (answer: Pick<ReviewAnswer, 'to' | 'verdict'> | undefined): Change['after'] =>
  answer === undefined ? null : { seat: answer.to, verdict: answer.verdict }

/** Keeps what a division answers, in the place of what it answered before about these people. */
export async function answerReview(
  db: Db,
  court: string,
  round: OfRound,
  of: string,
  replies: readonly ReviewReply[],
  today: CalendarDate,
  by: User,
): Promise<void> {
  await db.transaction(async (tx) => {
    const before = (await listReviewAnswers(tx, court, round.id)).filter((each) => each.division === of)
    const changes: Change[] = []
    for (const { verdict: said, ...reply } of replies) {
      const row = { courtId: court, roundId: round.id, division: of, person: reply.person }
      const was = before.find((each) => each.person === reply.person)
      const is = said === null ? undefined : { ...reply, verdict: said, on: today, createdBy: by.id }
      if (is === undefined)
        await tx.delete(reviewAnswers).where(and(ofRound(court, round.id), eq(division, of), eq(person, reply.person)))
      else
        await tx
          .insert(reviewAnswers)
          .values({ ...row, ...is })
          .onConflictDoUpdate({
            target: [reviewAnswers.courtId, reviewAnswers.roundId, reviewAnswers.division, reviewAnswers.person],
            set: { ...is, createdAt: sql`now()` },
          })
      if (was === undefined && is === undefined) continue
      const key = `${of} ${reply.person}`
      changes.push({ list: 'reviewAnswers', key, before: marked(was), after: marked(is) })
    }
    const people = replies.map((each) => each.person)
    await note(tx, by, { action: 'review.answer', ...about(court, round), people, changes, why: null })
  })
}

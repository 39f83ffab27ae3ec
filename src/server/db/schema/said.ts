import { sql } from 'drizzle-orm'
import { bigint, date, foreignKey, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import {
  objectionStates,
  reviewVerdicts,
  swapStates,
  type HandoverDraft,
  type HandoverWay,
  type WishStatement,
} from '../../../domain'
import { courtId } from './court'
import { moment, made, version, asked, everybodySeen, rowsOfCourt, seenPerson } from './parts'
import { withRound } from './rounds'

/**
 * What a person says of where to work (意愿申报): the draft, as it was last saved, and what was confirmed. Only what is
 * confirmed becomes wishes of the court; a person is named by id, as rows of the court come and go.
 */
export const wishStatements = pgTable(
  'wish_statements',
  {
    courtId: courtId(),
    person: text().notNull(),
    draft: jsonb().$type<WishStatement>().notNull(),
    confirmed: jsonb().$type<WishStatement>(),
    confirmedAt: moment(),
    version: version(),
    savedAt: moment().notNull().defaultNow(),
  },
  // Heads see the wishes of their people, not what these say of them.
  (table) => [
    primaryKey({ columns: [table.courtId, table.person] }),
    rowsOfCourt(sql`${everybodySeen} or person = ${asked('person')}`),
  ],
)

/** What people object to in the plan kept of a round (异议); each has at most one in a round that is not settled. */
export const objections = pgTable(
  'objections',
  {
    id: text().primaryKey(),
    courtId: text().notNull(),
    roundId: text().notNull(),
    person: text().notNull(),
    text: text().notNull(),
    state: text({ enum: objectionStates }).notNull().default('open'),
    filedOn: date({ mode: 'string' }).notNull(),
    answerBy: date({ mode: 'string' }).notNull(),
    answer: text(),
    settledOn: date({ mode: 'string' }),
    number: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    ...made(),
  },
  (table) => [
    uniqueIndex('one_open_objection')
      .on(table.courtId, table.roundId, table.person)
      .where(sql`${table.state} = 'open'`),
    withRound(table),
    rowsOfCourt(seenPerson),
  ],
)

/** Two people ask to swap their seats in the plan kept of a round (对调); who asks has at most one that is open. */
export const swaps = pgTable(
  'swaps',
  {
    id: text().primaryKey(),
    courtId: text().notNull(),
    roundId: text().notNull(),
    person: text().notNull(),
    other: text().notNull(),
    text: text().notNull(),
    state: text({ enum: swapStates }).notNull().default('asked'),
    plan: integer().notNull(),
    askedOn: date({ mode: 'string' }).notNull(),
    answeredOn: date({ mode: 'string' }),
    answer: text(),
    settledOn: date({ mode: 'string' }),
    number: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    ...made(),
  },
  (table) => [
    uniqueIndex('one_open_swap')
      .on(table.courtId, table.roundId, table.person)
      .where(sql`${table.state} in ('asked', 'agreed')`),
    withRound(table),
    rowsOfCourt(sql`${everybodySeen} or ${asked('person')} in (person, other)`),
  ],
)

/**
 * What people write of the hand-over (交接) of their work for a move of a round. It is the person's in that round whatever
 * the plan: whether there is a move, from where and to where, the plan that is kept says. A confirmation holds for the way
 * that it was given for.
 */
export const handovers = pgTable(
  'handovers',
  {
    courtId: text().notNull(),
    roundId: text().notNull(),
    person: text().notNull(),
    draft: jsonb().$type<HandoverDraft>().notNull(),
    confirmedOn: date({ mode: 'string' }),
    confirmedFor: jsonb().$type<HandoverWay>(),
    version: version(),
    savedAt: moment().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.courtId, table.roundId, table.person] }),
    withRound(table),
    rowsOfCourt(seenPerson),
  ],
)

/** Draft plans that were sent to the division heads for review (会签), each with its last day, and the day of calling it back. */
export const reviews = pgTable(
  'reviews',
  {
    courtId: text().notNull(),
    roundId: text().notNull(),
    on: date({ mode: 'string' }).notNull(),
    until: date({ mode: 'string' }).notNull(),
    calledBackOn: date({ mode: 'string' }),
    ...made(),
  },
  (table) => [primaryKey({ columns: [table.courtId, table.roundId] }), withRound(table)],
)

/** What a division said to a move, by the seats that it had then: another move of the person is not answered by it. */
export const reviewAnswers = pgTable(
  'review_answers',
  {
    courtId: text().notNull(),
    roundId: text().notNull(),
    division: text().notNull(),
    person: text().notNull(),
    from: text(),
    to: text(),
    verdict: text({ enum: reviewVerdicts }).notNull(),
    reason: text().notNull(),
    on: date({ mode: 'string' }).notNull(),
    ...made(),
  },
  (table) => [
    primaryKey({ columns: [table.courtId, table.roundId, table.division, table.person] }),
    foreignKey({
      columns: [table.courtId, table.roundId],
      foreignColumns: [reviews.courtId, reviews.roundId],
    }).onDelete('cascade'),
  ],
)

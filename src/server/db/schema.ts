import { sql, type SQL } from 'drizzle-orm'
import {
  bigint,
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { z } from 'zod'
import {
  assignment,
  campaign,
  caseload as caseloadRow,
  caseType,
  department,
  caseRecord,
  forecastMark,
  forecastOverrideRow,
  heldFunds as heldFundsRow,
  indicator,
  kinship,
  leave,
  messageLanguages,
  objectionStates,
  panelAnswer,
  payment,
  person,
  post,
  preference,
  qualification,
  reviewVerdicts,
  round,
  survey,
  swapStates,
  team,
  weightEvent,
  wishAnswer,
  accountRoles,
  type HandoverDraft,
  type MessageSaid,
  type Outcome,
  type PlanData,
  type Progress,
  type Proposal,
  type Settings,
  type WishStatement,
} from '../../domain'
import type { Certificate } from '../../planner/certify'
import type { DecisionFile } from '../decision-file'
import type { WorkbookProblem } from '../../workbook'
import type { Preview } from '../import/preview'
import { columnsOf } from './columns'

/** Moments are kept as the database writes them; who did it is empty for what the server does itself. */
const moment = () => timestamp({ withTimezone: true, mode: 'string' })
/** The same, as better-auth reads it. */
const instant = () => timestamp({ withTimezone: true })
const made = () => ({ createdAt: moment().notNull().defaultNow(), createdBy: text() })
const version = () => integer().notNull().default(1)
const courtId = () =>
  text()
    .notNull()
    .references(() => courts.id, { onDelete: 'cascade' })

/**
 * Which rows requests are given by the database itself (as-reader.ts). What a request may read is asked once for a
 * statement, not for each row, as it stands in a query of its own; what is not set is null, and lets nothing through.
 */
const asked = (name: string): SQL => sql.raw(`(select nullif(current_setting('app.${name}', true), ''))`)
const seen = sql`(select nullif(current_setting('app.people', true), '')::jsonb)`
const everybodySeen = sql`${seen} = 'true'`
/** Of the court that was asked for, and where a rule on its people is given, of those whose private facts are seen. */
const rowsOfCourt = (people?: SQL) =>
  pgPolicy('read_own', {
    for: 'select',
    using: people === undefined ? sql`court_id = ${asked('court')}` : sql`court_id = ${asked('court')} and (${people})`,
  })
const ofSeen = (column: 'person' | 'first' | 'second'): SQL => sql`${seen} ? ${sql.raw(column)}`
const seenPerson = sql`${everybodySeen} or ${ofSeen('person')}`

export const courts = pgTable(
  'courts',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    example: boolean().notNull(),
    settings: jsonb().$type<Settings>().notNull(),
    version: version(),
    ...made(),
    updatedAt: moment().notNull().defaultNow(),
  },
  () => [pgPolicy('read_own', { for: 'select', using: sql`id = ${asked('court')}` })],
)

/** One table for each list of a court; `position` keeps the order in which the rows were given. */
const listTable = (name: string, schema: z.ZodObject, people?: SQL) =>
  pgTable(name, { courtId: courtId(), position: integer().notNull(), ...columnsOf(schema.shape) }, (table) => [
    primaryKey({ columns: [table.courtId, table.position] }),
    rowsOfCourt(people),
  ])

export const departments = listTable('departments', department)
export const teams = listTable('teams', team)
export const posts = listTable('posts', post)
export const people = listTable('people', person)
export const assignments = listTable('assignments', assignment)
export const qualifications = listTable('qualifications', qualification)
export const kinships = listTable(
  'kinships',
  kinship,
  sql`${everybodySeen} or ${ofSeen('first')} or ${ofSeen('second')}`,
)
export const leaves = listTable('leaves', leave)
export const preferences = listTable('preferences', preference, seenPerson)
export const wishAnswers = listTable('wish_answers', wishAnswer, seenPerson)
export const caseTypes = listTable('case_types', caseType)
export const weightEvents = listTable('weight_events', weightEvent)
export const panelAnswers = listTable('panel_answers', panelAnswer)
export const caseload = listTable('caseload', caseloadRow)
/** The case list is long and read in parts: by id, and by the days on which cases were filed and closed. */
export const cases = pgTable(
  'cases',
  { courtId: courtId(), position: integer().notNull(), ...columnsOf(caseRecord.shape) },
  (table) => [
    primaryKey({ columns: [table.courtId, table.position] }),
    uniqueIndex('case_of_a_court').on(table.courtId, sql`id`),
    index('cases_filed').on(table.courtId, sql`filed`),
    index('cases_closed').on(table.courtId, sql`closed`),
    rowsOfCourt(),
  ],
)
export const payments = listTable('payments', payment)
export const heldFunds = listTable('held_funds', heldFundsRow)
export const surveys = listTable('surveys', survey)
export const campaigns = listTable('campaigns', campaign)
export const indicators = listTable('indicators', indicator)
export const forecastMarks = listTable('forecast_marks', forecastMark)
export const forecastOverrides = listTable('forecast_overrides', forecastOverrideRow)

export const rounds = pgTable(
  'rounds',
  {
    courtId: courtId(),
    number: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    ...columnsOf(round.shape),
    id: text().notNull(),
    version: version(),
    ...made(),
  },
  (table) => [primaryKey({ columns: [table.courtId, table.id] }), rowsOfCourt()],
)

/** The one plan of a round: a draft, or the plan that was kept. */
export const plans = pgTable(
  'plans',
  {
    courtId: text().notNull(),
    roundId: text().notNull(),
    plan: jsonb().$type<PlanData>().notNull(),
    status: text({ enum: ['draft', 'kept'] }).notNull(),
    origin: text({ enum: ['proposal', 'hand'] }).notNull(),
    proposal: jsonb().$type<Proposal>(),
    certificate: jsonb().$type<Certificate>().notNull(),
    /** What a kept plan rested on, as it was when it was kept. */
    decision: jsonb().$type<DecisionFile>(),
    version: version(),
    ...made(),
    savedAt: moment().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.courtId, table.roundId] }),
    foreignKey({ columns: [table.courtId, table.roundId], foreignColumns: [rounds.courtId, rounds.id] }).onDelete(
      'cascade',
    ),
    rowsOfCourt(),
  ],
)

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
    foreignKey({ columns: [table.courtId, table.roundId], foreignColumns: [rounds.courtId, rounds.id] }).onDelete(
      'cascade',
    ),
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
    foreignKey({ columns: [table.courtId, table.roundId], foreignColumns: [rounds.courtId, rounds.id] }).onDelete(
      'cascade',
    ),
    rowsOfCourt(sql`${everybodySeen} or ${asked('person')} in (person, other)`),
  ],
)

/**
 * What people write of the hand-over (交接) of their work for a move of a round. It is the person's in that round whatever
 * the plan: whether there is a move, from where and to where, the plan that is kept says.
 */
export const handovers = pgTable(
  'handovers',
  {
    courtId: text().notNull(),
    roundId: text().notNull(),
    person: text().notNull(),
    draft: jsonb().$type<HandoverDraft>().notNull(),
    confirmedOn: date({ mode: 'string' }),
    version: version(),
    savedAt: moment().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.courtId, table.roundId, table.person] }),
    foreignKey({ columns: [table.courtId, table.roundId], foreignColumns: [rounds.courtId, rounds.id] }).onDelete(
      'cascade',
    ),
    rowsOfCourt(seenPerson),
  ],
)

/** Draft plans that were sent to the division heads for review (会签), each with its last day. */
export const reviews = pgTable(
  'reviews',
  {
    courtId: text().notNull(),
    roundId: text().notNull(),
    on: date({ mode: 'string' }).notNull(),
    until: date({ mode: 'string' }).notNull(),
    ...made(),
  },
  (table) => [
    primaryKey({ columns: [table.courtId, table.roundId] }),
    foreignKey({ columns: [table.courtId, table.roundId], foreignColumns: [rounds.courtId, rounds.id] }).onDelete(
      'cascade',
    ),
  ],
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

/** Proposal runs. At most one of a court is under way at a time. */
export const runs = pgTable(
  'runs',
  {
    id: text().primaryKey(),
    courtId: text().notNull(),
    roundId: text().notNull(),
    number: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    state: text({ enum: ['queued', 'running', 'done', 'stopped', 'failed'] }).notNull(),
    /** Seconds; null lets the planner work until it has proven its plan. */
    timeLimit: integer(),
    job: text(),
    progress: jsonb().$type<Progress>(),
    outcome: jsonb().$type<Outcome>(),
    error: jsonb().$type<{ code: string; facts: Record<string, unknown> }>(),
    ...made(),
    startedAt: moment(),
    endedAt: moment(),
  },
  (table) => [
    uniqueIndex('one_run_of_a_court')
      .on(table.courtId)
      .where(sql`${table.state} in ('queued', 'running')`),
    foreignKey({ columns: [table.courtId, table.roundId], foreignColumns: [rounds.courtId, rounds.id] }).onDelete(
      'cascade',
    ),
  ],
)

/**
 * Imports of caseload: read and shown first, written when they are committed. What was read lies in files until then.
 */
export const imports = pgTable(
  'imports',
  {
    id: text().primaryKey(),
    courtId: courtId(),
    number: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    /** Name of the file. */
    name: text().notNull(),
    mode: text({ enum: ['merge', 'replace'] }).notNull(),
    state: text({ enum: ['working', 'ready', 'refused', 'done', 'cancelled', 'failed'] }).notNull(),
    stage: text({ enum: ['receiving', 'reading', 'comparing', 'counting', 'ready', 'writing'] }).notNull(),
    rows: integer().notNull().default(0),
    /** Version of the court that the preview was made on; only that version can take it in. */
    basedOn: integer().notNull(),
    preview: jsonb().$type<Preview>(),
    problems: jsonb().$type<{ problems: readonly WorkbookProblem[]; total: number }>(),
    error: jsonb().$type<{ code: string; facts: Record<string, unknown> }>(),
    /** The process that works on it says so again and again. */
    touchedAt: moment().notNull().defaultNow(),
    ...made(),
    endedAt: moment(),
  },
  (table) => [index('imports_of_a_court').on(table.courtId)],
)

const told = (path: string): SQL => sql.raw(`(entry::jsonb ${path})`)
/**
 * The log of every change, export and look at personal facts (审计日志), which can only grow: triggers refuse the rest.
 * The text of an entry is what its hash is of; the columns after the hash are taken from that text by the database
 * itself, and only help to find entries. No key refers to a court, so that its entries outlive it.
 */
export const audit = pgTable(
  'audit',
  {
    number: bigint({ mode: 'number' }).primaryKey(),
    entry: text().notNull(),
    hash: text().notNull(),
    at: text().generatedAlwaysAs(told("->> 'at'")),
    actor: text().generatedAlwaysAs(told("#>> '{actor,id}'")),
    action: text().generatedAlwaysAs(told("->> 'action'")),
    court: text().generatedAlwaysAs(told("->> 'court'")),
    subjectKind: text().generatedAlwaysAs(told("#>> '{subject,kind}'")),
    subjectId: text().generatedAlwaysAs(told("#>> '{subject,id}'")),
    people: jsonb().generatedAlwaysAs(told("-> 'people'")),
  },
  (table) => [
    index('audit_at').on(table.at),
    index('audit_of_a_court').on(table.court, table.action, table.at),
    index('audit_people').using('gin', table.people),
  ],
)

/**
 * Accounts (账号). What stands before the role is named as better-auth names it; its other tables likewise. It never adds
 * an account, but asks for defaults: they are those of somebody who may see no court.
 */
export const users = pgTable('users', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean().notNull().default(true),
  image: text(),
  createdAt: instant().notNull().defaultNow(),
  updatedAt: instant().notNull().defaultNow(),
  username: text().notNull().unique(),
  role: text({ enum: accountRoles }).notNull().default('staff'),
  /** An account goes with its court: bound to none, it would belong to every one. */
  court: text().references(() => courts.id, { onDelete: 'cascade' }),
  divisions: jsonb().$type<string[]>().notNull().default([]),
  person: text(),
  disabled: boolean().notNull().default(false),
  mustChange: boolean().notNull().default(false),
  /** Where messages go by e-mail, and whether they do; `email` is better-auth's, and nothing is ever sent there. */
  mail: text(),
  byMail: boolean().notNull().default(true),
  language: text({ enum: messageLanguages }).notNull().default('zh-CN'),
  /** One of those with a password that everybody is shown. */
  example: boolean().notNull().default(false),
})

const ofUser = () =>
  text()
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' })

export const sessions = pgTable(
  'sessions',
  {
    id: text().primaryKey(),
    userId: ofUser(),
    token: text().notNull().unique(),
    expiresAt: instant().notNull(),
    ipAddress: text(),
    userAgent: text(),
    createdAt: instant().notNull().defaultNow(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (table) => [index('sessions_of_a_user').on(table.userId)],
)

/** How somebody signs in: by a password, or by the single sign-on of the court. */
export const credentials = pgTable(
  'credentials',
  {
    id: text().primaryKey(),
    userId: ofUser(),
    providerId: text().notNull(),
    accountId: text().notNull(),
    password: text(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: instant(),
    refreshTokenExpiresAt: instant(),
    scope: text(),
    createdAt: instant().notNull().defaultNow(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('one_of_a_provider').on(table.providerId, table.accountId),
    // Names may be given anew at a provider: whoever signed in first as an account is the one.
    uniqueIndex('one_of_a_user').on(table.userId, table.providerId),
  ],
)

/** What accounts are told (消息), each its own; `once` names what an account is not told twice of. */
export const messages = pgTable(
  'messages',
  {
    id: text().primaryKey(),
    number: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    userId: ofUser(),
    said: jsonb().$type<MessageSaid>().notNull(),
    /** What it is about: a court, and whom of it; both are empty for what is about the account. */
    courtId: text().references(() => courts.id, { onDelete: 'cascade' }),
    person: text(),
    once: text(),
    at: moment().notNull().defaultNow(),
    readAt: moment(),
    /** When it was handed to the mail. */
    mailedAt: moment(),
  },
  (table) => [
    uniqueIndex('told_once').on(table.userId, table.courtId, table.once),
    index('messages_of_a_user').on(table.userId, table.number),
    pgPolicy('read_own', {
      for: 'select',
      using: sql`user_id = ${asked('account')} and (person is null or (court_id = ${asked('court')} and person = ${asked('person')}))`,
    }),
  ],
)

/** What a single sign-on that is under way has to find again. */
export const verifications = pgTable('verifications', {
  id: text().primaryKey(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: instant().notNull(),
  createdAt: instant().notNull().defaultNow(),
  updatedAt: instant().notNull().defaultNow(),
})

/** Tries to sign in, by the hash of the user name that was tried. */
export const signInTries = pgTable('sign_in_tries', {
  key: text().primaryKey(),
  count: integer().notNull(),
  /** Since when they are counted; once they are too many, since when they are refused. */
  since: instant().notNull(),
})

/** What the server keeps to itself, made at its first start. */
export const secrets = pgTable('secrets', { name: text().primaryKey(), value: text().notNull() })

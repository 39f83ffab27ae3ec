import { sql, type SQL } from 'drizzle-orm'
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
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
  panelAnswer,
  payment,
  person,
  post,
  preference,
  qualification,
  survey,
  team,
  weightEvent,
  wishAnswer,
  type Settings,
} from '../../../domain'
import type { WorkbookProblem } from '../../../workbook'
import type { Preview } from '../../import/preview'
import { columnsOf } from '../columns'
import { moment, made, version, asked, everybodySeen, rowsOfCourt, ofSeen, seenPerson } from './parts'

/** A row goes with its court. */
export const courtId = () =>
  text()
    .notNull()
    .references(() => courts.id, { onDelete: 'cascade' })

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

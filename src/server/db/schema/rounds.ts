import { sql } from 'drizzle-orm'
import {
  bigint,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core'
import { round, type Outcome, type PlanData, type Progress, type Proposal } from '../../../domain'
import type { Certificate } from '../../../planner/certify'
import type { DecisionFile } from '../../decision-file'
import { columnsOf } from '../columns'
import { courtId } from './court'
import { moment, made, version, rowsOfCourt } from './parts'

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

/** The key of rows that go with their round. */
export const withRound = (table: { courtId: AnyPgColumn; roundId: AnyPgColumn }) =>
  foreignKey({ columns: [table.courtId, table.roundId], foreignColumns: [rounds.courtId, rounds.id] }).onDelete(
    'cascade',
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
  (table) => [primaryKey({ columns: [table.courtId, table.roundId] }), withRound(table), rowsOfCourt()],
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
    withRound(table),
  ],
)

import { z } from 'zod'
import { calendarDate } from './calendar'
import { id, role, type Role } from './role'
import { tracks } from './unit'

/** Which role may fill which post, and what it needs for that. No entry leads to judge from another role. */
export const fill = z
  .object({ role, post: role, requires: z.array(id).default([]) })
  .refine((entry) => entry.post !== 'judge' || entry.role === 'judge', { error: 'fill-leads-to-judge' })
export type Fill = z.infer<typeof fill>

/** 248 working days less 10 of leave, 480 minutes each, three quarters of them for cases. */
export const defaultYearMinutes = (248 - 10) * 480 * 0.75

export const defaultFills: Fill[] = [
  { role: 'judge', post: 'judge', requires: [] },
  { role: 'assistant', post: 'assistant', requires: [] },
  { role: 'clerk', post: 'clerk', requires: [] },
  { role: 'enforcement-officer', post: 'enforcement-officer', requires: [] },
  { role: 'bailiff', post: 'bailiff', requires: [] },
  { role: 'administrative', post: 'administrative', requires: [] },
  { role: 'administrative', post: 'assistant', requires: ['legal-exam'] },
  { role: 'administrative', post: 'clerk', requires: ['typing'] },
  { role: 'assistant', post: 'enforcement-officer', requires: [] },
]

/** Year values published elsewhere, and `calendar`: computed from the working days of a year. */
export const yearValueSources = ['calendar', 'indiana', 'nrw', 'schleswig-holstein', 'texas'] as const

/** What a role's year value was computed from, so that it can be computed again and opened. */
export const yearValueInputs = z.object({
  role,
  source: z.enum(yearValueSources).default('calendar'),
  /** Calendar year whose working days count; asked for where the source is the calendar. */
  year: z.int().min(1950).max(2200).nullable().default(null),
  /** Working days given by hand, for a year whose holidays are not yet known; null counts the calendar. */
  workingDays: z.number().min(0).max(366).nullable().default(null),
  hoursPerDay: z.number().gt(0).max(24).default(8),
  /** Days of annual leave; null takes the mean of the people of the role, by their years of service. */
  leaveDays: z.number().min(0).max(366).nullable().default(null),
  /** Day on which those people are counted; null is the first day of the year. */
  date: calendarDate.nullable().default(null),
  /** Share of the day that is not for cases: meetings, study, files. */
  nonCaseShare: z.number().min(0).lt(1).default(0.25),
})
export type YearValueInputs = z.infer<typeof yearValueInputs>

/** Heads of each role in one team (1+1+1 and the like), for teams of a track in trial divisions or in enforcement. */
export const teamTemplate = z.object({
  kind: z.enum(['trial', 'enforcement']),
  track: z.enum(tracks),
  heads: z.partialRecord(role, z.int().min(0).max(99)),
})
export type TeamTemplate = z.infer<typeof teamTemplate>

/** One judge, one assistant, one clerk: the template reported most often for trial teams. */
export const defaultTemplates: TeamTemplate[] = tracks.map((track) => ({
  kind: 'trial',
  track,
  heads: { judge: 1, assistant: 1, clerk: 1 },
}))

export const weightUnits = ['minutes', 'points', 'standard-cases'] as const
export const filingsWindows = ['last-months', 'three-year-mean'] as const
export const needModes = ['weights', 'peers', 'pro-rata'] as const
export const roundings = [
  'none',
  'half-up',
  'threshold',
  'equal-proportions',
  'largest-remainder',
  'tolerance',
] as const

const keptMonths = z.int().min(0).max(1200).default(24)

export const settings = z.object({
  /** What weights and year values are told in; the arithmetic is the same. */
  weightUnit: z.enum(weightUnits).default('minutes'),
  /**
   * Year value (年有效工时, in points 饱和工作量): what one full-time person does for cases in a year, annual leave
   * already taken off, in the unit of the weights. This is the value in force; `yearValues` says what it came from.
   */
  yearMinutes: z.partialRecord(role, z.number().positive()).default({
    judge: defaultYearMinutes,
    assistant: defaultYearMinutes,
    clerk: defaultYearMinutes,
    'enforcement-officer': defaultYearMinutes,
  }),
  /** What the year value of a role was computed from; a role without a row has a value given by hand. */
  yearValues: z.array(yearValueInputs).default([]),
  /** How the need is computed: from weights, from the productivity of peers, or by sharing out the people there are. */
  needMode: z.enum(needModes).default('weights'),
  /** Which newly filed cases the need counts: those of the last `filingsMonths`, or the yearly mean of three years. */
  filingsWindow: z.enum(filingsWindows).default('last-months'),
  /** How many months of newly filed cases the need counts; the figure is brought to a year. */
  filingsMonths: z.int().min(1).max(60).default(12),
  /** Productivity that peers set: the third quartile of their cases closed per person and year, or the median. */
  peerReference: z.enum(['third-quartile', 'median']).default('third-quartile'),
  /** Fewest teams, the team itself among them, that make a group of peers. */
  peerLeast: z.int().min(2).max(99).default(3),
  /** How a need is shown as whole posts; never used in computing one. */
  rounding: z.enum(roundings).default('none'),
  /** Most of the staff that may be judicial administration, as a share (15 % of 政法专项编制). */
  administrativeCap: z.number().min(0).max(1).default(0.15),
  /** Leave longer than this many days takes a person out of Have. */
  longLeaveDays: z.int().min(0).default(45),
  /** For how many months a move, a change of site or a refused wish stands in a person's ledger (负担台账). */
  burdenMonths: z.int().min(1).max(240).default(36),
  /** Points that a permanent change of post counts there; 0 leaves it out, as with the two others. */
  burdenMove: z.int().min(0).max(99).default(2),
  /** What a move counts on top where it leads to another site. */
  burdenDistance: z.int().min(0).max(99).default(1),
  /** What a round counts that met none of the person's wishes. */
  burdenRefusedWish: z.int().min(0).max(99).default(1),
  /**
   * For how many months personal facts are kept: of people after their last day at the court, of leaves after their end,
   * of wishes after they were stated last, of objections after they were settled. The law asks for the shortest time
   * that is necessary (个人信息保护法 19, 47); labour contracts are to be kept for two years (劳动合同法 50).
   */
  keepLeftMonths: keptMonths,
  keepLeavesMonths: keptMonths,
  keepWishesMonths: keptMonths,
  keepObjectionsMonths: keptMonths,
  /** The server deletes each day what is kept longer; else HR does it by hand. */
  deleteDaily: z.boolean().default(false),
  fills: z.array(fill).default(() => structuredClone(defaultFills)),
  templates: z.array(teamTemplate).default(() => structuredClone(defaultTemplates)),
})
export type Settings = z.infer<typeof settings>

export type YearMinutes = Partial<Record<Role, number>>

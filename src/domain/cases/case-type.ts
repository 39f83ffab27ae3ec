import { z } from 'zod'
import { calendarDate } from '../calendar'
import { id, name, role } from '../role'

/** Amount of work of one case, in the court's `weightUnit`, by the role that does it. */
const perRole = z.partialRecord(role, z.number().min(0))

/** Where a case type's weights come from: the table of its own row, events x frequency, or a panel's answers. */
export const weightSources = ['table', 'events', 'panel'] as const

/** A case type (案由 x 程序) and its weight: work of each role over the life of one case. */
export const caseType = z.object({
  id,
  name,
  category: name,
  weights: perRole,
  weightSource: z.enum(weightSources).default('table'),
  /** Day on which the weights were last looked at, and the day by which they are to be looked at again. */
  weightReviewed: calendarDate.nullable().default(null),
  weightReviewDue: calendarDate.nullable().default(null),
  /** Share of simple cases (繁简分流), those that a fast-track team could take. */
  simpleShare: z.number().min(0).max(1).default(0),
  /** Weights of a simple case in a fast-track team; a role that is not named works there as long as elsewhere. */
  fastWeights: perRole.default({}),
  /** Statutory time limit (审限) in months; 0 where the law sets none, null where nobody told it yet. */
  limitMonths: z.number().min(0).nullable().default(null),
})
export type CaseType = z.infer<typeof caseType>

/** An event in the life of a case (审判流程—要素法): how long it takes a role, how often it happens in one case. */
export const weightEvent = z.object({
  caseType: id,
  role,
  event: name,
  minutes: z.number().min(0),
  frequency: z.number().min(0),
})
export type WeightEvent = z.infer<typeof weightEvent>

/** What one expert of a panel says one case takes a role; the expert stands under a code, never a name. */
export const panelAnswer = z.object({
  caseType: id,
  role,
  expert: id,
  round: z.int().min(1).max(99),
  minutes: z.number().min(0),
})
export type PanelAnswer = z.infer<typeof panelAnswer>

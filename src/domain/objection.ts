import { z } from 'zod'
import { calendarDate, type CalendarDate } from './calendar'
import { id } from './role'

/** Where an objection stands: open, upheld (采纳), dismissed (不采纳), or taken back by the person. */
export const objectionStates = ['open', 'upheld', 'dismissed', 'withdrawn'] as const
export type ObjectionState = (typeof objectionStates)[number]

const words = z.string().trim().min(1).max(2000)
/** What a person says against what the kept plan of a round makes of them (异议). */
export const objectionText = words
/** What HR answers; the reasons are owed to the person. */
export const objectionAnswer = z.object({ state: z.enum(['upheld', 'dismissed']), answer: words })
export type ObjectionAnswer = z.infer<typeof objectionAnswer>

export const objection = z.object({
  id,
  person: id,
  text: z.string(),
  state: z.enum(objectionStates),
  filedOn: calendarDate,
  /** Last day on which it is to be answered. */
  answerBy: calendarDate,
  answer: z.string().nullable(),
  /** Day on which it was answered or taken back. */
  settledOn: calendarDate.nullable(),
})
export type Objection = z.infer<typeof objection>

/** Whether people may object to a plan on a day, and the last day for it; null while no plan is kept. */
export interface ObjectionWindow {
  readonly open: boolean
  readonly until: CalendarDate | null
}

/** Whether the answer is overdue. */
export const isLate = ({ state, answerBy }: Pick<Objection, 'state' | 'answerBy'>, today: CalendarDate): boolean =>
  state === 'open' && answerBy < today

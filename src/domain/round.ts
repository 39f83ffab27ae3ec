import { addMonths, isMonday, nextMonday, startOfMonth } from 'date-fns'
import { z } from 'zod'
import { addToMonth, calendarDate, dateOf, dayOf, type CalendarDate } from './calendar'
import type { Court } from './court'
import { facts } from './facts'
import { id, name } from './role'

/** A human decision that a run never undoes: a pin gives the person this seat, a veto forbids it. */
export const decision = z
  .object({
    kind: z.enum(['pin', 'veto']),
    person: id,
    /** The seat's id, `person@unit/role`; null pins the person to the bench. */
    seat: z.string().max(300).nullable(),
    reason: z.string().max(500).default(''),
    /** Last day of a temporary posting (挂职) to the seat, after which the person goes home; left out, it is for good. */
    until: calendarDate.optional(),
  })
  .refine(({ kind, seat, until }) => until === undefined || (kind === 'pin' && seat !== null), {
    path: ['until'],
    message: 'Only a pin to a seat has a last day.',
  })
export type Decision = z.infer<typeof decision>

/** The decision that gives the person a seat (or the bench); the last one made holds. */
export const pinOf = (decisions: readonly Decision[], person: string): Decision | undefined =>
  decisions.findLast((each) => each.kind === 'pin' && each.person === person)

/** The decisions without the one that keeps the person from this seat. */
export const withoutVeto = (decisions: readonly Decision[], person: string, seat: string | null): Decision[] =>
  decisions.filter((each) => !(each.kind === 'veto' && each.person === person && each.seat === seat))

/** Pins the person to this seat, wherever the person was pinned before; with a last day it is a temporary posting. */
export function withPin(
  decisions: readonly Decision[],
  person: string,
  seat: string | null,
  until?: CalendarDate,
  reason = '',
): Decision[] {
  const others = decisions.filter((each) => !(each.kind === 'pin' && each.person === person))
  const pin: Decision = { kind: 'pin', person, seat, reason, ...(until !== undefined && { until }) }
  return [...withoutVeto(others, person, seat), pin]
}

/** Last day of the temporary posting that a pin makes of this seat; null where the person has the seat for good. */
export function postedUntil(decisions: readonly Decision[], person: string, seat: string | null): CalendarDate | null {
  const pin = pinOf(decisions, person)
  return (pin?.seat === seat ? pin?.until : undefined) ?? null
}

/**
 * One thing that a rule asks for and this round may miss: by so much, in the limit's own unit, while its facts stand.
 */
export const exception = z.object({ facts, by: z.number().positive() })
export type Exception = z.infer<typeof exception>

/** How a round uses one rule; what is left out stands as the rule itself says. */
export const ruleSetting = z.object({
  id: z.string().max(64),
  weight: z.enum(['off', 'warn', 'must']).optional(),
  parameters: z.record(z.string(), z.unknown()).optional(),
  exceptions: z.array(exception).optional(),
})
export type RuleSetting = z.infer<typeof ruleSetting>

/**
 * A rotation round (轮岗批次): one date on which it takes effect, who takes part, which rules, which goals in which order.
 */
export const round = z.object({
  id,
  name,
  date: calendarDate,
  /** Departments whose people stay where they are in this round. */
  excludedDepartments: z.array(id).default([]),
  /** People who stay where they are in this round. */
  excludedPeople: z.array(id).default([]),
  rules: z.array(ruleSetting).default([]),
  /** Ids of the goals in force, first the one that goes before all others; empty means the default order. */
  goals: z.array(z.string().max(64)).default([]),
  /** What goals after this one may take of it, by goal, in its own unit: thousandths of an FTE, points, people. */
  slack: z.record(z.string().max(64), z.number().min(0)).default({}),
  decisions: z.array(decision).default([]),
  /** Last day on which people may confirm their wishes for this round; null sets none. */
  wishesUntil: calendarDate.nullable().default(null),
  /** Working days, from the day on which a plan is kept, in which a person may object to what it says of them. */
  objectionDays: z.int().min(1).max(60).default(5),
  /** Working days in which an objection is to be answered. */
  answerDays: z.int().min(1).max(60).default(10),
  /** Working days that division heads are given to answer a draft plan (会签). */
  reviewDays: z.int().min(1).max(60).default(5),
})
export type Round = z.infer<typeof round>

/** A round that says nothing yet: everybody takes part, rules and goals stand as the book has them. */
export const blankRound: Omit<Round, 'id' | 'name' | 'date'> = {
  excludedDepartments: [],
  excludedPeople: [],
  rules: [],
  goals: [],
  slack: {},
  decisions: [],
  wishesUntil: null,
  objectionDays: 5,
  answerDays: 10,
  reviewDays: 5,
}

/**
 * The day that a new round is set to at first: the first Monday of next month, in time for people to prepare, and for
 * a fictional court, which stands still, the fourth of the month after its last month of caseload, so that the window
 * of filings is full. Holidays are left to whoever sets the round up.
 */
export function suggestedRoundDate(court: Pick<Court, 'example' | 'caseload'>, today: CalendarDate): CalendarDate {
  const last = court.caseload.reduce((latest, { month }) => (month > latest ? month : latest), '')
  if (court.example && last !== '') return `${addToMonth(last, 1)}-04`
  const first = startOfMonth(addMonths(dayOf(today), 1))
  return dateOf(isMonday(first) ? first : nextMonday(first))
}

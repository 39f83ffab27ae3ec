import { z } from 'zod'
import { calendarDate } from './calendar'
import { id, name, role } from './role'

/** A person (干警). `share` is the contract share, 1 for full time. */
export const person = z.object({
  id,
  name,
  role,
  share: z.number().gt(0).max(1).default(1),
  joined: calendarDate,
  /** Last day at the court, known ahead for retirements; null while none is set. */
  left: calendarDate.nullable().default(null),
  /** Contract staff are employees under a labour contract: the civil-service probation does not bind them. */
  employment: z.enum(['civil-servant', 'contract']).default('civil-servant'),
  /** Heads and deputy heads of a department. */
  leader: z.boolean().default(false),
  /** President, vice presidents and other members of the court's leadership (院领导). */
  courtLeader: z.boolean().default(false),
  /** Under disciplinary review or in criminal proceedings now; its end is rarely known ahead. */
  underReview: z.boolean().default(false),
  /** A spouse, parent or child is a lawyer or keeps a law firm in the court's area, as declared (法官法 24). */
  lawyerRelative: z.boolean().default(false),
  /** Who teaches this person the work (师带徒); null for nobody. */
  mentor: id.nullable().default(null),
  /** Who this person works together with, wherever that is; told of one of the two. */
  worksWith: id.nullable().default(null),
  /** Units that hear cases in which the person took part at another stage (公务回避). */
  conflictUnits: z.array(id).default([]),
})
export type Person = z.infer<typeof person>

/** An assignment (任职), present, past or to come; `until` is its last day, null while it is open. */
export const assignment = z.object({
  person: id,
  unit: id,
  role,
  from: calendarDate,
  until: calendarDate.nullable().default(null),
  kind: z.enum(['permanent', 'temporary']).default('permanent'),
  share: z.number().gt(0).max(1).default(1),
})
export type Assignment = z.infer<typeof assignment>

/** The highest level of a qualification or a skill. */
export const highestLevel = 5

/** A qualification or a skill held, by code; the level is 1 (basic) to 5, null where it has none. */
export const qualification = z.object({
  person: id,
  kind: z.enum(['qualification', 'skill']),
  code: id,
  level: z.int().min(1).max(highestLevel).nullable().default(null),
  since: calendarDate.nullable().default(null),
  until: calendarDate.nullable().default(null),
})
export type Qualification = z.infer<typeof qualification>

/** The four classes of kinship that the law of avoidance knows. */
export const kinship = z.object({ first: id, second: id, kind: z.enum(['spouse', 'lineal', 'collateral', 'affinity']) })
export type Kinship = z.infer<typeof kinship>

export const protectedKinds = ['pregnancy', 'nursing', 'medical'] as const

/**
 * Leave, secondment away from the court, or a protected period (pregnancy, nursing, medical treatment).
 * `consents`: the person agrees to be proposed for a move during the protected period.
 */
export const leave = z.object({
  person: id,
  kind: z.enum(['annual', 'sick', 'maternity', 'study', 'secondment', 'other', ...protectedKinds]),
  from: calendarDate,
  until: calendarDate.nullable().default(null),
  consents: z.boolean().default(false),
})
export type Leave = z.infer<typeof leave>

/** A wish (意愿) for a unit, rank 1 first; for one role there, or for whichever post the person may fill. */
export const preference = z.object({
  person: id,
  rank: z.int().min(1).max(9),
  unit: id,
  role: role.nullable().default(null),
})
export type Preference = z.infer<typeof preference>

/**
 * What the kept plan of a round made of a person's wishes (意愿答复): the wish that it met, or else the first that could
 * have been met and was not. Written when a plan is kept, so that it is known when the wishes have long been others.
 */
export const wishAnswer = z.object({
  round: id,
  person: id,
  /** Day on which the round takes effect. */
  date: calendarDate,
  unit: id,
  rank: z.int().min(1).max(9),
  met: z.boolean(),
})
export type WishAnswer = z.infer<typeof wishAnswer>

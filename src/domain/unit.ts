import { z } from 'zod'
import { id, name, role } from './role'

/**
 * How a unit stands (设置): for good (常设); proposed to be set up (拟设), so that a plan fills it whole or leaves it
 * out; or one that may be closed (可撤并), which a plan keeps whole or empties.
 */
export const unitStatuses = ['standing', 'proposed', 'may-close'] as const
export type UnitStatus = (typeof unitStatuses)[number]
const status = z.enum(unitStatuses).default('standing')

/**
 * A department (部门). Its floor is the number of heads, of all roles together, that it keeps when it gives people away.
 */
export const department = z.object({
  id,
  name,
  kind: z.enum(['administrative', 'trial', 'enforcement']),
  /** The division (分管) that groups departments on screens; departments of one division are shown together. */
  division: name.nullable().default(null),
  /** Where people go to work, as the court calls it; departments that name none share the main building. */
  site: name.nullable().default(null),
  floor: z.int().min(0).default(0),
  /** Of a department with teams it is that of its own office; each team has its own. */
  status,
})
export type Department = z.infer<typeof department>

export const tracks = ['fast-track', 'ordinary', 'complex'] as const

/** A trial team (审判团队) of a department; hears the case categories it lists. */
export const team = z.object({
  id,
  name,
  department: id,
  track: z.enum(tracks).default('ordinary'),
  categories: z.array(name).default([]),
  /** Codes of skills that help in this team; they count in the fit. */
  skills: z.array(id).default([]),
  /** Where it sits, such as a tribunal in a town; null is where its department does. */
  site: name.nullable().default(null),
  status,
})
export type Team = z.infer<typeof team>

/** Work that is passed on after some years, and that no relative of the court's leadership does (关键岗位). */
export const duties = ['personnel', 'discipline', 'audit', 'finance', 'approval', 'procurement', 'other-key'] as const
export type Duty = (typeof duties)[number]

/**
 * A post (岗位): a unit and a role. A unit is a team, a department without teams, or a department's own office.
 * `fixed` is FTE of work that does not scale with cases; `ceiling` is in heads, null where none is set. With `ratioTo`
 * the need follows another post of the same unit instead of cases: `per` of these for each one needed there. `least`
 * is in heads: what the post takes for its unit to be set up, or to go on, where that is for a plan to say.
 */
export const post = z.object({
  unit: id,
  role,
  fixed: z.number().min(0).default(0),
  ceiling: z.int().min(0).nullable().default(null),
  /** Null takes the team template of the track, and one head where there is none. */
  least: z.int().min(0).max(99).nullable().default(null),
  ratioTo: z
    .object({ role: role.default('judge'), per: z.number().positive().max(99) })
    .nullable()
    .default(null),
  /** The sensitive work of the post; null for most. */
  duty: z.enum(duties).nullable().default(null),
})
export type CourtPost = z.infer<typeof post>

/** `unit/role`: the one way to write a post. */
export type PostId = string
export const postId = ({ unit, role }: { unit: string; role: string }): PostId => `${unit}/${role}`

import { z } from 'zod'

/** What a person is, and what a post asks for. */
export const roles = ['judge', 'assistant', 'clerk', 'enforcement-officer', 'bailiff', 'administrative'] as const
export const role = z.enum(roles)
export type Role = z.infer<typeof role>

/** Ids are stable and stand in seat ids (`person@unit/role`), so they hold none of the marks used there. */
export const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[^\s@/+:]+$/, { error: 'id-has-marks' })

/** Most characters that a name may have. */
export const longestName = 80
export const name = z.string().trim().min(1).max(longestName)

import { z } from 'zod'
import { id, name } from './role'

/** What an account may be (账号角色): administrator, HR (政治部), division head (庭长), leader (院领导), staff (干警). */
export const accountRoles = ['administrator', 'hr', 'head', 'leader', 'staff'] as const
export type AccountRole = (typeof accountRoles)[number]

/** Written small: whoever signs in may write it as they like. */
export const userName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,29}$/, 'user-name-unfit')

/** Fewest and most characters of a password. */
export const passwordLength = { least: 12, most: 128 } as const

/** Why a password will not do, as a code of `accounts.password.faults`; null where it does. */
export function passwordFault(password: string, of: string): 'short' | 'long' | 'plain' | 'name' | null {
  if ([...password].length < passwordLength.least) return 'short'
  if (password.length > passwordLength.most) return 'long'
  if (new Set(password.toLowerCase()).size < 5) return 'plain'
  return of !== '' && password.toLowerCase().includes(of.toLowerCase()) ? 'name' : null
}

const bound = {
  role: z.enum(accountRoles),
  /** The court that it belongs to; null for an administrator, and for HR and leaders of every court. */
  court: id.nullable().default(null),
  /** Ids of the departments that a head answers for. */
  divisions: z.array(id).max(100).default([]),
  /** Which person of the court it is; null for nobody. */
  person: id.nullable().default(null),
}

/** What of an account an administrator gives. */
export const accountFacts = z.object({ username: userName, name, ...bound }).superRefine((account, context) => {
  const fault = (path: string, code: string): void =>
    context.addIssue({ code: 'custom', path: [path], message: code, params: {} })
  const { role, court, divisions, person } = account
  if (role === 'administrator' && court !== null) fault('court', 'account-court-unfit')
  if ((role === 'head' || role === 'staff') && court === null) fault('court', 'account-court-missing')
  if (role === 'staff' && person === null) fault('person', 'account-person-missing')
  if (person !== null && court === null) fault('person', 'account-court-missing')
  if (role === 'head' && divisions.length === 0) fault('divisions', 'account-divisions-missing')
  if (role !== 'head' && divisions.length > 0) fault('divisions', 'account-divisions-unfit')
})
export type AccountFacts = z.infer<typeof accountFacts>

/** Who asks. */
export interface Account extends AccountFacts {
  readonly id: string
  /** A password was given to this account by somebody else: it does nothing before it has one of its own. */
  readonly mustChange: boolean
}

/** The password that accounts of the example court are shown with; they are made only where somebody asks for them. */
export const examplePassword = 'example-court-2021'

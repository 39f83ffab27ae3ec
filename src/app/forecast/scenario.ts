import { roles, type Role } from '../../domain'
import type { Extra } from './questions'

/** People who would join, as the page's address holds them: `assistant:1,clerk:2`. */
export const writeExtras = (extras: readonly Extra[]): string =>
  extras
    .filter(({ fte }) => fte > 0)
    .map(({ role, fte }) => `${role}:${fte}`)
    .join(',')

/** Reads them back; what is no role or no number is passed over. */
export function readExtras(text: string): Extra[] {
  return text.split(',').flatMap((part) => {
    const [role = '', fte = ''] = part.split(':')
    const known = roles.find((each): each is Role => each === role)
    const count = Number(fte)
    return known === undefined || !Number.isFinite(count) || count <= 0
      ? []
      : [{ role: known, fte: Math.min(count, mostExtras) }]
  })
}

/** No scenario adds more people than this to one role. */
export const mostExtras = 9

/** The same with one role's number changed. */
export const withExtra = (extras: readonly Extra[], role: Role, fte: number): Extra[] =>
  roles.flatMap((each) => {
    const count = each === role ? fte : (extras.find((extra) => extra.role === each)?.fte ?? 0)
    return count > 0 ? [{ role: each, fte: count }] : []
  })

import type { Context } from 'hono'

/** Who asks; nobody is signed in until there are accounts. */
export type User = { readonly id: string; readonly name: string } | { readonly id: null }

/** What the server does by itself. */
export const server: User = { id: null }

type Permit = (context: Context, action: 'read' | 'change', court: string | null) => User

/** May this user do this to this court? The one place where accounts will be asked; throws ApiError when not. */
export const permit: Permit = () => ({ id: null })

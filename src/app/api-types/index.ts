// What the server answers, written out: these types are met by the routes (api.ts does not compile else), and reading
// them costs nothing, while every file that had them inferred from the routes would be half a minute in the linter.

export type * from './accounts'
export type * from './audit'
export type * from './client'
export type * from './court'
export type * from './rounds'

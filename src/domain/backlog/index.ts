/** The stock of pending cases, month by month, for given people. */
export * from './capacity'
export * from './court'
export * from './newcomers'
export * from './reach'
export * from './stock'
export * from './strength'
export * from './team'
export * from './together'
// `fan` is imported by path, as the forecast is.
export type { FanMonth, FanRequest } from './fan'

export * from './book'
export * from './in-force'
export * from './rule'
export * from './tally'

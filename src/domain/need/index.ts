/** People needed: weights, year value, the ways to count need, and what follows from it. */
export * from './lanes'
export * from './need'
export * from './rounding'
export * from './sum'
export * from './templates'
export * from './weights'
export { daysOf, needWindow } from './window'
export * from './year-value'

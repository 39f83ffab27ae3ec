/** Cases: their types, the case list, the months and days counted from it, and campaigns to close them. */
export * from './campaign'
export * from './case-days'
export * from './case-list'
export * from './case-type'
export * from './caseload'
export * from './day-flow'
export * from './reported'
export * from './told'
export * from './usual'
// `burn-down` and `outcomes` are imported by path: they load the calendar and statistics.

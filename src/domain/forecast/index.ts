/**
 * Filings to come. Of the forecast only types and schemas: its methods load statistics and a lunar calendar, which the
 * page's first load must not. Workers and the server import `forecast/filings` and `forecast/seasonal-ets` by path.
 */
export * from './by-hand'
export type { Choice } from './choose'
export type { ForecastErrors } from './errors'
export type { FilingsForecast, FilingsRequest, FilingsResult, ForecastMonth } from './filings'
export { forecastOverride, monthMark } from './history'
export type { ForecastOverride, MonthlySeries, MonthMark, MonthMarks } from './history'
export type { MethodId } from './method'
export type { MethodTest } from './rolling-origin'
export * from './series'

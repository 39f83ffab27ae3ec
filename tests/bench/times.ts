import { max, median, quantile } from 'simple-statistics'

/** Milliseconds that many tries took. */
export interface Times {
  readonly median: number
  readonly p95: number
  readonly most: number
}

export const timesOf = (taken: readonly number[]): Times => {
  const values = [...taken]
  return { median: median(values), p95: quantile(values, 0.95), most: max(values) }
}

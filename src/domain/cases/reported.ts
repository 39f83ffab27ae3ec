import { divide, exactly, meets, multiply, rounded, type Interval } from '../interval'

/** What a table says of a period of so many months. `closed` is null where it is told by its clearance rate alone. */
export interface PeriodCounts {
  readonly carried: number | null
  readonly filed: number
  readonly closed: number | null
  readonly pending: number
  readonly months: number
}

/**
 * Rates that a court's own system or a yearbook prints beside its counts, rounded as printed: closing rate, clearance
 * rate and congestion in percent, turnover (pending / closed) in months.
 */
export const reportedRates = ['closingRate', 'clearance', 'congestion', 'turnover'] as const
export type ReportedRate = (typeof reportedRates)[number]
export type Reported = Partial<Record<ReportedRate, number | null>>

/** A printed rate that the counts do not allow; they allow `low` to `high`. */
export interface Disagreement {
  readonly rate: ReportedRate
  readonly value: number
  readonly low: number
  readonly high: number
}

/** Decimals that a figure was given with: 91.4 has one. */
const decimalsOf = (value: number): number => String(value).split('.')[1]?.length ?? 0
const asPrinted = (value: number): Interval => rounded(value, decimalsOf(value))
const percent = (of: Interval): Interval => multiply(of, exactly(100))

/**
 * The printed rates that no counts behind the printed figures allow. Figures are rounded, so each stands for an
 * interval, and a rate is met when its own interval touches the one computed.
 */
export function* disagreements(counts: PeriodCounts, reported: Reported): Generator<Disagreement> {
  const { carried, filed, pending, months } = counts
  const { closingRate = null, clearance = null, congestion = null, turnover = null } = reported
  const check = function* (rate: ReportedRate, computed: Interval): Generator<Disagreement> {
    const value = reported[rate] ?? null
    if (value !== null && !meets(asPrinted(value), computed)) yield { rate, value, ...computed }
  }
  const closed =
    counts.closed !== null
      ? exactly(counts.closed)
      : clearance === null
        ? null
        : divide(multiply(asPrinted(clearance), exactly(filed)), exactly(100))
  if (closed === null) return
  if (closingRate !== null && carried !== null && carried + filed > 0)
    yield* check('closingRate', percent(divide(closed, exactly(carried + filed))))
  if (clearance !== null && counts.closed !== null && filed > 0)
    yield* check('clearance', percent(divide(closed, exactly(filed))))
  if (congestion !== null && pending + closed.low > 0)
    yield* check('congestion', { low: share(pending, closed.high), high: share(pending, closed.low) })
  if (turnover !== null && closed.low > 0)
    yield* check('turnover', multiply(divide(exactly(pending), closed), exactly(months)))
}

/** Pending of pending and closed, in percent. */
const share = (pending: number, closed: number): number => (100 * pending) / (pending + closed)

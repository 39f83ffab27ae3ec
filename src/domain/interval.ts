/** All values that a rounded figure may stand for. */
export interface Interval {
  readonly low: number
  readonly high: number
}

export const exactly = (value: number): Interval => ({ low: value, high: value })

/** What a figure printed with so many decimals may have been. */
export const rounded = (value: number, decimals: number): Interval => {
  const half = 0.5 * 10 ** -decimals
  return { low: value - half, high: value + half }
}

export const subtract = (a: Interval, b: Interval): Interval => ({ low: a.low - b.high, high: a.high - b.low })

/** Of figures that are not negative, as all of ours are. */
export const multiply = (a: Interval, b: Interval): Interval => ({ low: a.low * b.low, high: a.high * b.high })

/** Of a figure that is not negative by one that is above zero. */
export const divide = (a: Interval, b: Interval): Interval => ({ low: a.low / b.high, high: a.high / b.low })

/** A published figure is met when some value it may stand for is one that its inputs allow. */
export const meets = (published: Interval, computed: Interval): boolean =>
  published.low <= computed.high + 1e-9 && computed.low <= published.high + 1e-9

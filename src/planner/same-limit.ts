import type { Limit, Sum } from '../rules'

export const isSame = <T>(
  a: readonly T[] = [],
  b: readonly T[] = [],
  same = (one: T, other: T): boolean => one === other,
) => a.length === b.length && a.every((each, i) => same(each, b[i]!))

/** The same sum over the same seats. */
const sameSum = (a: Sum, b: Sum): boolean =>
  isSame(a.seats, b.seats) &&
  isSame(a.counts, b.counts) &&
  isSame(
    a.choices,
    b.choices,
    (one, other) =>
      one.count === other.count &&
      one.choice.id === other.choice.id &&
      one.choice.atLeast === other.choice.atLeast &&
      sameSum(one.choice, other.choice),
  )

/** Both limits ask for the same, whatever they name as facts. */
export const sameLimit = (a: Limit, b: Limit): boolean =>
  a.atLeast === b.atLeast && a.atMost === b.atMost && sameSum(a, b)

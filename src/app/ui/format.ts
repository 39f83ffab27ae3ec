const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })
const oneDecimal = new Intl.NumberFormat('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const twoDecimals = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** `16,070`; whole numbers and weights, at most two decimals. */
export const number = (value: number): string => grouped.format(value)

/** A count for a text with a singular: as it is shown, and as the number that the singular goes by. */
export const countOf = (n: number): { count: string; n: number } => ({ count: number(n), n })

/** Full-time equivalents with one decimal: `6.5`. Takes FTE, never thousandths. */
export const fte = (value: number): string => oneDecimal.format(Math.abs(value) < 0.05 ? 0 : value)

/** A share of one as percent with two decimals, as courts publish it: `91.37 %`. */
export const percent = (share: number): string => `${twoDecimals.format(share * 100)} %`

/** A share of one as percent with one decimal: `26.3 %`. */
export const percent1 = (share: number): string => `${oneDecimal.format(share * 100)} %`

const twoSigned = new Intl.NumberFormat('en-US', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
  signDisplay: 'exceptZero',
})
const oneSigned = new Intl.NumberFormat('en-US', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  signDisplay: 'exceptZero',
})

/** The sign of less as typographers set it, as wide as a plus. */
const withMinus = (text: string): string => text.replace('-', '−')

/** A change with its sign and two decimals: `+17.13`. */
export const change = (value: number): string => withMinus(twoSigned.format(value))

/** By how much a figure changed, of what it was: `+93.2 %`. */
export const growth = (now: number, then: number): string => `${withMinus(oneSigned.format((now / then - 1) * 100))} %`

/** With two decimals always: `98.76`. */
export const exact = (value: number): string => twoDecimals.format(value)

/** More decimals than this tell nobody anything; a sum that still does not come out is left at them. */
const mostDecimals = 6

/**
 * Writes the parts of an opened sum so that who reckons with them as they stand gets the result as it stands: with the
 * fewest decimals, from `least` on, that do. The result is shown with `least` decimals; so many as `always` stand even
 * where they are 0.
 */
export function writerFor<Parts extends readonly number[]>(
  parts: Parts,
  result: (...parts: Parts) => number,
  { least = 2, always = 0 }: { least?: number; always?: number } = {},
): (value: number) => string {
  const shown = (value: number, decimals: number): number => Number(value.toFixed(decimals))
  const wanted = shown(result(...parts), least)
  let decimals = least
  const gives = (): number => result(...(parts.map((part) => shown(part, decimals)) as unknown as Parts))
  while (decimals < mostDecimals && shown(gives(), least) !== wanted) decimals++
  const format = new Intl.NumberFormat('en-US', { minimumFractionDigits: always, maximumFractionDigits: decimals })
  return (value) => format.format(value)
}

export type Verdict = 'short' | 'balanced' | 'surplus' | 'unknown'

/**
 * How need and have (FTE) compare, as it is shown: a difference that rounds to 0.0 is balanced.
 * `need` is null where it cannot be computed.
 */
export function verdictOf(need: number | null, have: number): Verdict {
  if (need === null) return 'unknown'
  const gap = need - have
  return gap >= 0.05 ? 'short' : gap <= -0.05 ? 'surplus' : 'balanced'
}

/** The order of names in Chinese (by pinyin), numbers inside by their value. */
export const collator = new Intl.Collator('zh-CN', { numeric: true })

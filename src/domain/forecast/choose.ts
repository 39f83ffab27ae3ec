import type { History } from './history'
import type { Forecaster, MethodId } from './method'
import type { MethodTest } from './rolling-origin'

/**
 * Seasonal ETS is let in from three years on: 24 months are the least for a seasonal model and 36 preferred, and
 * only with 36 do all origins of the last year, on which it has to prove itself, still have those 24.
 */
export const monthsForEts = 36

/** Why this method, with the mean absolute errors or months that say so. */
export type Choice =
  | { readonly reason: 'ets-better' | 'default-at-least-as-good'; readonly facts: { default: number; ets: number } }
  | { readonly reason: 'ets-history-short'; readonly facts: { months: number; needed: number } }
  | { readonly reason: 'ets-not-offered' | 'ets-failed'; readonly facts: Record<string, never> }

export interface Chosen {
  readonly method: MethodId
  readonly choice: Choice
}

const byDefault = (choice: Choice): Chosen => ({ method: 'seasonal-mean', choice })

/** Whether ETS takes part at all: it must be offered, and the history must be long enough. */
export const takesPart = (history: History, ets: Forecaster | undefined): ets is Forecaster =>
  ets !== undefined && history.months.length >= Math.max(monthsForEts, ets.least)

/** The three-year mean x shape, unless ETS took part and was less far off from the same origins. */
export function chooseMethod(history: History, ets: Forecaster | undefined, tests: readonly MethodTest[]): Chosen {
  const months = history.months.length
  if (ets === undefined) return byDefault({ reason: 'ets-not-offered', facts: {} })
  const needed = Math.max(monthsForEts, ets.least)
  if (months < needed) return byDefault({ reason: 'ets-history-short', facts: { months, needed } })
  const maeOf = (method: MethodId): number | null => tests.find((test) => test.method === method)?.mae.value ?? null
  const [own, rival] = [maeOf('seasonal-mean'), maeOf(ets.id)]
  if (own === null || rival === null) return byDefault({ reason: 'ets-failed', facts: {} })
  const facts = { default: own, ets: rival }
  return rival < own
    ? { method: ets.id, choice: { reason: 'ets-better', facts } }
    : byDefault({ reason: 'default-at-least-as-good', facts })
}

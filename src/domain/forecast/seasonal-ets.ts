import type { MSTL } from '@bsull/augurs/mstl'
import type { Forecaster, Past } from './method'
import { expectedIn, partOf } from './shape'

/** Two whole periods: below that the decomposition into trend and season (STL) refuses. */
const least = 24

/**
 * Seasonal exponential smoothing: the series is split into season and trend (MSTL, period 12), the trend is smoothed
 * by the best of the ETS models. Takes the class of `@bsull/augurs/mstl` once its WebAssembly is ready; this file
 * holds the type alone, so that the library is loaded only where a worker or a test does so:
 * `await init(...)` in a browser worker, `initSync({ module: bytes of mstl_bg.wasm })` in Node.
 *
 * The library knows no lunar calendar: January and February go in as if they shared their season evenly, and what
 * comes out is split by the working days of the coming year.
 */
export const seasonalEts = (model: Pick<typeof MSTL, 'ets'>): Forecaster => ({
  id: 'seasonal-ets',
  least,
  expect: (past, months) => {
    if (past.cleaned.length < least) return null
    const mstl = model.ets([12])
    try {
      mstl.fit(withoutFestival(past))
      const values = mstl.predict(months.length).point.map((value, i) => Math.max(0, value) * partOf(past, months[i]!))
      return values.every(Number.isFinite) ? values : null
    } catch {
      // No model fits the series (it says so by an exception): the default method stands.
      return null
    } finally {
      mstl.free()
    }
  },
})

/** A month that takes next to nothing of its season says nothing about it. */
const leastPart = 0.05

function withoutFestival(past: Past): Float64Array {
  return Float64Array.from(past.cleaned, (count, i) => {
    const month = past.history.months[i]!
    const part = partOf(past, month)
    return part < leastPart ? expectedIn({ ...past, rates: [1, 1] }, month) : count / part
  })
}

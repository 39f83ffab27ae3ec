import { another } from './another'
import type { Search } from './search'
import { termsOf, type Row } from './row'

/** A row that only the best plan breaks: at least one person sits elsewhere, or comes from the bench. */
function notTheBest({ model, best }: Search): Row {
  const cost = new Float64Array(model.columns)
  const { plan } = best!
  model.seats.forEach((seat, j) => {
    const taken = plan.get(seat.person.id)
    if (taken === seat) cost[j] = 1
    else if (taken === undefined) cost[j] = -1
  })
  return { level: null, ...termsOf(cost), lower: -Infinity, upper: plan.size - 1 }
}

/** Whether another plan has all the same values. */
export function hasTwin(search: Search): boolean {
  const { model, best, face } = search
  if (best === null || model.seats.every((_, j) => face.lower[j] === face.upper[j])) return false
  return another(search, notTheBest(search)) !== null
}

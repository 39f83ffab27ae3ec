import type { Search } from './search'
import { minimise } from './stage'

/**
 * Whether another plan has all the same values: of the plans left, one as unlike the best as can be. Most often the
 * relaxation alone shows that everybody keeps the seat.
 */
export async function hasTwin(search: Search): Promise<boolean> {
  const { model, best, face } = search
  if (best === null) return false
  if (model.seats.every((_, j) => face.lower[j] === face.upper[j])) return false
  const cost = new Float64Array(model.columns)
  const seated = new Set(best.plan.keys())
  const idle = new Set<string>()
  model.seats.forEach(({ person }, j) => {
    if (best.plan.get(person.id) === model.seats[j]) cost[j] = 1
    else if (!seated.has(person.id)) {
      cost[j] = -1
      idle.add(person.id)
    }
  })
  const agreed = seated.size + idle.size
  const least = await minimise(search, { cost, offset: idle.size, grain: 1 })
  return least !== null && least.found.plan !== best.plan && differs(agreed, cost, least.found.point, idle.size)
}

const differs = (agreed: number, cost: Float64Array, point: Float64Array, offset: number): boolean =>
  cost.reduce((sum, each, j) => sum + each * point[j]!, offset) < agreed - 0.5

import { planAt, pointOf, valuesAt } from './point'
import { near, type Search } from './search'
import { roundUp } from './stage'
import type { Aim, Tie } from './solver'
import { Stopped } from './watch'

/** A row that only the best plan breaks: at least one person sits elsewhere, or comes from the bench. */
function notTheBest({ model, best }: Search): Tie {
  const cost = new Float64Array(model.columns)
  const { plan } = best!
  model.seats.forEach((seat, j) => {
    const taken = plan.get(seat.person.id)
    if (taken === seat) cost[j] = 1
    else if (taken === undefined) cost[j] = -1
  })
  return { level: null, cost, lower: -Infinity, upper: plan.size - 1 }
}

/**
 * Whether another plan has all the same values: the last goal once more, over all plans but the best. Where it comes
 * out dearer, there is none. Most often the linear relaxation shows that already.
 */
export function hasTwin(search: Search): boolean {
  const { model, best, face, proven, solver, ties } = search
  if (best === null || model.seats.every((_, j) => face.lower[j] === face.upper[j])) return false
  const last = proven.length - 1
  const aim: Aim = last < 0 ? { cost: new Float64Array(model.columns), offset: 0, grain: 1 } : search.aimAt(last)
  const value = last < 0 ? 0 : proven[last]!.value
  const another = notTheBest(search)
  for (;;) {
    const rows = [...ties.filter(({ level }) => level !== last), another]
    const columns = face.live()
    const relaxed = solver.relax(face, columns, aim, rows)
    if (relaxed.state === 'stopped') throw new Stopped()
    if (relaxed.state === 'infeasible') return false
    if (relaxed.rowPrice !== null && roundUp(face.certify(aim, rows, relaxed.rowPrice).bound, aim) > value + near)
      return false
    const { state, point } = solver.decide(face, columns, aim, rows, null, value + Math.max(aim.grain / 2, near))
    if (state === 'stopped') throw new Stopped()
    if (point === null) return false
    // What the plan itself costs: columns of goals that are not in the aim need not lie at their least.
    const plan = planAt(model, point)
    const own = plan && pointOf(model, plan)
    if (own === null) throw new Error('The solver gave a plan that the limits do not allow.')
    const values = valuesAt(model, own)
    const lost = proven.findIndex((goal, level) => level < last && values[level]! > goal.value + near)
    if (lost < 0) return last < 0 || values[last]! <= value + near
    search.tie(lost)
  }
}

import { planAt, pointOf, valuesAt } from './point'
import { near, type Search } from './search'
import { beyond, roundUp } from './stage'
import type { Aim } from './question'
import type { Row } from './row'
import { Stopped } from './watch'

/**
 * Where another plan with all the proven values lies, among those that keep the row too; null when there is none. The
 * last proven goal is made as small as can be once more: where it comes out dearer, there is no such plan. Most often
 * the linear relaxation shows that already. Throws Stopped when the clock or a hand ends the run.
 */
export function another(search: Search, row: Row): Float64Array | null {
  const { model, face, behind, solver } = search
  const last = behind.at(-1)
  const aim: Aim =
    last === undefined ? { cost: new Float64Array(model.columns), offset: 0, grain: 1 } : search.aimAt(last.level)
  const value = last?.most ?? 0
  for (;;) {
    const rows = [...search.rows.filter(({ level }) => level !== last?.level), row]
    const columns = face.live()
    const relaxed = solver.relax(face, columns, aim, rows)
    if (relaxed.state === 'stopped') throw new Stopped()
    if (relaxed.state === 'infeasible') return null
    if (relaxed.rowPrice !== null && roundUp(face.certify(aim, rows, relaxed.rowPrice).bound, aim) > value + near)
      return null
    const { state, point } = solver.decide(face, columns, aim, rows, null, beyond(value, aim))
    if (state === 'stopped') throw new Stopped()
    if (point === null) return null
    // What the plan itself costs: columns of goals that are not in the aim need not lie at their least.
    const plan = planAt(model, point)
    const own = plan && pointOf(model, plan)
    if (own === null) throw new Error('The solver gave a plan that the limits do not allow.')
    const values = valuesAt(model, own)
    const lost = search.lost(values)
    if (lost === undefined) return own
    if (lost.level === last?.level) return null
    search.tieLost(lost)
  }
}

import type { Certificate } from './face'
import { settleNumbers } from './numbers'
import { near, type Found, type Search } from './search'
import type { Aim } from './question'
import { Stopped } from './watch'

/** The least value not below `bound` that a whole plan can have. */
export const roundUp = (bound: number, { offset, grain }: Aim): number =>
  grain === 0 ? bound : offset + Math.ceil((bound - offset) / grain - near) * grain

/** What is more than this value by more than rounding: no plan of interest costs so much. */
export const beyond = (value: number, { grain }: Aim): number => value + Math.max(grain / 2, near)

const valueOf = ({ cost, offset }: Aim, { point }: Found): number => {
  let value = offset
  for (let j = 0; j < cost.length; j++) value += cost[j]! * point[j]!
  return value
}

/** The whole plan that costs least; `best` may be it. Null when there is none at all. */
function decide(search: Search, aim: Aim, proof: Certificate): Found | null {
  const { face, solver, best, ties } = search
  const room = face.copy()
  const most = best === null ? Infinity : valueOf(aim, best)
  if (best !== null) room.tighten(proof, most)
  const solved = solver.decide(room, room.live(), aim, ties, best?.point ?? null, beyond(most, aim))
  if (solved.state === 'stopped') throw new Stopped()
  if (solved.point === null) return best
  const found = search.offerPoint(solved.point)
  if (found === null) throw new Error('The solver gave a plan that the limits do not allow.')
  return found
}

const nothingKnown = (aim: Aim, { face, model, ties }: Search): Certificate =>
  face.certify(aim, ties, new Float64Array(model.rows + ties.length))

export interface Minimum {
  readonly found: Found
  readonly proof: Certificate
  readonly value: number
}

/**
 * The plan for which the aim is smallest among those that keep the goals behind at their values, to proof. Null when
 * no plan keeps the must rules (only possible before the first goal is proven).
 *
 * Proof: every plan with the proven values lies inside the face and keeps the ties; so the least value, reached by
 * a plan with the proven values, leaves nothing smaller.
 */
export async function minimise(search: Search, aim: Aim, tell?: (bound: number) => void): Promise<Minimum | null> {
  const { solver, face, watch, model } = search
  if (model.impossible) return null
  for (;;) {
    await watch.breathe()
    const relaxed = solver.relax(face, face.live(), aim, search.ties)
    if (relaxed.state === 'stopped') throw new Stopped()
    if (relaxed.state === 'infeasible') {
      if (search.best !== null) throw new Error('The face lost the best plan.')
      return null
    }
    const proof =
      relaxed.rowPrice === null ? nothingKnown(aim, search) : face.certify(aim, search.ties, relaxed.rowPrice)
    const bound = roundUp(proof.bound, aim)
    tell?.(bound)
    const shown = [search.best, relaxed.point && search.offerPoint(relaxed.point)].filter((found) => found !== null)
    const found = shown.find((each) => valueOf(aim, each) <= bound + near) ?? decide(search, aim, proof)
    if (found === null) return null
    const lost = search.lost(found.values)
    if (lost === undefined) return { found, proof, value: valueOf(aim, found) }
    search.tieLost(lost)
  }
}

/** Proves the next goal and draws the face tighter by what was learnt. False when no plan keeps the must rules. */
export async function settleNext(search: Search): Promise<boolean> {
  settleNumbers(search)
  const least = await minimise(search, search.aimAt(search.level!), (bound) => search.raise(bound))
  if (least === null) return false
  const step = search.settle()
  search.face.tighten(least.proof, step.most)
  const isExact = step.most - least.proof.bound <= near * Math.max(1, Math.abs(step.most))
  if (!isExact) search.tie(step)
  return true
}

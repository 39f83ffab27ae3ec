import type { Certificate } from './face'
import { near, type Found, type Search } from './search'
import { grainOf } from './curve'
import { Stopped } from './watch'

/** What is to be made as small as can be: `offset + cost · x`, in steps of `grain` (zero where none is known). */
export interface Aim {
  readonly cost: Float64Array
  readonly offset: number
  readonly grain: number
}

/** An aim with penalties on goals behind it; `dues` is what these come to while the goals behind keep their values. */
interface Objective extends Aim {
  readonly dues: number
}

const biggest = (cost: Float64Array, live: Int32Array): number =>
  live.reduce((most, j) => Math.max(most, Math.abs(cost[j]!)), 0)

/** Which goals behind still need a penalty, and how strong. */
export class Penalties {
  private readonly strength = new Map<number, number>()

  /** From now on the goal of this level is paid for, or paid for more. */
  raise(level: number): void {
    const strength = (this.strength.get(level) ?? 0) * 8 || 1
    if (level < 0 || strength > 1e9) throw new Error(`The goals behind do not hold (level ${level}).`)
    this.strength.set(level, strength)
  }

  objective({ model, face, best }: Search, aim: Aim): Objective {
    const live = face.live()
    const cost = aim.cost.slice()
    let { offset } = aim
    let dues = 0
    const own = biggest(cost, live)
    let { grain } = aim
    for (const [behind, strength] of this.strength) {
      const other = model.costs[behind]!
      const size = biggest(other, live)
      if (size === 0) continue
      const price = Math.max(1, Math.ceil((strength * own) / size))
      for (const j of live) cost[j]! += price * other[j]!
      grain = grain === 0 || model.grains[behind] === 0 ? 0 : grainOf([grain, price * model.grains[behind]!])
      offset += price * model.offsets[behind]!
      dues += price * best!.values[behind]!
    }
    return { cost, offset, dues, grain }
  }
}

/** The least value not below `bound` that a whole plan can have. */
const roundUp = (bound: number, { offset, grain }: Objective): number =>
  grain === 0 ? bound : offset + Math.ceil((bound - offset) / grain - near) * grain

const totalOf = ({ cost, offset }: Objective, { point }: Found): number => {
  let total = offset
  for (let j = 0; j < cost.length; j++) total += cost[j]! * point[j]!
  return total
}

/** The whole plan that costs least; `best` may be it. Null when there is none at all. */
function decide(search: Search, objective: Objective, proof: Certificate): Found | null {
  const { face, solver, best } = search
  const room = face.copy()
  if (best !== null) room.tighten(proof, totalOf(objective, best))
  const solved = solver.decide(room, room.live(), objective.cost, objective.offset, {
    start: best?.point ?? null,
    within: objective.grain === 0 ? near : objective.grain * 0.999,
  })
  if (solved.state === 'stopped') throw new Stopped()
  if (solved.point === null) return best
  const found = search.offerPoint(solved.point)
  if (found === null) throw new Error('The solver gave a plan that the limits do not allow.')
  return found
}

export interface Minimum {
  readonly found: Found
  readonly proof: Certificate
  readonly total: number
}

/**
 * The plan for which the aim is smallest among those that keep the goals behind at their values, to proof. Null when
 * no plan keeps the must rules (only possible before the first goal is proven).
 *
 * Proof: every plan with the proven values lies inside the face and pays exactly the dues; so the least total, once
 * a plan with the proven values reaches it, leaves nothing smaller.
 */
export async function minimise(
  search: Search,
  penalties: Penalties,
  aim: Aim,
  tell?: (bound: number) => void,
): Promise<Minimum | null> {
  const { solver, face, watch, model } = search
  if (model.impossible) return null
  for (;;) {
    await watch.breathe()
    const objective = penalties.objective(search, aim)
    const relaxed = solver.relax(face, face.live(), objective.cost, objective.offset)
    if (relaxed.state === 'stopped') throw new Stopped()
    if (relaxed.state === 'infeasible') {
      if (search.best !== null) throw new Error('The face lost the best plan.')
      return null
    }
    const proof = face.certify(objective.cost, objective.offset, relaxed.rowPrice!)
    const bound = roundUp(proof.bound, objective)
    tell?.(bound - objective.dues)
    const reached = (found: Found): boolean => totalOf(objective, found) <= bound + near
    const shown = [search.best, search.offerPoint(relaxed.point!)].filter((found) => found !== null).find(reached)
    const found = shown ?? decide(search, objective, proof)
    if (found === null) return null
    const lost = search.proven.findIndex(({ value }, behind) => found.values[behind]! > value + near)
    if (lost < 0) return { found, proof, total: totalOf(objective, found) }
    penalties.raise(lost)
  }
}

/** Proves the next goal and draws the face tighter by what was learnt. False when no plan keeps the must rules. */
export async function settleNext(search: Search, penalties: Penalties): Promise<boolean> {
  const { model, face } = search
  const level = search.proven.length
  const aim = { cost: model.costs[level]!, offset: model.offsets[level]!, grain: model.grains[level]! }
  const least = await minimise(search, penalties, aim, (bound) => search.raise(bound))
  if (least === null) return false
  face.tighten(least.proof, least.total)
  if (least.total - least.proof.bound > near * Math.max(1, Math.abs(least.total))) penalties.raise(level)
  search.settle()
  return true
}

import type { Certificate, Face } from './face'
import type { Grounds } from './grounds'
import { parityRows } from './parity'
import { isOfNumbers, settleNumbers } from './numbers'
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

/** Where the linear relaxation is smallest, if it came to an end, and what it proves. */
interface Relaxed {
  readonly point: Float64Array | null
  readonly proof: Certificate
}

/** Some columns of the face. A plan in here that costs at most `value` is the best of all. */
interface Room {
  readonly face: Face
  readonly columns: Int32Array
  readonly value: number
}

/** A plan of at most so much takes no column whose price alone is more than that above the bound. */
function roomFor(value: number, { face }: Search, proof: Certificate): Room {
  const room = face.copy()
  if (value < Infinity) room.tighten(proof, value)
  return { face: room, columns: room.live(), value }
}

/** Only what the relaxation takes, or the best plan does: a good plan is found there at once, now and then the best. */
function support({ face, best }: Search, point: Float64Array, value: number): Room {
  const room = face.copy()
  for (let j = 0; j < point.length; j++)
    if (point[j]! < 1e-9 && room.lower[j]! <= 0 && !(best !== null && best.point[j]! > 0)) room.upper[j] = 0
  return { face: room, columns: room.live(), value }
}

/** Rooms with few columns, each some times as large as the one before; none where they would save little. */
function* fewColumns(search: Search, aim: Aim, { point, proof }: Relaxed): Generator<Room> {
  const live = search.face.live()
  // Where people are pooled, the point tells too little of them.
  const among =
    point && !isOfNumbers(search.model, search.level!) ? support(search, point, roundUp(proof.bound, aim)) : null
  if (among !== null && among.columns.length * 3 < live.length) yield among
  const prices = Float64Array.from(live, (j) => Math.max(0, proof.reduced[j]!)).sort()
  for (let count = 2 * search.model.rows; count < live.length; count *= 4) {
    const room = roomFor(proof.bound + prices[count]!, search, proof)
    if (room.columns.length * 3 > live.length) return
    yield room
  }
}

/** The plan of a room that costs least, as the solver finds it from the best one; null when there is none. */
function leastIn({ face, columns, value }: Room, search: Search, aim: Aim, start: Found | null): Found | null {
  const solved = search.solver.decide(face, columns, aim, search.rows, start?.point ?? null, beyond(value, aim))
  if (solved.state === 'stopped') throw new Stopped()
  const found = solved.point && search.offerPoint(solved.point)
  if (solved.point !== null && found === null) throw new Error('The solver gave a plan that the limits do not allow.')
  if (found !== null && aim.grain > 0 && roundUp(solved.bound, aim) < valueOf(aim, found) - near)
    throw new Error('The solver ended before it had proven that there is no better plan.')
  return found
}

/**
 * The whole plan that costs least; `best` may be it. Null when there is none at all. Few columns are tried first: a plan
 * that costs no more than their room holds is the best of all.
 */
function decide(search: Search, aim: Aim, relaxed: Relaxed): Found | null {
  const most = (): number => (search.best === null ? Infinity : valueOf(aim, search.best))
  for (const room of fewColumns(search, aim, relaxed)) {
    if (room.value >= most()) break
    const found = leastIn(room, search, aim, null)
    if (found !== null && valueOf(aim, found) <= room.value + near) return found
  }
  const { best } = search
  return leastIn(roomFor(most(), search, relaxed.proof), search, aim, best) ?? best
}

const nothingKnown = (aim: Aim, { face, model, rows }: Search): Certificate =>
  face.certify(aim, rows, new Float64Array(model.rows + rows.length))

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
  const { solver, face, watch } = search
  if (search.impossible) return null
  let last = -Infinity
  for (;;) {
    await watch.breathe()
    const relaxed = solver.relax(face, face.live(), aim, search.rows)
    if (relaxed.state === 'stopped') throw new Stopped()
    if (relaxed.state === 'infeasible') {
      if (search.best !== null) throw new Error('The face lost the best plan.')
      return null
    }
    const proof =
      relaxed.rowPrice === null ? nothingKnown(aim, search) : face.certify(aim, search.rows, relaxed.rowPrice)
    const bound = roundUp(proof.bound, aim)
    tell?.(bound)
    const shown = [search.best, relaxed.point && search.offerPoint(relaxed.point)].filter((found) => found !== null)
    const reached = shown.find((each) => valueOf(aim, each) <= bound + near)
    // Where people are pooled, the point only tells about where to look: as long as the bound rises, it is worth it.
    const isWorth = reached === undefined && relaxed.point !== null && proof.bound > last + near
    last = proof.bound
    const odd = isWorth ? parityRows(face, relaxed.point) : []
    if (odd.length > 0) {
      search.rows.push(...odd)
      continue
    }
    const found = reached ?? decide(search, aim, { point: relaxed.point, proof })
    if (found === null) return null
    const lost = search.lost(found.values)
    if (lost === undefined) return { found, proof, value: valueOf(aim, found) }
    search.tieLost(lost)
  }
}

/** Proves the next goal and draws the face tighter by what was learnt. False when no plan keeps the must rules. */
export async function settleNext(search: Search, grounds?: Grounds): Promise<boolean> {
  settleNumbers(search)
  grounds?.learn(search)
  const least = await minimise(search, search.aimAt(search.level!), (bound) => search.raise(bound))
  if (least === null) return false
  const step = search.settle()
  search.face.tighten(least.proof, step.most)
  const isExact = step.most - least.proof.bound <= near * Math.max(1, Math.abs(step.most))
  if (!isExact) search.tie(step)
  return true
}

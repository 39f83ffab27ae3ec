import type { Highs } from 'highs'
import type { Problem } from '../domain'
import { personIn, tolerance, type InForce } from '../rules'
import { activitiesOf, forbiddenBy } from './activities'
import { layChoice } from './choice'
import { grainOf } from './curve'
import { Draft } from './draft'
import { near } from './search'
import { Stopped, type Watch } from './watch'

/** A sum of columns between two bounds: what a limit asks for, or a part of what a choice means. */
interface Row {
  /** Place of the limit that it says; -1 for what holds in every plan. */
  readonly law: number
  readonly columns: ArrayLike<number>
  readonly counts: ArrayLike<number>
  readonly lower: number
  readonly upper: number
}

/** Everything that the limits say of plans, seats and choices being columns, as linear rows and seats that are not open. */
interface Statement {
  readonly rows: readonly Row[]
  readonly lower: readonly number[]
  readonly upper: readonly number[]
  /** Limits that forbid the seat by themselves. */
  readonly forbids: ReadonlyMap<number, readonly number[]>
}

/** Prices of rows that prove a clash say by how many people at least; less than this may be rounding. */
const leastProof = 1e-4

/** Rows of choices hold in every plan, whatever is left out of the limits: so no seat is left out of them. */
function rowsOfChoices(
  { choices }: Pick<ReturnType<typeof activitiesOf>, 'choices'>,
  seats: number,
  personOf: Int32Array,
): Pick<Statement, 'rows' | 'lower' | 'upper'> {
  const draft = new Draft(0)
  for (let j = 0; j < seats + choices.length; j++) draft.column(1)
  choices.forEach(({ choice, decides }, k) => layChoice(draft, choice, decides, seats + k, personOf))
  const { starts, indices, values, rowLower, rowUpper } = draft.write()
  const rows = Array.from(rowLower, (lower, i) => ({
    law: -1,
    columns: [] as number[],
    counts: [] as number[],
    lower,
    upper: rowUpper[i]!,
  }))
  for (let j = 0; j < seats + choices.length; j++)
    for (let k = starts[j]!; k < starts[j + 1]!; k++) {
      rows[indices[k]!]!.columns.push(j)
      rows[indices[k]!]!.counts.push(values[k]!)
    }
  return { rows, lower: draft.lower, upper: draft.upper }
}

function stated(problem: Problem, laws: readonly InForce[]): Statement {
  const priced = laws.map((law, level): InForce => ({ ...law, weight: { level, price: 1 } }))
  const { seats, choices, all } = activitiesOf(problem, priced)
  const place = new Map(problem.people.map(({ id }, index) => [id, index]))
  const personOf = Int32Array.from({ length: seats.length + choices.length }, (_, j) =>
    j < seats.length ? place.get(seats[j]!.person.id)! : problem.people.length + j,
  )
  const ofChoices = rowsOfChoices({ choices }, seats.length, personOf)
  const ofLimits = all.flatMap(({ columns, counts, priced: bounds }) => {
    const grain = grainOf(counts)
    const step = (value: number, round: (value: number) => number): number =>
      grain === 0 || !Number.isFinite(value) ? value : round(value / grain) * grain
    return bounds.map(({ level: law, atLeast, atMost }): Row => ({
      law,
      columns,
      counts,
      lower: step(atLeast - tolerance, Math.ceil),
      upper: step(atMost + tolerance, Math.floor),
    }))
  })
  const forbids = new Map<number, number[]>()
  laws.forEach(({ limits }, law) => {
    for (const { index } of forbiddenBy(problem, limits[0]!)) {
      const known = forbids.get(index)
      if (known === undefined) forbids.set(index, [law])
      else if (known.at(-1) !== law) known.push(law)
    }
  })
  return { ...ofChoices, rows: [...ofChoices.rows, ...ofLimits], forbids }
}

/**
 * Prices of the rows where each limit may be missed at one a person and seats that are not open stay so. Null where
 * nothing need be missed then.
 */
function pricesOf(
  highs: Highs,
  problem: Problem,
  { rows, lower, upper, forbids }: Statement,
  laws: readonly InForce[],
  watch: Watch,
): Float64Array | null {
  const draft = new Draft(1)
  upper.forEach((most, j) => (draft.lower[draft.column(forbids.has(j) ? 0 : most)] = lower[j]!))
  const isOpen = (j: number): boolean => !forbids.has(j)
  const drawn = rows.map(({ law, columns, counts, lower: least, upper: most }) => {
    const open = Array.from(columns, (_, i) => i).filter((i) => isOpen(columns[i]!))
    if (open.length === 0 && least <= 0 && most >= 0) return -1
    const row = draft.row(least, most, false)
    for (const i of open) draft.put(row, columns[i]!, counts[i]!)
    if (law >= 0) {
      const price = [1 / personIn(laws[law]!.limits[0]!)]
      if (most < Infinity) draft.put(row, draft.column(Infinity, price), -1)
      if (least > -Infinity) draft.put(row, draft.column(Infinity, price), 1)
    }
    return row
  })
  for (const { id } of problem.people) {
    const row = draft.row(-Infinity, 1, true)
    for (const { index } of problem.seatsOf(id)) if (isOpen(index)) draft.put(row, index, 1)
  }
  const matrix = draft.write()
  const size = { numRows: matrix.rows, numCols: matrix.columns }
  using opened = highs.createModel({
    ...size,
    offset: 0,
    colCost: matrix.costs[0]!,
    colLower: matrix.lower,
    colUpper: matrix.upper,
    rowLower: matrix.rowLower,
    rowUpper: matrix.rowUpper,
    matrix: { format: 'csc', ...size, starts: matrix.starts, indices: matrix.indices, values: matrix.values },
  })
  opened.options.set({ output_flag: false })
  opened.run({
    [highs.constants.callbackType.simplexInterrupt]: (event) => {
      if (watch.stopped()) event.interrupt()
    },
  })
  if (watch.stopped()) throw new Stopped()
  if (opened.getModelStatus() !== highs.constants.modelStatus.optimal) return null
  if (opened.info.get('objective_function_value') < leastProof) return null
  const { rowDual } = opened.getSolution()
  return Float64Array.from(drawn, (row) => (row < 0 || Math.abs(rowDual[row]!) < 1e-9 ? 0 : rowDual[row]!))
}

/** What the priced rows of some limits come to in a plan, at the least: above zero, no plan keeps these limits. */
class Proof {
  constructor(
    private readonly problem: Problem,
    private readonly statement: Statement,
    private readonly prices: Float64Array,
  ) {}

  /** The sum of all priced rows as counts of columns, and what it must come to at the least where they hold. */
  private sum(law: (law: number) => boolean): { count: Float64Array; bound: number } {
    const { rows, upper } = this.statement
    const count = new Float64Array(upper.length)
    let bound = 0
    rows.forEach(({ law: of, columns, counts, lower, upper: most }, i) => {
      const price = this.prices[i]!
      if (price === 0 || (of >= 0 && !law(of))) return
      bound += price * (price > 0 ? lower : most)
      for (let k = 0; k < columns.length; k++) count[columns[k]!]! -= price * counts[k]!
    })
    return { count, bound }
  }

  /** Limits that have a price, and those that forbid a seat which would make up for it. */
  used(): Set<number> {
    const { rows, forbids } = this.statement
    const used = new Set(rows.flatMap(({ law }, i) => (law >= 0 && this.prices[i] !== 0 ? [law] : [])))
    const { count } = this.sum(() => true)
    for (const { id } of this.problem.people) {
      const seats = this.problem.seatsOf(id)
      const least = seats.reduce((low, { index }) => Math.min(low, forbids.has(index) ? 0 : count[index]!), 0)
      for (const { index } of seats)
        if (count[index]! < least - near) for (const law of forbids.get(index) ?? []) used.add(law)
    }
    return used
  }

  holds(laws: ReadonlySet<number>): boolean {
    const { forbids, lower, upper } = this.statement
    const { count, bound } = this.sum((law) => laws.has(law))
    let least = bound
    for (const { id } of this.problem.people) {
      let low = 0
      for (const { index } of this.problem.seatsOf(id))
        if (count[index]! < low && !forbids.get(index)?.some((law) => laws.has(law))) low = count[index]!
      least += low
    }
    for (let j = this.problem.seats.length; j < upper.length; j++)
      least += Math.min(count[j]! * lower[j]!, count[j]! * upper[j]!)
    return least > leastProof
  }
}

/**
 * Some of these limits (one to each law) that clash, as the linear relaxation shows: where each limit may be missed at
 * a price, the prices of its rows prove by weak duality that not all can hold. Only limits with a price can matter, and
 * each that the proof can do without is left out too. Null where nothing is shown: then only whole people clash, or
 * nothing does. The proof is summed up anew from what the limits say, so it does not rest on the solver.
 */
export function coreOf(highs: Highs, problem: Problem, laws: readonly InForce[], watch: Watch): InForce[] | null {
  const statement = stated(problem, laws)
  const alone = statement.rows.find(({ law, lower, upper }) => law >= 0 && lower > upper)
  if (alone !== undefined) return [laws[alone.law]!]
  const prices = pricesOf(highs, problem, statement, laws, watch)
  if (prices === null) return null
  const proof = new Proof(problem, statement, prices)
  const core = proof.used()
  if (!proof.holds(core)) return null
  for (const law of [...core].sort((a, b) => a - b)) {
    core.delete(law)
    if (!proof.holds(core)) core.add(law)
  }
  return [...core].sort((a, b) => a - b).map((law) => laws[law]!)
}

import type { Highs, Model as HighsModel, ModelData, SymbolDisposable } from 'highs'
import type { Face } from './face'

/** What the solver came to; `point` spans all columns of the model. */
export interface Solved {
  readonly state: 'optimal' | 'infeasible' | 'stopped' | 'tired'
  readonly point: Float64Array | null
  /** Prices of rows (linear relaxation only). */
  readonly rowPrice: Float64Array | null
  /** No point costs less (mixed-integer only). */
  readonly bound: number
}

export interface Hooks {
  /** Seconds left; Infinity where no limit was set. */
  left(): number
  stopped(): boolean
  /** A better plan was found: its point over all columns. */
  improving?(point: Float64Array): void
  /** The bound moved. */
  bound?(bound: number): void
}

/** What is to be made as small as can be: `offset + cost · x`, in steps of `grain` (zero where none is known). */
export interface Aim {
  readonly cost: Float64Array
  readonly offset: number
  readonly grain: number
}

/** A row beside the model's own: `cost · x` stays between two sums. */
export interface Tie {
  /** The proven goal that it holds at its value; null for a row of another kind. */
  readonly level: number | null
  readonly cost: Float64Array
  readonly lower: number
  readonly upper: number
}

/** Far below what any two plans differ by, far above the noise of floating-point sums. */
export const leeway = 1e-5

/** Cuts the columns in question out of the face, as HiGHS reads them; ties stand below the model's rows. */
function cut(face: Face, columns: Int32Array, { cost, offset }: Aim, ties: readonly Tie[]): ModelData {
  const { model } = face
  const starts = new Int32Array(columns.length + 1)
  columns.forEach((j, k) => {
    let size = model.starts[j + 1]! - model.starts[j]!
    for (const tie of ties) if (tie.cost[j] !== 0) size++
    starts[k + 1] = starts[k]! + size
  })
  const indices = new Int32Array(starts[columns.length]!)
  const values = new Float64Array(starts[columns.length]!)
  columns.forEach((j, k) => {
    const [from, to] = [model.starts[j]!, model.starts[j + 1]!]
    let at = starts[k]!
    indices.set(model.indices.subarray(from, to), at)
    values.set(model.values.subarray(from, to), at)
    at += to - from
    ties.forEach((tie, i) => {
      if (tie.cost[j] === 0) return
      indices[at] = model.rows + i
      values[at++] = tie.cost[j]!
    })
  })
  const numRows = model.rows + ties.length
  const pick = (from: Float64Array): Float64Array => Float64Array.from(columns, (j) => from[j]!)
  return {
    numCols: columns.length,
    numRows,
    offset,
    colCost: pick(cost),
    colLower: pick(face.lower),
    colUpper: pick(face.upper),
    rowLower: Float64Array.from([...face.rowLower, ...ties.map(({ lower }) => lower)]),
    rowUpper: Float64Array.from([...face.rowUpper, ...ties.map(({ upper }) => upper)]),
    matrix: { format: 'csc', numRows, numCols: columns.length, starts, indices, values },
  }
}

const spread = (size: number, columns: Int32Array, values: ArrayLike<number>): Float64Array => {
  const all = new Float64Array(size)
  columns.forEach((j, k) => (all[j] = values[k]!))
  return all
}

/** Nobody moves: the one point there is, if the rows allow it. HiGHS takes no model without columns. */
function alone({ model, rowLower, rowUpper }: Face, { offset }: Aim): Solved {
  const holds = rowLower.every((lower, i) => lower <= 1e-6 && rowUpper[i]! >= -1e-6)
  if (!holds) return { state: 'infeasible', point: null, rowPrice: null, bound: Infinity }
  return {
    state: 'optimal',
    point: new Float64Array(model.columns),
    rowPrice: new Float64Array(model.rows),
    bound: offset,
  }
}

/** HiGHS, fed with cuts of one face; remembers the last basis, so that the next relaxation starts warm. */
export class Solver {
  private colStatus: Int32Array | null = null
  private rowStatus: Int32Array | null = null

  constructor(
    private readonly highs: Highs,
    private readonly hooks: Hooks,
  ) {}

  private open(data: ModelData): SymbolDisposable<HighsModel> {
    const opened = this.highs.createModel(data)
    opened.options.set({ output_flag: false })
    const left = this.hooks.left()
    if (left < Infinity) opened.options.set('time_limit', Math.max(0.01, left))
    return opened
  }

  private state(opened: HighsModel): Solved['state'] {
    const { modelStatus: status } = this.highs.constants
    const now = opened.getModelStatus()
    if (now === status.optimal || now === status.empty) return 'optimal'
    if (now === status.infeasible || now === status.unboundedOrInfeasible) return 'infeasible'
    if (now === status.iterationLimit) return 'tired'
    if (now === status.timeLimit || now === status.interrupted) return 'stopped'
    throw new Error(`HiGHS ended with status ${now}.`)
  }

  /** The linear relaxation over these columns; `tired` when it took too long to be worth it. */
  relax(face: Face, columns: Int32Array, aim: Aim, ties: readonly Tie[]): Solved {
    if (columns.length === 0) return alone(face, aim)
    using opened = this.open(cut(face, columns, aim, ties))
    this.warm(opened, columns, face.model.rows + ties.length)
    // Beside ties a relaxation seldom proves anything by itself: it is worth a try, not a long one.
    if (ties.length > 0) opened.options.set('simplex_iteration_limit', 1000 + 2 * face.model.rows)
    const { simplexInterrupt } = this.highs.constants.callbackType
    opened.run({
      [simplexInterrupt]: (event) => {
        if (this.hooks.stopped()) event.interrupt()
      },
    })
    const state = this.state(opened)
    if (state !== 'optimal') return { state, point: null, rowPrice: null, bound: -Infinity }
    const { colValue, rowDual } = opened.getSolution()
    const basis = opened.getBasis()
    this.colStatus ??= new Int32Array(face.model.columns)
    columns.forEach((j, k) => (this.colStatus![j] = basis.colStatus[k]!))
    this.rowStatus = basis.rowStatus
    return { state, point: spread(face.model.columns, columns, colValue), rowPrice: rowDual, bound: -Infinity }
  }

  /** Begins from the last basis, where it still is one: rows that are new since then count as basic. */
  private warm(opened: HighsModel, columns: Int32Array, rows: number): void {
    if (this.colStatus === null || this.rowStatus === null || this.rowStatus.length > rows) return
    const { basic } = this.highs.constants.basisStatus
    const colStatus = Int32Array.from(columns, (j) => this.colStatus![j]!)
    const rowStatus = new Int32Array(rows).fill(basic)
    rowStatus.set(this.rowStatus)
    const count = (statuses: Int32Array): number => statuses.reduce((sum, each) => sum + (each === basic ? 1 : 0), 0)
    if (count(colStatus) + count(rowStatus) === rows) opened.setBasis({ colStatus, rowStatus })
  }

  /**
   * Whole plans over these columns, to proof; `start` is a point that HiGHS may begin from. Only plans of at most
   * `most` are of interest: once there can be none, it is `infeasible`.
   */
  decide(
    face: Face,
    columns: Int32Array,
    aim: Aim,
    ties: readonly Tie[],
    start: Float64Array | null,
    most = Infinity,
  ): Solved {
    if (columns.length === 0) return alone(face, aim)
    const { model } = face
    const { continuous, integer } = this.highs.constants.variableType
    const integrality = Int32Array.from(columns, (j) => (j < model.seats.length ? integer : continuous))
    using opened = this.open({ ...cut(face, columns, aim, ties), integrality })
    // Any better plan is better by a grain: a gap below it is proof.
    opened.options.set({ mip_rel_gap: 0, mip_abs_gap: aim.grain === 0 ? 1e-6 : aim.grain * 0.999 })
    if (start !== null) opened.setSolution({ colValue: Float64Array.from(columns, (j) => start[j]!) })
    const { callbackType } = this.highs.constants
    let passed = false
    opened.run({
      [callbackType.mipImprovingSolution]: (event) => {
        const point = event.data.mip_solution
        if (point !== undefined) this.hooks.improving?.(spread(model.columns, columns, point))
      },
      [callbackType.mipInterrupt]: (event) => {
        const { mip_dual_bound: bound } = event.data
        if (bound !== undefined) this.hooks.bound?.(bound)
        passed ||= bound !== undefined && bound > most
        if (passed || this.hooks.stopped()) event.interrupt()
      },
    })
    if (passed) return { state: 'infeasible', point: null, rowPrice: null, bound: most }
    const state = this.state(opened)
    const bound = opened.info.get('mip_dual_bound') as number
    if (state === 'infeasible') return { state, point: null, rowPrice: null, bound: Infinity }
    const whole = opened.info.get('primal_solution_status') === this.highs.constants.solutionStatus.feasible
    const point = whole ? spread(model.columns, columns, opened.getSolution().colValue) : null
    return { state, point, rowPrice: null, bound }
  }
}

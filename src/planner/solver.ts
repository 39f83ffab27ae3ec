import type { Highs, Model as HighsModel, ModelData, SymbolDisposable } from 'highs'
import type { Face } from './face'

/** What the solver came to; `point` spans all columns of the model. */
export interface Solved {
  readonly state: 'optimal' | 'infeasible' | 'stopped'
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

/** Cuts the columns in question out of the face, as HiGHS reads them. */
function cut(face: Face, columns: Int32Array, cost: Float64Array, offset: number): ModelData {
  const { model } = face
  const starts = new Int32Array(columns.length + 1)
  columns.forEach((j, k) => (starts[k + 1] = starts[k]! + model.starts[j + 1]! - model.starts[j]!))
  const indices = new Int32Array(starts[columns.length]!)
  const values = new Float64Array(starts[columns.length]!)
  columns.forEach((j, k) => {
    indices.set(model.indices.subarray(model.starts[j], model.starts[j + 1]), starts[k])
    values.set(model.values.subarray(model.starts[j], model.starts[j + 1]), starts[k])
  })
  const pick = (from: Float64Array): Float64Array => Float64Array.from(columns, (j) => from[j]!)
  return {
    numCols: columns.length,
    numRows: model.rows,
    offset,
    colCost: pick(cost),
    colLower: pick(face.lower),
    colUpper: pick(face.upper),
    rowLower: face.rowLower,
    rowUpper: face.rowUpper,
    matrix: { format: 'csc', numRows: model.rows, numCols: columns.length, starts, indices, values },
  }
}

const spread = (size: number, columns: Int32Array, values: ArrayLike<number>): Float64Array => {
  const all = new Float64Array(size)
  columns.forEach((j, k) => (all[j] = values[k]!))
  return all
}

/** Nobody moves: the one point there is, if the rows allow it. HiGHS takes no model without columns. */
function alone({ model, rowLower, rowUpper }: Face, offset: number): Solved {
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
    if (now === status.timeLimit || now === status.interrupted) return 'stopped'
    throw new Error(`HiGHS ended with status ${now}.`)
  }

  /** The linear relaxation over these columns. */
  relax(face: Face, columns: Int32Array, cost: Float64Array, offset: number): Solved {
    if (columns.length === 0) return alone(face, offset)
    using opened = this.open(cut(face, columns, cost, offset))
    if (this.colStatus !== null && this.rowStatus !== null) {
      const colStatus = Int32Array.from(columns, (j) => this.colStatus![j]!)
      const basic = this.highs.constants.basisStatus.basic
      const count = (statuses: Int32Array): number => statuses.reduce((sum, each) => sum + (each === basic ? 1 : 0), 0)
      if (count(colStatus) + count(this.rowStatus) === face.model.rows)
        opened.setBasis({ colStatus, rowStatus: this.rowStatus })
    }
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

  /** Whole plans over these columns, to proof; `start` is a point that HiGHS may begin from. */
  decide(
    face: Face,
    columns: Int32Array,
    cost: Float64Array,
    offset: number,
    { start, within }: { start: Float64Array | null; within: number },
  ): Solved {
    if (columns.length === 0) return alone(face, offset)
    const { model } = face
    const { continuous, integer } = this.highs.constants.variableType
    const data = cut(face, columns, cost, offset)
    const integrality = Int32Array.from(columns, (j) => (j < model.seats.length ? integer : continuous))
    using opened = this.open({ ...data, integrality })
    opened.options.set({ mip_rel_gap: 0, mip_abs_gap: within })
    if (start !== null) opened.setSolution({ colValue: Float64Array.from(columns, (j) => start[j]!) })
    const { callbackType } = this.highs.constants
    opened.run({
      [callbackType.mipImprovingSolution]: (event) => {
        const point = event.data.mip_solution
        if (point !== undefined) this.hooks.improving?.(spread(model.columns, columns, point))
      },
      [callbackType.mipInterrupt]: (event) => {
        if (event.data.mip_dual_bound !== undefined) this.hooks.bound?.(event.data.mip_dual_bound)
        if (this.hooks.stopped()) event.interrupt()
      },
    })
    const state = this.state(opened)
    const bound = opened.info.get('mip_dual_bound') as number
    if (state === 'infeasible') return { state, point: null, rowPrice: null, bound: Infinity }
    const whole = opened.info.get('primal_solution_status') === this.highs.constants.solutionStatus.feasible
    const point = whole ? spread(model.columns, columns, opened.getSolution().colValue) : null
    return { state, point, rowPrice: null, bound }
  }
}

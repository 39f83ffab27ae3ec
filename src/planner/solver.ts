import type { Highs, Model as HighsModel, ModelData, SymbolDisposable } from 'highs'
import type { Face } from './face'
import { poolOf } from './pool'
import { questionOf, type Aim, type Question } from './question'
import type { Row } from './row'
import type { Bases, Basis } from './basis'

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

/** The option's value for the primal simplex. */
const primal = 4

/**
 * HiGHS, fed with cuts of one face; relaxations begin where the last one for their aim ended, or the last one at all.
 */
export class Solver {
  private readonly last: { apart?: Basis; pooled?: Basis } = {}

  constructor(
    private readonly highs: Highs,
    private readonly hooks: Hooks,
    private readonly bases: Bases,
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
  relax(face: Face, columns: Int32Array, aim: Aim, beside: readonly Row[]): Solved {
    if (columns.length === 0) return alone(face, aim)
    const pool = poolOf(face, columns, aim, beside)
    const kind = pool === null ? 'apart' : 'pooled'
    const { data, widen, spread, places } = pool ?? questionOf(face, columns, aim, beside)
    using opened = this.open(data)
    const own = this.bases.of(kind, aim.cost)
    const basis = own ?? this.last[kind]
    if (basis !== undefined) opened.setBasis(basis.recall(places, beside))
    // Another aim leaves the last point where it may be: the primal simplex goes on from there, the dual from other
    // bounds.
    if (basis !== own) opened.options.set('simplex_strategy', primal)
    // Beside ties a relaxation seldom proves anything by itself: it is worth a try, not a long one.
    if (beside.some(({ level }) => level !== null))
      opened.options.set('simplex_iteration_limit', 1000 + 2 * face.model.rows)
    const { simplexInterrupt } = this.highs.constants.callbackType
    opened.run({
      [simplexInterrupt]: (event) => {
        if (this.hooks.stopped()) event.interrupt()
      },
    })
    const state = this.state(opened)
    if (state !== 'optimal') return { state, point: null, rowPrice: null, bound: -Infinity }
    const { colValue, rowDual } = opened.getSolution()
    this.last[kind] = this.bases.open(kind, aim.cost, face.model)
    this.last[kind].keep(places, beside, opened.getBasis())
    return {
      state,
      point: widen(colValue) ?? spread(colValue),
      rowPrice: rowDual.slice(0, face.model.rows + beside.length),
      bound: -Infinity,
    }
  }

  /**
   * Whole plans over these columns, to proof; `start` is a point that HiGHS may begin from. Only plans of at most
   * `most` are of interest: once there can be none, it is `infeasible`.
   */
  decide(
    face: Face,
    columns: Int32Array,
    aim: Aim,
    beside: readonly Row[],
    start: Float64Array | null,
    most = Infinity,
  ): Solved {
    if (columns.length === 0) return alone(face, aim)
    const pool = poolOf(face, columns, aim, beside)
    // From a start far off, the solver was seen to take longer over a pool than from none.
    const pooled = pool && this.solveWhole(pool, aim, null, most)
    // Once in a while no people can be named for the numbers of a pool: then one by one.
    return pooled ?? this.solveWhole(questionOf(face, columns, aim, beside), aim, start, most)!
  }

  /**
   * Null when the best point stands for no plan. Without presolve, which has been seen to lose the only points of small
   * models (HiGHS 1.15): a proof must not rest on that. On the models of courts it seldom saves what it costs, nor do
   * most heuristics: a plan to begin from is at hand.
   */
  private solveWhole(question: Question, aim: Aim, start: Float64Array | null, most: number): Solved | null {
    const { data, isWhole, narrow, widen } = question
    const { continuous, integer } = this.highs.constants.variableType
    const integrality = Int32Array.from({ length: data.numCols }, (_, j) => (isWhole(j) ? integer : continuous))
    using opened = this.open({ ...data, integrality })
    // Any better plan is better by a grain: a gap below it is proof. A point may miss rows by a hair and cost less for
    // it than its plan does, so half a grain is left between.
    opened.options.set({
      mip_rel_gap: 0,
      mip_abs_gap: aim.grain === 0 ? 1e-6 : aim.grain / 2,
      presolve: 'off',
      mip_heuristic_run_rens: false,
      mip_heuristic_run_rins: false,
      mip_heuristic_run_root_reduced_cost: false,
      mip_heuristic_run_feasibility_jump: false,
      mip_heuristic_run_zi_round: false,
    })
    if (start !== null) opened.setSolution({ colValue: narrow(start) })
    const { callbackType } = this.highs.constants
    let passed = false
    opened.run({
      [callbackType.mipImprovingSolution]: (event) => {
        const found = event.data.mip_solution && widen(event.data.mip_solution)
        if (found) this.hooks.improving?.(found)
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
    const point = whole ? widen(opened.getSolution().colValue) : null
    if (state === 'optimal' && point === null) return null
    return { state, point, rowPrice: null, bound }
  }
}

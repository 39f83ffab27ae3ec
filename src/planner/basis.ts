import type { BasisInput } from 'highs'
import type { Model } from './model'
import type { Row } from './row'

/** HiGHS's value for the status of a column or row that is solved for. */
const basic = 1

/** What a question's columns and rows are on the model, whatever else is asked. */
export interface Places {
  /**
   * For each column of the question: the model's column, or the first of those that it stands for; of a person who may
   * leave the row, behind all columns.
   */
  readonly columns: Int32Array
  /** For each row behind the model's and those beside: the first column of the crowd that it is about. */
  readonly crowds: Int32Array
}

/** Where the simplex ended, told by the model, so that it can begin there with another question on it. */
export class Basis {
  private readonly columns: Int32Array
  private readonly rows: Int32Array
  private readonly crowds: Int32Array
  private readonly beside = new WeakMap<Row, number>()

  constructor(model: Model) {
    this.columns = new Int32Array(model.columns + model.rows)
    this.rows = new Int32Array(model.rows)
    this.crowds = new Int32Array(model.columns).fill(basic)
  }

  /** As a question with these places and rows beside begins; rows that are new hold nobody. */
  recall({ columns, crowds }: Places, beside: readonly Row[]): BasisInput {
    return {
      colStatus: columns.map((place) => this.columns[place]!),
      rowStatus: Int32Array.from([
        ...this.rows,
        ...beside.map((row) => this.beside.get(row) ?? basic),
        ...crowds.map((place) => this.crowds[place]!),
      ]),
    }
  }

  /** As a question with these places and rows beside ended. */
  keep({ columns, crowds }: Places, beside: readonly Row[], ended: Required<BasisInput>): void {
    const { colStatus, rowStatus } = ended
    columns.forEach((place, k) => (this.columns[place] = colStatus[k]!))
    this.rows.set(rowStatus.slice(0, this.rows.length))
    beside.forEach((row, i) => this.beside.set(row, rowStatus[this.rows.length + i]!))
    crowds.forEach((place, i) => (this.crowds[place] = rowStatus[this.rows.length + beside.length + i]!))
  }
}

/** Where the simplex ended for each aim, in one search or in several on the same model. */
export class Bases {
  /** Of people one by one and of people pooled: from one to the other is no way. */
  private readonly known = { apart: new WeakMap<Float64Array, Basis>(), pooled: new WeakMap<Float64Array, Basis>() }

  of(kind: 'apart' | 'pooled', cost: Float64Array): Basis | undefined {
    return this.known[kind].get(cost)
  }

  /** The basis of this aim, to be kept in. */
  open(kind: 'apart' | 'pooled', cost: Float64Array, model: Model): Basis {
    const basis = this.of(kind, cost) ?? new Basis(model)
    this.known[kind].set(cost, basis)
    return basis
  }
}

import type { Model } from './model'
import type { Aim } from './question'
import type { Row } from './row'

/** A valid lower bound with its proof: no point of the face costs less, and column j at one adds at least reduced[j]. */
export interface Certificate {
  readonly bound: number
  readonly reduced: Float64Array
  readonly rowPrice: Float64Array
}

/**
 * Where the plans still in question lie: the model's bounds, drawn tighter with every goal that is proven. All plans
 * that are optimal for the goals so far stay inside.
 */
export class Face {
  readonly lower: Float64Array
  readonly upper: Float64Array
  readonly rowLower: Float64Array
  readonly rowUpper: Float64Array

  /** As wide as the model, or as another face of the same columns and rows. */
  constructor(
    readonly model: Model,
    { lower, upper, rowLower, rowUpper }: Pick<Face, 'lower' | 'upper' | 'rowLower' | 'rowUpper'> = model,
  ) {
    this.lower = lower.slice()
    this.upper = upper.slice()
    this.rowLower = rowLower.slice()
    this.rowUpper = rowUpper.slice()
  }

  /**
   * The bound that row prices prove by themselves (weak duality): right whatever the solver's tolerances are. Each group
   * gets the best price there is beside the other rows', which is that of its cheapest column.
   */
  certify({ cost, offset }: Aim, beside: readonly Row[], rowPrices: Float64Array): Certificate {
    const { starts, indices, values, rows, columns, groupRow } = this.model
    const rowPrice = rowPrices.slice(0, rows)
    const reduced = cost.slice()
    let bound = offset
    beside.forEach((row, i) => {
      const price = rowPrices[rows + i]!
      const side = price > 0 ? row.lower : row.upper
      if (price === 0 || !Number.isFinite(side)) return
      bound += price * side
      row.columns.forEach((j, k) => (reduced[j]! -= price * row.values[k]!))
    })
    const finite = (i: number): void => {
      if (!Number.isFinite(rowPrice[i]! > 0 ? this.rowLower[i]! : this.rowUpper[i]!)) rowPrice[i] = 0
    }
    const grouped = new Uint8Array(rows)
    for (let j = 0; j < columns; j++) if (groupRow[j]! >= 0) grouped[groupRow[j]!] = 1
    for (let i = 0; i < rows; i++) {
      if (grouped[i] === 1) rowPrice[i] = Infinity
      else finite(i)
    }
    for (let j = 0; j < columns; j++) {
      const own = groupRow[j]!
      let price = reduced[j]!
      for (let k = starts[j]!; k < starts[j + 1]!; k++)
        if (indices[k] !== own) price -= rowPrice[indices[k]!]! * values[k]!
      reduced[j] = price
      if (own >= 0 && this.upper[j]! > 0 && price < rowPrice[own]!) rowPrice[own] = price
    }
    for (let i = 0; i < rows; i++) {
      if (rowPrice[i] === Infinity) rowPrice[i] = 0
      if (grouped[i] === 1) finite(i)
      if (rowPrice[i] !== 0) bound += rowPrice[i]! * (rowPrice[i]! > 0 ? this.rowLower[i]! : this.rowUpper[i]!)
    }
    for (let j = 0; j < columns; j++) {
      if (groupRow[j]! >= 0) reduced[j]! -= rowPrice[groupRow[j]!]!
      bound += reduced[j]! * (reduced[j]! > 0 ? this.lower[j]! : this.upper[j]!)
    }
    return { bound, reduced, rowPrice }
  }

  /**
   * Draws the face tighter to what plans of at most `value` can reach, by reduced cost: a column (or a row's slack)
   * whose price alone exceeds `value - bound` cannot move. Whole columns and rows move in whole steps.
   */
  tighten({ bound, reduced, rowPrice }: Certificate, value: number): void {
    const room = Math.max(0, value - bound) + 1e-6 * Math.max(1, Math.abs(value))
    const { columns, rows, rowIsWhole, whole: wholes } = this.model
    // What moves by less than this does not move at all: plans lie on points far coarser.
    const reach = (price: number, whole: boolean): number =>
      whole ? Math.floor(room / price) : room / price < 1e-5 ? 0 : room / price
    for (let j = 0; j < columns; j++) {
      const price = reduced[j]!
      const whole = j < wholes
      if (price > 1e-9) this.upper[j] = Math.min(this.upper[j]!, this.lower[j]! + reach(price, whole))
      else if (price < -1e-9) this.lower[j] = Math.max(this.lower[j]!, this.upper[j]! - reach(-price, whole))
    }
    for (let i = 0; i < rows; i++) {
      const price = rowPrice[i]!
      const whole = rowIsWhole[i]!
      if (price > 1e-9) this.rowUpper[i] = Math.min(this.rowUpper[i]!, this.rowLower[i]! + reach(price, whole))
      else if (price < -1e-9) this.rowLower[i] = Math.max(this.rowLower[i]!, this.rowUpper[i]! - reach(-price, whole))
    }
  }

  copy(): Face {
    return new Face(this.model, this)
  }

  /** Columns that may still differ from zero. */
  live(): Int32Array {
    const found = new Int32Array(this.model.columns)
    let count = 0
    for (let j = 0; j < this.model.columns; j++) if (this.upper[j]! > 0) found[count++] = j
    return found.slice(0, count)
  }
}

import type { ModelData } from 'highs'
import type { Places } from './basis'
import type { Face } from './face'
import { byColumn, type Row } from './row'

/** What is to be made as small as can be: `offset + cost · x`, in steps of `grain` (zero where none is known). */
export interface Aim {
  readonly cost: Float64Array
  readonly offset: number
  readonly grain: number
}

/** Far below what any two plans differ by, far above the noise of floating-point sums. */
export const leeway = 1e-5

/** A question as HiGHS is asked it, and how points of the model and points of the question belong together. */
export interface Question {
  readonly data: ModelData
  /** The column counts people; the others are of curves. */
  readonly isWhole: (column: number) => boolean
  readonly narrow: (point: Float64Array) => Float64Array
  /** Null where the point stands for no people that could be named. */
  readonly widen: (values: ArrayLike<number>) => Float64Array | null
  readonly places: Places
  /** Where the values lie in the model, whole or not: about, where people are pooled. */
  readonly spread: (values: ArrayLike<number>) => Float64Array
}

/** Cuts the columns in question out of the face, as HiGHS reads them; rows beside the model stand below its own. */
function cut(face: Face, columns: Int32Array, { cost, offset }: Aim, rows: readonly Row[]): ModelData {
  const { model } = face
  const beside = byColumn(model.columns, rows)
  const starts = new Int32Array(columns.length + 1)
  columns.forEach((j, k) => {
    const size = model.starts[j + 1]! - model.starts[j]!
    starts[k + 1] = starts[k]! + size + beside.starts[j + 1]! - beside.starts[j]!
  })
  const indices = new Int32Array(starts[columns.length]!)
  const values = new Float64Array(starts[columns.length]!)
  columns.forEach((j, k) => {
    const [from, to] = [model.starts[j]!, model.starts[j + 1]!]
    let at = starts[k]!
    indices.set(model.indices.subarray(from, to), at)
    values.set(model.values.subarray(from, to), at)
    at += to - from
    for (let i = beside.starts[j]!; i < beside.starts[j + 1]!; i++) {
      indices[at] = model.rows + beside.indices[i]!
      values[at++] = beside.values[i]!
    }
  })
  const numRows = model.rows + rows.length
  const pick = (from: Float64Array): Float64Array => Float64Array.from(columns, (j) => from[j]!)
  return {
    numCols: columns.length,
    numRows,
    offset,
    colCost: pick(cost),
    colLower: pick(face.lower),
    colUpper: pick(face.upper),
    rowLower: Float64Array.from([...face.rowLower, ...rows.map(({ lower }) => lower)]),
    rowUpper: Float64Array.from([...face.rowUpper, ...rows.map(({ upper }) => upper)]),
    matrix: { format: 'csc', numRows, numCols: columns.length, starts, indices, values },
  }
}

const spread = (size: number, columns: Int32Array, values: ArrayLike<number>): Float64Array => {
  const all = new Float64Array(size)
  columns.forEach((j, k) => (all[j] = values[k]!))
  return all
}

/** The face's own columns, one by one. */
export const questionOf = (face: Face, columns: Int32Array, aim: Aim, rows: readonly Row[]): Question => ({
  data: cut(face, columns, aim, rows),
  isWhole: (column) => columns[column]! < face.model.whole,
  places: { columns, crowds: new Int32Array() },
  narrow: (point) => Float64Array.from(columns, (j) => point[j]!),
  widen: (values) => spread(face.model.columns, columns, values),
  spread: (values) => spread(face.model.columns, columns, values),
})

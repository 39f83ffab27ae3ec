import type { ModelData } from 'highs'
import type { Face } from './face'

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

/** A question as HiGHS is asked it, and how points of the model and points of the question belong together. */
export interface Question {
  readonly data: ModelData
  /** The column counts people; the others are of curves. */
  readonly isWhole: (column: number) => boolean
  readonly narrow: (point: Float64Array) => Float64Array
  /** Null where the point stands for no people that could be named. */
  readonly widen: (values: ArrayLike<number>) => Float64Array | null
}

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

/** The face's own columns, one by one. */
export const questionOf = (face: Face, columns: Int32Array, aim: Aim, ties: readonly Tie[]): Question => ({
  data: cut(face, columns, aim, ties),
  isWhole: (column) => columns[column]! < face.model.whole,
  narrow: (point) => Float64Array.from(columns, (j) => point[j]!),
  widen: (values) => spread(face.model.columns, columns, values),
})

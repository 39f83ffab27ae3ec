/** A row beside the model's own: the sum of `values · x[columns]` stays between two bounds. */
export interface Row {
  /** The proven goal that it holds at its value; null for a row of another kind. */
  readonly level: number | null
  readonly columns: Int32Array
  readonly values: Float64Array
  readonly lower: number
  readonly upper: number
}

/** The columns that count in a sum over all of them. */
export function termsOf(sum: Float64Array): Pick<Row, 'columns' | 'values'> {
  const columns = Int32Array.from(sum.keys()).filter((j) => sum[j] !== 0)
  return { columns, values: Float64Array.from(columns, (j) => sum[j]!) }
}

/** Rows as HiGHS takes a matrix, column by column; a row's index is its place in the list. */
export interface Columns {
  readonly starts: Int32Array
  readonly indices: Int32Array
  readonly values: Float64Array
}

export function byColumn(columns: number, rows: readonly Row[]): Columns {
  const starts = new Int32Array(columns + 1)
  for (const row of rows) for (const j of row.columns) starts[j + 1]!++
  for (let j = 0; j < columns; j++) starts[j + 1]! += starts[j]!
  const indices = new Int32Array(starts[columns]!)
  const values = new Float64Array(starts[columns]!)
  const next = starts.slice()
  rows.forEach((row, i) =>
    row.columns.forEach((j, k) => {
      const at = next[j]!++
      indices[at] = i
      values[at] = row.values[k]!
    }),
  )
  return { starts, indices, values }
}

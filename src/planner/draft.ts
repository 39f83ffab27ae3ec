/** A model in the making: columns and rows are added one by one, then written out column by column. */
export class Draft {
  readonly lower: number[] = []
  readonly upper: number[] = []
  private readonly costs: number[][]
  private readonly rows: { lower: number; upper: number; whole: boolean; columns: number[]; values: number[] }[] = []

  constructor(private readonly levels: number) {
    this.costs = Array.from({ length: levels }, () => [])
  }

  /** Adds a column between 0 and `upper`; returns its place. */
  column(upper: number, cost?: readonly number[]): number {
    this.lower.push(0)
    for (let level = 0; level < this.levels; level++) this.costs[level]!.push(cost?.[level] ?? 0)
    return this.upper.push(upper) - 1
  }

  addCost(column: number, level: number, cost: number): void {
    this.costs[level]![column]! += cost
  }

  /** Adds a row; `whole` when its sum is a whole number for every plan. Returns its place. */
  row(lower: number, upper: number, whole: boolean): number {
    return this.rows.push({ lower, upper, whole, columns: [], values: [] }) - 1
  }

  put(row: number, column: number, value: number): void {
    this.rows[row]!.columns.push(column)
    this.rows[row]!.values.push(value)
  }

  write(): Matrix {
    const columns = this.upper.length
    const starts = new Int32Array(columns + 1)
    for (const row of this.rows) for (const column of row.columns) starts[column + 1]!++
    for (let j = 0; j < columns; j++) starts[j + 1]! += starts[j]!
    const indices = new Int32Array(starts[columns]!)
    const values = new Float64Array(starts[columns]!)
    const next = starts.slice()
    this.rows.forEach((row, i) =>
      row.columns.forEach((column, k) => {
        const at = next[column]!++
        indices[at] = i
        values[at] = row.values[k]!
      }),
    )
    return {
      columns,
      rows: this.rows.length,
      lower: Float64Array.from(this.lower),
      upper: Float64Array.from(this.upper),
      rowLower: Float64Array.from(this.rows, (row) => row.lower),
      rowUpper: Float64Array.from(this.rows, (row) => row.upper),
      rowIsWhole: this.rows.map((row) => row.whole),
      starts,
      indices,
      values,
      costs: this.costs.map((cost) => Float64Array.from(cost)),
    }
  }
}

/** Columns and rows as HiGHS takes them: `starts` has one entry more than there are columns. */
export interface Matrix {
  readonly columns: number
  readonly rows: number
  readonly lower: Float64Array
  readonly upper: Float64Array
  readonly rowLower: Float64Array
  readonly rowUpper: Float64Array
  /** The row's sum is a whole number for every plan. */
  readonly rowIsWhole: readonly boolean[]
  readonly starts: Int32Array
  readonly indices: Int32Array
  readonly values: Float64Array
  /** Cost of each column, level by level. */
  readonly costs: readonly Float64Array[]
}

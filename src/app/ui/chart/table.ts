/** A figure as it is shown, and what opens its sum. */
export interface OpeningCell {
  readonly text: string
  readonly open: () => void
}

/** The same figures as the picture's, as they are shown: `end` stands at the right. */
export interface ChartTable {
  readonly columns: readonly { readonly title: string; readonly end?: boolean }[]
  readonly rows: readonly (readonly (string | OpeningCell)[])[]
}

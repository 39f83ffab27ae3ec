import type { Problem } from '../../src/domain'
import type { InForce } from '../../src/rules'

/** A model as anybody would write it first: `terms` are pairs of column and coefficient. */
export interface PlainModel {
  readonly columns: { readonly cost: number; readonly upper: number; readonly whole: boolean }[]
  readonly rows: { readonly lower: number | null; readonly upper: number | null; readonly terms: [number, number][] }[]
}

/** A thousandth of an FTE short counts ten times what evenness does, all in one objective. */
const weights = [10, 1]

/**
 * The plain one-goal model of a court: a 0/1 column for each seat that no rule forbids, a row for each limit, a paid
 * slack for each limit of the first two goals. One objective, no goals in order, none of the planner's drawings.
 */
export function plainModel(problem: Problem, inForce: readonly InForce[]): PlainModel {
  const forbidden = new Set(
    inForce.flatMap(({ weight, limits }) =>
      weight === 'must'
        ? limits.flatMap(({ seats, counts, atMost }) => (atMost === 0 && counts === undefined ? seats : []))
        : [],
    ),
  )
  const columns: PlainModel['columns'] = []
  const rows: PlainModel['rows'] = []
  const column = (cost: number, upper: number, whole: boolean): number => columns.push({ cost, upper, whole }) - 1
  const of = new Map(problem.seats.filter((seat) => !forbidden.has(seat)).map((seat) => [seat, column(0, 1, true)]))
  for (const { id } of problem.people) {
    const terms = problem.seatsOf(id).flatMap((seat): [number, number][] => (of.has(seat) ? [[of.get(seat)!, 1]] : []))
    rows.push({ lower: null, upper: 1, terms })
  }
  for (const { weight, limits } of inForce) {
    const price = typeof weight === 'object' ? weights[weight.level] : weight === 'must' ? 0 : undefined
    if (price === undefined) continue
    for (const { seats, counts, atLeast = null, atMost = null } of limits) {
      const terms = seats.flatMap((seat, i): [number, number][] =>
        of.has(seat) ? [[of.get(seat)!, counts?.[i] ?? 1]] : [],
      )
      if (terms.length === 0) continue
      if (price > 0 && atLeast !== null) terms.push([column(price, atLeast, false), 1])
      rows.push({ lower: atLeast, upper: atMost, terms })
    }
  }
  return { columns, rows }
}

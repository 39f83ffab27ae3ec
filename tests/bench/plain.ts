import type { Problem } from '../../src/domain'
import type { InForce } from '../../src/rules'

/** A model as anybody would write it first: `terms` are pairs of column and coefficient. */
export interface PlainModel {
  /** `costs` of each goal, first goals first. */
  readonly columns: { readonly costs: readonly number[]; readonly upper: number; readonly whole: boolean }[]
  readonly rows: { readonly lower: number | null; readonly upper: number | null; readonly terms: [number, number][] }[]
}

/** In one objective, a thousandth of an FTE short counts ten times what evenness does; other goals are left out. */
export const inOne = ({ costs }: PlainModel['columns'][number]): number => 10 * (costs[0] ?? 0) + (costs[1] ?? 0)

/**
 * The plain model of a court: a 0/1 column for each seat that no rule forbids, a row for each limit, a paid slack for
 * each limit of the first so many goals. None of the planner's drawings.
 */
export function plainModel(problem: Problem, inForce: readonly InForce[], goals = 2): PlainModel {
  const forbidden = new Set(
    inForce.flatMap(({ weight, limits }) =>
      weight === 'must'
        ? limits.flatMap(({ seats, counts, atMost }) => (atMost === 0 && counts === undefined ? seats : []))
        : [],
    ),
  )
  const columns: PlainModel['columns'] = []
  const rows: PlainModel['rows'] = []
  const column = (level: number, price: number, upper: number, whole: boolean): number => {
    const costs = Array.from({ length: goals }, (_, i) => (i === level ? price : 0))
    return columns.push({ costs, upper, whole }) - 1
  }
  const of = new Map(problem.seats.filter((seat) => !forbidden.has(seat)).map((seat) => [seat, column(0, 0, 1, true)]))
  for (const { id } of problem.people) {
    const terms = problem.seatsOf(id).flatMap((seat): [number, number][] => (of.has(seat) ? [[of.get(seat)!, 1]] : []))
    rows.push({ lower: null, upper: 1, terms })
  }
  for (const { weight, limits } of inForce) {
    if (weight === 'warn' || (typeof weight === 'object' && weight.level >= goals)) continue
    const { level, price } = weight === 'must' ? { level: 0, price: 0 } : weight
    for (const { seats, counts, atLeast = null, atMost = null } of limits) {
      const terms = seats.flatMap((seat, i): [number, number][] =>
        of.has(seat) ? [[of.get(seat)!, counts?.[i] ?? 1]] : [],
      )
      if (terms.length === 0) continue
      if (price > 0 && atLeast !== null) terms.push([column(level, price, atLeast, false), 1])
      else if (price > 0 && atMost !== null) terms.push([column(level, price, 1e9, false), -1])
      rows.push({ lower: atLeast, upper: atMost, terms })
    }
  }
  return { columns, rows }
}

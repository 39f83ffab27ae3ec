import type { Problem, Seat } from '../domain'
import { tolerance, type Choice, type InForce, type Limit, type Sum } from '../rules'

/** A price on a sum: each unit under `atLeast` or over `atMost` costs `price` at `level`. */
export interface Priced {
  readonly level: number
  readonly price: number
  readonly atLeast: number
  readonly atMost: number
}

/**
 * One sum over seats with all that limits say of it. Limits that count the same seats alike (ten steps of a convex
 * goal, a ceiling beside them) share one activity, so that the model holds the sum once.
 */
export interface Activity {
  /** Live seats and choices by their place in the model, rising, and what each counts (never zero). */
  readonly columns: Int32Array
  readonly counts: Float64Array
  atLeast: number
  atMost: number
  readonly priced: Priced[]
  /** One person's seats, each counting one: at most one is taken, by the nature of a plan. */
  ofPerson: boolean
}

export interface Activities {
  /** Seats that no must rule forbids outright: the columns of the model. */
  readonly seats: readonly Seat[]
  /** Columns after the seats, each with the sum that decides it. */
  readonly choices: readonly { readonly choice: Choice; readonly decides: Activity }[]
  readonly all: readonly Activity[]
}

/** Seats that the limit forbids by itself, whatever the rest of the plan; some may come twice. */
export function* forbiddenBy(problem: Problem, limit: Limit): Generator<Seat> {
  const { seats, counts, choices, atLeast = -Infinity, atMost = Infinity } = limit
  if (choices !== undefined || counts?.some((count) => count < 0)) return
  if (atMost < Infinity)
    for (let i = 0; i < seats.length; i++) if ((counts?.[i] ?? 1) > atMost + tolerance) yield seats[i]!
  if (atLeast > tolerance && seats.length > 0) {
    const { person } = seats[0]!
    if (seats.some((seat) => seat.person !== person)) return
    const enough = new Set(seats.filter((_, i) => (counts?.[i] ?? 1) >= atLeast - tolerance))
    for (const seat of problem.seatsOf(person.id)) if (!enough.has(seat)) yield seat
  }
}

/** Marks the seats that a must limit forbids whatever the rest of the plan: they need no column. */
export function forbidden(problem: Problem, laws: readonly InForce[]): Uint8Array {
  const dead = new Uint8Array(problem.seats.length)
  for (const { limits } of laws)
    for (const limit of limits) for (const seat of forbiddenBy(problem, limit)) dead[seat.index] = 1
  return dead
}

/** Sums with the same terms meet here; the terms alone decide, not the rule they come from. */
class Terms {
  private readonly byHash = new Map<number, Activity[]>()
  /** Steps of a goal share the very lists of their sum: those need not be read again. */
  private readonly byLists = new Map<readonly Seat[], Map<readonly number[] | undefined, Activity>>()
  readonly all: Activity[] = []
  private readonly count: Float64Array

  constructor(
    private readonly columnOf: Int32Array,
    private readonly columnOfChoice: ReadonlyMap<string, number>,
    columns: number,
  ) {
    this.count = new Float64Array(columns)
  }

  activity(sum: Sum): Activity {
    if (sum.choices !== undefined) return this.read(sum)
    const ofSeats = this.byLists.get(sum.seats) ?? new Map<readonly number[] | undefined, Activity>()
    this.byLists.set(sum.seats, ofSeats)
    const known = ofSeats.get(sum.counts) ?? this.read(sum)
    ofSeats.set(sum.counts, known)
    return known
  }

  private read({ seats, counts: given, choices }: Sum): Activity {
    const { columnOf, count } = this
    const found: number[] = []
    let isRising = true
    const add = (column: number, each: number): void => {
      if (column < 0 || each === 0) return
      if (count[column] === 0) {
        if (found.length > 0 && found[found.length - 1]! >= column) isRising = false
        found.push(column)
      }
      count[column]! += each
    }
    for (let i = 0; i < seats.length; i++) add(columnOf[seats[i]!.index]!, given === undefined ? 1 : given[i]!)
    for (const { choice, count: each } of choices ?? []) add(this.columnOfChoice.get(choice.id)!, each)
    if (!isRising) found.sort((a, b) => a - b)
    const [columns, counts] = [new Int32Array(found.length), new Float64Array(found.length)]
    let size = 0
    let hash = 0
    for (const column of found) {
      const each = count[column]!
      // Nothing, or told already.
      if (each === 0) continue
      columns[size] = column
      counts[size++] = each
      count[column] = 0
      hash = (Math.imul(hash, 31) + Math.imul(column + 1, 0x9e3779b1) + Math.imul(each, 0x85ebca6b)) | 0
    }
    return this.known(columns.subarray(0, size), counts.subarray(0, size), hash)
  }

  private known(columns: Int32Array, counts: Float64Array, hash: number): Activity {
    const alike = this.byHash.get(hash)
    const same = alike?.find(
      (other) =>
        other.columns.length === columns.length &&
        other.columns.every((column, i) => column === columns[i]) &&
        other.counts.every((count, i) => count === counts[i]),
    )
    if (same !== undefined) return same
    const fresh: Activity = { columns, counts, atLeast: -Infinity, atMost: Infinity, priced: [], ofPerson: false }
    if (alike === undefined) this.byHash.set(hash, [fresh])
    else alike.push(fresh)
    this.all.push(fresh)
    return fresh
  }
}

const inOrder = (a: Activity, b: Activity): number => {
  const length = Math.min(a.columns.length, b.columns.length)
  for (let i = 0; i < length; i++) {
    const difference = a.columns[i]! - b.columns[i]! || a.counts[i]! - b.counts[i]!
    if (difference !== 0) return difference
  }
  return a.columns.length - b.columns.length
}

/** Every choice that a priced or a must limit names, and those that stand in its sum, once, by id. */
function choicesIn(inForce: readonly InForce[]): Choice[] {
  const found = new Map<string, Choice>()
  const find = ({ choices }: Sum): void => {
    for (const { choice } of choices ?? []) {
      if (found.has(choice.id)) continue
      found.set(choice.id, choice)
      find(choice)
    }
  }
  for (const { weight, limits } of inForce) if (weight !== 'warn') limits.forEach(find)
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/**
 * Gathers the limits into activities, the structure among them: each person takes at most one seat. The order
 * depends on seats alone, so that the same court gives the same model however its rows were sorted.
 */
export function activitiesOf(problem: Problem, inForce: readonly InForce[]): Activities {
  const dead = forbidden(
    problem,
    inForce.filter(({ weight }) => weight === 'must'),
  )
  const seats = problem.seats.filter(({ index }) => dead[index] === 0)
  const columnOf = new Int32Array(problem.seats.length).fill(-1)
  seats.forEach((seat, column) => (columnOf[seat.index] = column))
  const choices = choicesIn(inForce)
  const columnOfChoice = new Map(choices.map(({ id }, k) => [id, seats.length + k]))
  const terms = new Terms(columnOf, columnOfChoice, seats.length + choices.length)
  for (const { id } of problem.people) {
    const one = terms.activity({ seats: problem.seatsOf(id) })
    one.ofPerson = true
  }
  for (const { weight, limits } of inForce) {
    if (weight === 'warn') continue
    for (const limit of limits) {
      const activity = terms.activity(limit)
      const { atLeast = -Infinity, atMost = Infinity } = limit
      if (weight === 'must') {
        activity.atLeast = Math.max(activity.atLeast, atLeast)
        activity.atMost = Math.min(activity.atMost, atMost)
      } else activity.priced.push({ ...weight, atLeast, atMost })
    }
  }
  const decided = choices.map((choice) => ({ choice, decides: terms.activity(choice) }))
  return { seats, choices: decided, all: terms.all.sort(inOrder) }
}

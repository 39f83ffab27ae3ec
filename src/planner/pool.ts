import { crowdsOf, type Crowd } from './crowd'
import { Draft } from './draft'
import type { Face } from './face'
import type { Aim, Question } from './question'
import { byColumn, type Row } from './row'

/** Names who takes which seat: as many people of each kind as were counted. Null where that cannot be. */
function seated(
  { kinds }: Crowd,
  groupRow: Int32Array,
  leavers: readonly number[],
  counts: readonly number[],
): number[] | null {
  const columnOf = kinds.map((kind) => new Map(kind.map((j) => [groupRow[j]!, j])))
  const taken = counts.map((): number[] => [])
  const place = (person: number, seen: Set<number>): boolean => {
    for (let k = 0; k < kinds.length; k++) {
      if (counts[k] === 0 || seen.has(k) || !columnOf[k]!.has(person)) continue
      seen.add(k)
      if (taken[k]!.length < counts[k]!) return taken[k]!.push(person) > 0
      const gives = taken[k]!.findIndex((other) => place(other, seen))
      if (gives < 0) continue
      taken[k]![gives] = person
      return true
    }
    return false
  }
  if (!leavers.every((person) => place(person, new Set()))) return null
  return taken.flatMap((people, k) => people.map((person) => columnOf[k]!.get(person)!))
}

/**
 * The same question over fewer columns: people alike in rows, aim and ties are pooled. Instead of a column for each
 * person and seat there is one for each person's leaving and one for how many of the crowd take each kind of seat.
 * Every point of the face has its place here at the same cost, so what bounds these points bounds the face. The rows
 * of the model and beside it keep their places, and their prices their meaning. Null where little would be won.
 */
export function poolOf(face: Face, columns: Int32Array, aim: Aim, rows: readonly Row[]): Question | null {
  const { model } = face
  const beside = byColumn(model.columns, rows)
  const crowds = crowdsOf(face, columns, aim, beside)
  const pooled = new Set(crowds.flatMap(({ kinds }) => kinds.flat()))
  const fewer = crowds.reduce((sum, { people, kinds }) => sum + people.length + kinds.length, 0)
  if (pooled.size - fewer < columns.length / 8) return null
  const draft = new Draft(1)
  for (let i = 0; i < model.rows; i++) draft.row(face.rowLower[i]!, face.rowUpper[i]!, false)
  for (const { lower, upper } of rows) draft.row(lower, upper, false)
  const add = (j: number, upper: number, groupRow = -1): number => {
    const column = draft.column(upper, [aim.cost[j]!])
    for (let k = model.starts[j]!; k < model.starts[j + 1]!; k++)
      if (model.indices[k] !== groupRow) draft.put(model.indices[k]!, column, model.values[k]!)
    for (let k = beside.starts[j]!; k < beside.starts[j + 1]!; k++)
      draft.put(model.rows + beside.indices[k]!, column, beside.values[k]!)
    return column
  }
  const alone = columns.filter((j) => !pooled.has(j))
  for (const j of alone) draft.lower[add(j, face.upper[j]!)] = face.lower[j]!
  const places = crowds.map(({ people, kinds }) => {
    const row = draft.row(0, 0, true)
    const ofKind = kinds.map((kind) => {
      const column = add(kind[0]!, people.length, model.groupRow[kind[0]!])
      draft.put(row, column, -1)
      return column
    })
    const leaving = people.map((person) => {
      const column = draft.column(1)
      draft.put(person, column, 1)
      draft.put(row, column, 1)
      return column
    })
    return { ofKind, leaving }
  })
  const {
    columns: numCols,
    rows: numRows,
    costs,
    lower,
    upper,
    rowLower,
    rowUpper,
    starts,
    indices,
    values,
  } = draft.write()
  const columnPlaces = new Int32Array(numCols)
  columnPlaces.set(alone)
  crowds.forEach(({ people, kinds }, c) => {
    const { ofKind, leaving } = places[c]!
    kinds.forEach((kind, k) => (columnPlaces[ofKind[k]!] = kind[0]!))
    people.forEach((person, i) => (columnPlaces[leaving[i]!] = model.columns + person))
  })
  return {
    data: {
      numCols,
      numRows,
      offset: aim.offset,
      colCost: costs[0]!,
      colLower: lower,
      colUpper: upper,
      rowLower,
      rowUpper,
      matrix: { format: 'csc', numRows, numCols, starts, indices, values },
    },
    isWhole: (column) => column >= alone.length || alone[column]! < model.whole,
    places: { columns: columnPlaces, crowds: Int32Array.from(crowds, ({ kinds }) => kinds[0]![0]!) },
    narrow(point) {
      const here = new Float64Array(numCols)
      alone.forEach((j, k) => (here[k] = point[j]!))
      crowds.forEach(({ people, kinds }, c) => {
        const leaving = new Map(people.map((person, i) => [person, places[c]!.leaving[i]!]))
        kinds.forEach((kind, k) => {
          for (const j of kind) {
            here[places[c]!.ofKind[k]!]! += point[j]!
            here[leaving.get(model.groupRow[j]!)!]! += point[j]!
          }
        })
      })
      return here
    },
    spread(here) {
      const point = new Float64Array(model.columns)
      alone.forEach((j, k) => (point[j] = here[k]!))
      for (const [c, { people, kinds }] of crowds.entries()) {
        const { ofKind, leaving } = places[c]!
        const part = new Map(people.map((person, i) => [person, here[leaving[i]!]!]))
        for (const [k, kind] of kinds.entries()) {
          const all = kind.reduce((sum, j) => sum + part.get(model.groupRow[j]!)!, 0)
          if (all > 0) for (const j of kind) point[j] = (part.get(model.groupRow[j]!)! * here[ofKind[k]!]!) / all
        }
      }
      return point
    },
    widen(here) {
      const point = new Float64Array(model.columns)
      alone.forEach((j, k) => (point[j] = here[k]!))
      const isRound = (column: number): boolean => Math.abs(here[column]! - Math.round(here[column]!)) < 1e-5
      for (const [c, crowd] of crowds.entries()) {
        const { ofKind, leaving } = places[c]!
        if (!ofKind.every(isRound) || !leaving.every(isRound)) return null
        const leavers = crowd.people.filter((_, i) => here[leaving[i]!]! > 0.5)
        const columnsTaken = seated(
          crowd,
          model.groupRow,
          leavers,
          ofKind.map((column) => Math.round(here[column]!)),
        )
        if (columnsTaken === null) return null
        for (const j of columnsTaken) point[j] = 1
      }
      return point
    },
  }
}

import type { Face } from './face'
import type { Model } from './model'
import type { Aim } from './question'
import type { Columns } from './row'

/** People who may leave for the same kinds of seats. Each kind is a list of columns, alike but for their persons. */
export interface Crowd {
  /** Rows of the persons in the model. */
  readonly people: readonly number[]
  readonly kinds: readonly (readonly number[])[]
}

/** Seats with the same rows, counts and costs, whoever sits there. Hashes gather them; their terms decide. */
function kindsOf({ model, lower, upper }: Face, columns: Int32Array, { cost }: Aim, beside: Columns): number[][] {
  const { starts, indices, values, groupRow, seats } = model
  const besideAlike = (a: number, b: number): boolean => {
    const [i, k] = [beside.starts[a]!, beside.starts[b]!]
    const size = beside.starts[a + 1]! - i
    if (size !== beside.starts[b + 1]! - k) return false
    for (let n = 0; n < size; n++)
      if (beside.indices[i + n] !== beside.indices[k + n] || beside.values[i + n] !== beside.values[k + n]) return false
    return true
  }
  const alike = (a: number, b: number): boolean => {
    if (cost[a] !== cost[b] || !besideAlike(a, b)) return false
    let [i, k] = [starts[a]!, starts[b]!]
    const [iEnd, kEnd] = [starts[a + 1]!, starts[b + 1]!]
    for (;;) {
      if (i < iEnd && indices[i] === groupRow[a]) i++
      if (k < kEnd && indices[k] === groupRow[b]) k++
      if (i === iEnd || k === kEnd) return i === iEnd && k === kEnd
      if (indices[i] !== indices[k] || values[i++] !== values[k++]) return false
    }
  }
  const byHash = new Map<number, number[][]>()
  const kinds: number[][] = []
  for (const j of columns) {
    if (j >= seats.length || groupRow[j]! < 0 || lower[j]! > 0 || upper[j]! < 1) continue
    let hash = cost[j]! | 0
    for (let k = starts[j]!; k < starts[j + 1]!; k++)
      if (indices[k] !== groupRow[j]) hash = Math.imul(hash ^ indices[k]!, 0x9e3779b1) ^ (values[k]! * 64)
    const close = byHash.get(hash)
    const same = close?.find(([first]) => alike(first!, j))
    if (same !== undefined) same.push(j)
    else {
      const fresh = [j]
      kinds.push(fresh)
      if (close === undefined) byHash.set(hash, [fresh])
      else close.push(fresh)
    }
  }
  return kinds
}

/** Kinds that share a person, gathered. */
function gathered({ rows, groupRow }: Model, kinds: readonly number[][]): number[][][] {
  const leader = Int32Array.from({ length: rows }, (_, row) => row)
  const find = (row: number): number => {
    let at = row
    while (leader[at] !== at) at = leader[at] = leader[leader[at]!]!
    return at
  }
  for (const kind of kinds) for (const j of kind) leader[find(groupRow[j]!)] = find(groupRow[kind[0]!]!)
  const groups = new Map<number, number[][]>()
  for (const kind of kinds) {
    const group = find(groupRow[kind[0]!]!)
    const known = groups.get(group)
    if (known === undefined) groups.set(group, [kind])
    else known.push(kind)
  }
  return [...groups.values()]
}

/**
 * Crowds among the people of these columns: most kinds that a crowd shares are open to most of it, and to each of its
 * people all but one at most (the post where a person is now is another kind for that person).
 */
export function crowdsOf(face: Face, columns: Int32Array, aim: Aim, beside: Columns): Crowd[] {
  const { model } = face
  const shared = kindsOf(face, columns, aim, beside).filter((kind) => kind.length > 1)
  return gathered(model, shared).flatMap((group): Crowd[] => {
    const choices = new Map<number, number>()
    const count = (kinds: readonly number[][]): void => {
      choices.clear()
      for (const kind of kinds)
        for (const j of kind) choices.set(model.groupRow[j]!, (choices.get(model.groupRow[j]!) ?? 0) + 1)
    }
    count(group)
    const open = group.filter((kind) => kind.length * 2 > choices.size)
    count(open)
    const people = [...choices.keys()].filter((row) => choices.get(row)! >= open.length - 1)
    if (people.length < 3 || open.length < 3) return []
    const inside = new Set(people)
    return [{ people, kinds: open.map((kind) => kind.filter((j) => inside.has(model.groupRow[j]!))) }]
  })
}

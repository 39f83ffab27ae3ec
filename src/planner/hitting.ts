/** The smallest of the sets that none of the chosen is in; what is ruled out does not count. */
function unhit<T>(sets: readonly (readonly T[])[], chosen: readonly T[], out: ReadonlySet<T>): T[] | null {
  let least: T[] | null = null
  for (const set of sets) {
    if (set.some((each) => chosen.includes(each))) continue
    const open = set.filter((each) => !out.has(each))
    if (least === null || open.length < least.length) least = open
  }
  return least
}

/**
 * A smallest collection that has a member of each set and does not hold all of any closed one; null when there is
 * none. Sizes are tried in turn, and of the ways to hit one set each next leaves out the members before it: so every
 * minimal collection is looked at once.
 */
export function smallestHitting<T>(
  sets: readonly (readonly T[])[],
  closed: readonly (readonly T[])[] = [],
): T[] | null {
  const search = (chosen: readonly T[], out: ReadonlySet<T>, room: number): readonly T[] | null => {
    if (closed.some((set) => set.every((each) => chosen.includes(each)))) return null
    const open = unhit(sets, chosen, out)
    if (open === null) return chosen
    if (room === 0) return null
    const passed = new Set(out)
    for (const each of open) {
      const found = search([...chosen, each], passed, room - 1)
      if (found !== null) return found
      passed.add(each)
    }
    return null
  }
  for (let size = 0; size <= sets.length; size++) {
    const found = search([], new Set(), size)
    if (found !== null) return [...found]
  }
  return null
}

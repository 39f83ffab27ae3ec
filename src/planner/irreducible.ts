/**
 * Of things that cannot all hold beside what is given, a set that cannot either, though any one of it left out frees
 * the others (QuickXplain: halves the things again and again). `holds` tells whether these can hold together; null ends
 * the search, and the answer is null as well. `things` are tried first to last: the first are the likeliest to stay out.
 */
export function irreducible<T>(
  things: readonly T[],
  holds: (these: readonly T[]) => boolean | null,
): readonly T[] | null {
  const within = (given: readonly T[], untested: boolean, rest: readonly T[]): readonly T[] | null => {
    if (untested) {
      const free = holds(given)
      if (free === null) return null
      if (!free) return []
    }
    if (rest.length === 1) return rest
    const half = rest.length >> 1
    const [left, right] = [rest.slice(0, half), rest.slice(half)]
    const second = within([...given, ...left], left.length > 0, right)
    if (second === null) return null
    const first = within([...given, ...second], second.length > 0, left)
    return first && [...first, ...second]
  }
  return things.length === 0 ? [] : within([], false, things)
}

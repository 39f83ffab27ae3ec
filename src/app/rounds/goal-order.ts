/** A goal in the set-up: where it stands and whether it is in force. */
export interface GoalLine {
  readonly id: string
  readonly on: boolean
}

/** All goals as the set-up lists them: those in force in their order, then the rest as the book has them. */
export function goalLines(book: readonly string[], chosen: readonly string[]): GoalLine[] {
  const known = chosen.filter((id) => book.includes(id))
  if (known.length === 0) return book.map((id) => ({ id, on: true }))
  return [
    ...known.map((id) => ({ id, on: true })),
    ...book.filter((id) => !known.includes(id)).map((id) => ({ id, on: false })),
  ]
}

/** What the round stores: the goals in force in order; nothing where that is the book's own order. */
export function chosenGoals(book: readonly string[], lines: readonly GoalLine[]): string[] {
  const on = lines.filter((line) => line.on).map(({ id }) => id)
  return on.length === book.length && on.every((id, at) => id === book[at]) ? [] : on
}

/** The line at `from` stands at `to`; the others close up. */
export function reordered<T>(lines: readonly T[], from: number, to: number): T[] {
  if (from === to || from < 0 || to < 0 || from >= lines.length || to >= lines.length) return [...lines]
  const next = lines.toSpliced(from, 1)
  next.splice(to, 0, lines[from]!)
  return next
}

/** Switches a goal on or off. The last one in force stays: a round without goals means the book's order. */
export function toggled(lines: readonly GoalLine[], id: string): GoalLine[] {
  const on = lines.filter((line) => line.on)
  if (on.length === 1 && on[0]!.id === id) return [...lines]
  return lines.map((line) => (line.id === id ? { ...line, on: !line.on } : line))
}

import type { Goal } from '../../rules'

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

/** Goals in force that may give something up: some goal below them, beside what only breaks ties, could take it. */
export function givingGoals(goals: readonly Pick<Goal, 'id' | 'unit'>[]): Set<string> {
  const real = goals.filter(({ unit }) => unit !== 'price')
  return new Set(real.slice(0, -1).map(({ id }) => id))
}

/** What goals may give up, with one of them set anew; what gives nothing is not named. */
export function withSlack(
  slack: Readonly<Record<string, number>>,
  goal: string,
  amount: number,
): Record<string, number> {
  const others = Object.entries(slack).filter(([id]) => id !== goal)
  return Object.fromEntries(amount > 0 ? [...others, [goal, amount]] : others)
}

import type { Problem } from '../../domain'
import type { Tally } from '../../rules/tally'
import { verdictOf, verdictsFor, type UnitVerdict, type Verdict } from './verdicts'

/** The bench's place among the units of a board. */
export const bench = ''

/** A card in the hand, by mouse or keyboard: whose, what every place says, and which place it is held over. */
export interface Lift {
  readonly person: string
  readonly by: 'mouse' | 'keys'
  readonly verdicts: ReadonlyMap<string, UnitVerdict>
  /** Unit id, `bench`, or null while it is over nothing. */
  readonly over: string | null
  /** Which of the unit's posts, where several are meant. */
  readonly choice: number
}

/** Takes up a person's card over the unit where it lies. */
export function lift(problem: Problem, tally: Tally, person: string, by: Lift['by']): Lift {
  const verdicts = verdictsFor(problem, tally, person)
  const out = verdictOf(tally, person, null)
  verdicts.set(bench, { unit: bench, standing: out.standing, choices: [out] })
  const here = [...verdicts.values()].find(({ standing }) => standing === 'here')
  return { person, by, verdicts, over: here?.unit ?? null, choice: 0 }
}

/** The verdict on the place it is held over. */
export function heldVerdict({ verdicts, over, choice }: Lift): Verdict | null {
  const unit = over === null ? undefined : verdicts.get(over)
  return unit?.choices[choice] ?? unit?.choices[0] ?? null
}

/** Holds it over another place; the likeliest post comes first. */
export const heldOver = (held: Lift, over: string | null): Lift => ({ ...held, over, choice: 0 })

/** Steps through places by keys: `by` columns on, stopping at the ends. */
export function steppedTo(held: Lift, order: readonly string[], by: number): Lift {
  const at = held.over === null ? -1 : order.indexOf(held.over)
  const next = Math.max(0, Math.min(order.length - 1, at + by))
  return heldOver(held, order[next] ?? null)
}

/** Steps through the posts that the place may mean. */
export function otherChoice(held: Lift, by: number): Lift {
  const count = held.over === null ? 0 : (held.verdicts.get(held.over)?.choices.length ?? 0)
  return count < 2 ? held : { ...held, choice: (held.choice + by + count) % count }
}

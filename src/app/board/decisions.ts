import { pinOf, withoutVeto, withPin, type Decision, type Plan, type Problem } from '../../domain'

export { withPin }

/** Pins the person to this seat, or takes the pin away where the person is pinned to it already. */
export function togglePin(decisions: readonly Decision[], person: string, seat: string | null): Decision[] {
  const now = pinOf(decisions, person)
  return now?.seat === seat && now !== undefined
    ? decisions.filter((each) => each !== now)
    : withPin(decisions, person, seat)
}

/** Rejects this seat for the person, or takes the rejection back. A pin to the same seat goes. */
export function toggleVeto(decisions: readonly Decision[], person: string, seat: string | null): Decision[] {
  if (hasVeto(decisions, person, seat)) return withoutVeto(decisions, person, seat)
  const others = decisions.filter((each) => !(each.kind === 'pin' && each.person === person && each.seat === seat))
  return [...others, { kind: 'veto', person, seat, reason: '' }]
}

export const hasVeto = (decisions: readonly Decision[], person: string, seat: string | null): boolean =>
  decisions.some((each) => each.kind === 'veto' && each.person === person && each.seat === seat)

/** Takes back the temporary posting of the person, if there is one: its last day goes with its seat. */
export const withoutPosting = (decisions: readonly Decision[], person: string): Decision[] =>
  decisions.filter((each) => !(each.person === person && each.until !== undefined))

/** What is decided on one person. */
export const decisionsOn = (decisions: readonly Decision[], person: string): Decision[] =>
  decisions.filter((each) => each.person === person)

/** The decisions with others on this person. */
export const withDecisionsOn = (
  decisions: readonly Decision[],
  person: string,
  own: readonly Decision[],
): Decision[] => [...decisions.filter((each) => each.person !== person), ...own]

/** Decisions with a pin for each of these people where they sit in the plan: hand moves stay when the rest is re-planned. */
export function pinsFor(
  problem: Problem,
  decisions: readonly Decision[],
  plan: Plan,
  people: Iterable<string>,
): Decision[] {
  let next = [...decisions]
  for (const person of people) {
    if (!problem.person.has(person)) continue
    const seat = plan.get(person)?.id ?? null
    const pin = pinOf(next, person)
    if (pin?.seat === seat && pin !== undefined) continue
    next = withPin(next, person, seat)
  }
  return next
}

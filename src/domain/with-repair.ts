import { factsKey, type Facts } from './facts'
import type { Repair } from './proposal'
import type { Exception, Round } from './round'

/** What is let off so far, and so much more of it. */
function more(before: readonly Exception[], missed: readonly { facts: Facts; excess: number }[]): Exception[] {
  const all = new Map(before.map((exception) => [factsKey(exception.facts), exception]))
  const most = new Map<string, { facts: Facts; by: number }>()
  for (const { facts, excess } of missed) {
    const key = factsKey(facts)
    most.set(key, { facts, by: Math.max(excess, most.get(key)?.by ?? 0) })
  }
  for (const [key, { facts, by }] of most) all.set(key, { facts, by: by + (all.get(key)?.by ?? 0) })
  return [...all.values()]
}

/**
 * The round with a repair applied: each limit that its plan misses may be missed by as much, and by no more; all else
 * holds as before. So the repair's plan keeps every must rule of the variant.
 */
export function withRepair<R extends Pick<Round, 'rules'>>(
  round: R,
  { rules, limits }: Pick<Repair, 'rules' | 'limits'>,
): R {
  const settings = rules.map((id) => {
    const setting = round.rules.find((each) => each.id === id) ?? { id }
    return {
      ...setting,
      exceptions: more(
        setting.exceptions ?? [],
        limits.filter(({ rule }) => rule === id),
      ),
    }
  })
  return { ...round, rules: [...round.rules.filter(({ id }) => !rules.includes(id)), ...settings] }
}

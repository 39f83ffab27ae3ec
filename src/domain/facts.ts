import { z } from 'zod'

const fact = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()).readonly()])

/**
 * Ids, numbers, dates and lists of ids; never words. Keys tell what an id names: person, first, unit, department, post,
 * role...
 */
export const facts = z.record(z.string(), fact).readonly()
export type Facts = z.infer<typeof facts>

/** The facts as one text, in whichever order they were written. */
export const factsKey = (of: Facts): string =>
  JSON.stringify(Object.entries(of).toSorted(([a], [b]) => (a < b ? -1 : 1)))

/** Facts that name people. */
const naming = ['person', 'first', 'second', 'people'] as const

/** Whom a limit is about; nobody where it is about a unit or a court. */
export const peopleIn = (of: Facts): string[] => naming.flatMap((key) => of[key] ?? []).map(String)

/** The same facts without people but for those who are told. */
export function factsWithout(of: Facts, isTold: (person: string) => boolean): Facts {
  const kept = Object.entries(of).flatMap(([key, fact]): [string, Facts[string]][] => {
    if (!naming.some((each) => each === key)) return [[key, fact]]
    if (Array.isArray(fact)) return [[key, fact.filter(isTold)]]
    return isTold(String(fact)) ? [[key, fact]] : []
  })
  return Object.fromEntries(kept)
}

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

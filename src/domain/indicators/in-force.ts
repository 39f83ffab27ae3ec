import type { CalendarDate } from '../calendar'
import { builtIn } from './built-in'
import type { IndicatorDefinition } from './definition'

interface Defines {
  readonly indicators: readonly IndicatorDefinition[]
}

/** Every version of an indicator, the first one first; the built-in definition is the first where there is one. */
export const versionsOf = ({ indicators }: Defines, id: string): IndicatorDefinition[] =>
  [...builtIn, ...indicators].filter((each) => each.id === id).toSorted((a, b) => a.version - b.version)

/** The definition of an indicator in force on a day; undefined where it was not yet, or never, defined. */
export const definitionOn = (court: Defines, id: string, date: CalendarDate): IndicatorDefinition | undefined =>
  versionsOf(court, id).findLast(({ since }) => since <= date)

/** All indicators on a day: the built-in ones in their order, then the court's own. */
export const definitionsOn = (court: Defines, date: CalendarDate): IndicatorDefinition[] =>
  [...new Set([...builtIn, ...court.indicators].map(({ id }) => id))].flatMap(
    (id) => definitionOn(court, id, date) ?? [],
  )

/** The version after the newest, to be edited: the same definition, in force from the day. */
export function nextVersion(court: Defines, id: string, since: CalendarDate): IndicatorDefinition | undefined {
  const newest = versionsOf(court, id).at(-1)
  return (
    newest && { ...newest, version: newest.version + 1, since: since > newest.since ? since : newest.since, note: '' }
  )
}

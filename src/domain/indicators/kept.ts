import type { CalendarDate } from '../calendar'
import { indicator, type IndicatorDefinition } from './definition'

const fields = indicator.keyof().options
const same = (a: IndicatorDefinition, b: IndicatorDefinition): boolean =>
  fields.every((field) => JSON.stringify(a[field]) === JSON.stringify(b[field]))

/**
 * The stored versions that a save would change or take away though reports may stand on them: those in force before
 * today. One that begins today or later may still be corrected or taken back; new ones may always be added, and the
 * order of the list says nothing.
 */
export const lostVersions = (
  stored: readonly IndicatorDefinition[],
  next: readonly IndicatorDefinition[],
  today: CalendarDate,
): IndicatorDefinition[] => stored.filter((kept) => kept.since < today && !next.some((each) => same(kept, each)))

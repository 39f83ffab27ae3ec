import type { CalendarMonth } from '../calendar'

/** A year has eleven seasons: January and February together are the first, then March to December. */
export const seasons = 11
export const seasonOf = (month: CalendarMonth): number => Math.max(0, Number(month.slice(5)) - 2)

/** How many mean months a season holds. */
export const lengthOf = (season: number): number => (season === 0 ? 2 : 1)

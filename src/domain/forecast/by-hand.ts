import { z } from 'zod'
import { calendarDate, calendarMonth, type CalendarMonth } from '../calendar'
import type { Court } from '../court'
import { id, name } from '../role'
import { forecastOverride, monthMark, type ForecastOverride, type MonthMarks } from './history'

/** Whose filings, and who said so when: `unit` is a team or a department, null for the whole court. */
const said = { unit: id.nullable().default(null), by: name.nullable().default(null), on: calendarDate }

/** A month of the past that a person marked, and why. It holds for its unit and for all that belong to it. */
export const forecastMark = z.object({
  ...said,
  month: calendarMonth,
  mark: monthMark,
  reason: forecastOverride.shape.reason,
})
export type ForecastMark = z.infer<typeof forecastMark>

/** A month to come for which a person put another count. It holds for its unit alone: a count cannot be split up. */
export const forecastOverrideRow = z.object({ ...said, ...forecastOverride.shape })
export type ForecastOverrideRow = z.infer<typeof forecastOverrideRow>

type Units = Pick<Court, 'departments' | 'teams'>

/** The unit, then what it belongs to, from near to far; null is the whole court. */
export function scopesAbove({ teams }: Units, unit: string | null): (string | null)[] {
  if (unit === null) return [null]
  const department = teams.find(({ id }) => id === unit)?.department
  return department === undefined ? [unit, null] : [unit, department, null]
}

/** The marks that hold for a unit: its own and those of what it belongs to; the nearest goes before. */
export function marksFor(court: Units & Pick<Court, 'forecastMarks'>, unit: string | null): MonthMarks {
  const marks: Record<CalendarMonth, MonthMarks[string]> = {}
  for (const scope of scopesAbove(court, unit).toReversed())
    for (const row of court.forecastMarks) if (row.unit === scope) marks[row.month] = row.mark
  return marks
}

/** The counts that a person put for this very unit. */
export const overridesFor = (
  { forecastOverrides }: Pick<Court, 'forecastOverrides'>,
  unit: string | null,
): ForecastOverride[] => forecastOverrides.filter((row) => row.unit === unit)

/** The teams of a unit: itself, those of a department, or all. */
export const teamsWithin = ({ teams }: Pick<Court, 'teams'>, unit: string | null): string[] =>
  teams.filter(({ id, department }) => unit === null || id === unit || department === unit).map(({ id }) => id)

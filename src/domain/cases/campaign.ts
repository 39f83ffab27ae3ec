import { z } from 'zod'
import { calendarDate } from '../calendar'
import type { Court } from '../court'
import { id, name } from '../role'

/** What a campaign is to reach: so many cases closed in it, or a closing rate of the year, in percent, by its end. */
export const targetKinds = ['closed', 'closing-rate'] as const

/**
 * A dated campaign (结案攻坚): both days inside. `units` are the teams and departments it concerns; none: the whole court.
 */
export const campaign = z.object({
  id,
  name,
  from: calendarDate,
  until: calendarDate,
  units: z.array(id).default([]),
  targetKind: z.enum(targetKinds).default('closed'),
  /** Cases, or percent. */
  target: z.number().positive(),
  note: z.string().trim().min(1).max(500).nullable().default(null),
})
export type Campaign = z.infer<typeof campaign>

/** The teams that a campaign concerns: those it names, and all of the departments it names. */
export function teamsOf({ units }: Pick<Campaign, 'units'>, { teams }: Pick<Court, 'teams'>): ReadonlySet<string> {
  const named = new Set(units)
  const meant =
    units.length === 0 ? teams : teams.filter(({ id, department }) => named.has(id) || named.has(department))
  return new Set(meant.map(({ id }) => id))
}

/**
 * The campaign that is under way on the date, the newest where there are several; else the newest that began before it.
 */
export function campaignBy(campaigns: readonly Campaign[], date: string): Campaign | undefined {
  const begun = campaigns.filter(({ from }) => from <= date).toSorted((a, b) => (a.from < b.from ? 1 : -1))
  return begun.find(({ until }) => until >= date) ?? begun[0]
}

import type { CalendarDate } from '../calendar'
import type { Court } from '../court'
import type { Need, NeedLine } from './sum'
import { countIn, hearingTeams, needWindow, windowsOfTeams, yearly } from './window'
import { postId, type CourtPost } from '../unit'
import { weightsOf } from './weights'

/** How the need of one post is found. */
export type NeedFor = (post: CourtPost) => Need

/**
 * Need from weights: newly filed cases of the window x work of the role / year value + fixed FTE. Posts of an
 * administrative department or of a department's own office hear no cases and need their fixed FTE alone.
 */
export function needFromWeights(court: Court, date: CalendarDate): NeedFor {
  const window = needWindow(court, date)
  const windowOf = windowsOfTeams(court, window)
  const filed = countIn(court.caseload, window, 'filed')
  const hearing = hearingTeams(court)
  const weights = weightsOf(court)
  return ({ unit, role, fixed }) => {
    const own = hearing.has(unit) ? filed.get(unit) : undefined
    const lines = court.caseTypes.flatMap(({ id }): NeedLine[] => {
      const cases = own?.get(id) ?? 0
      const weight = weights.get(id)?.[role]?.value ?? 0
      return cases * weight === 0 ? [] : [{ caseType: id, filed: cases, weight, minutes: cases * weight }]
    })
    const ownWindow = own === undefined ? window : windowOf(unit)
    const minutes = yearly(
      lines.reduce((sum, line) => sum + line.minutes, 0),
      ownWindow,
    )
    const yearMinutes = court.settings.yearMinutes[role] ?? null
    const sum = { mode: 'weights', window: ownWindow, lines, minutes, yearMinutes, fixed } as const
    const post = postId({ unit, role })
    if (lines.length > 0 && yearMinutes === null)
      return { post, unit, role, fte: null, why: { code: 'year-value-missing', facts: { role } }, sum }
    return { post, unit, role, fte: (yearMinutes === null ? 0 : minutes / yearMinutes) + fixed, why: null, sum }
  }
}

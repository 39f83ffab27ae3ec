import { addToMonth, firstDayOf, lastDayOf, monthOf, type CalendarDate, type CalendarMonth } from './calendar'
import type { Court } from './court'
import type { Role } from './role'
import { postId, type CourtPost, type PostId } from './unit'

/** One case type's part of a post's need: cases filed in the window, times minutes each. */
export interface NeedLine {
  readonly caseType: string
  readonly filed: number
  /** Minutes of the post's role over the life of one case. */
  readonly weight: number
  readonly minutes: number
}

/** Whole months whose newly filed cases count; `reported` of them stand in the court's caseload at all. */
export interface NeedWindow {
  readonly from: CalendarMonth
  readonly until: CalendarMonth
  readonly months: number
  readonly reported: number
}

/** What one post needs (所需人力), with the sum it comes from. */
export interface Need {
  readonly post: PostId
  readonly unit: string
  readonly role: Role
  /** FTE, unrounded; null where it cannot be computed. */
  readonly fte: number | null
  /** Why it cannot be computed: a code of `errors`. */
  readonly why: { readonly code: 'year-value-missing'; readonly facts: { readonly role: Role } } | null
  readonly sum: {
    readonly window: NeedWindow
    readonly lines: readonly NeedLine[]
    /** Minutes of a year: the lines' minutes, brought from the window to twelve months. */
    readonly minutes: number
    /** Year value of the role; null where the settings hold none. */
    readonly yearMinutes: number | null
    readonly fixed: number
  }
}

/** The last `filingsMonths` whole months before the date. */
export function needWindow(court: Pick<Court, 'settings' | 'caseload'>, date: CalendarDate): NeedWindow {
  const months = court.settings.filingsMonths
  const now = monthOf(date)
  const from = addToMonth(now, -months)
  const until = addToMonth(now, -1)
  const reported = new Set(court.caseload.map(({ month }) => month).filter((month) => month >= from && month <= until))
  return { from, until, months, reported: reported.size }
}

/**
 * Need of every post on the date, in the order of the court's posts: newly filed cases of the window x minutes of
 * the role / year value + fixed FTE. Posts of an administrative department or of a department's own office hear no
 * cases and need their fixed FTE alone.
 */
export function needOf(court: Court, date: CalendarDate): Need[] {
  const window = needWindow(court, date)
  const filed = filedIn(court, window)
  const administrative = new Set(court.departments.filter(({ kind }) => kind === 'administrative').map(({ id }) => id))
  const hearing = new Set(court.teams.filter(({ department }) => !administrative.has(department)).map(({ id }) => id))
  return court.posts.map((post) =>
    needOfPost(court, post, window, hearing.has(post.unit) ? filed.get(post.unit) : undefined),
  )
}

/** Cases filed in the window, by team and case type. */
function filedIn(court: Court, window: NeedWindow): Map<string, Map<string, number>> {
  const filed = new Map<string, Map<string, number>>()
  for (const row of court.caseload) {
    if (row.month < window.from || row.month > window.until) continue
    const ofTeam = filed.get(row.team) ?? new Map<string, number>()
    filed.set(row.team, ofTeam.set(row.caseType, (ofTeam.get(row.caseType) ?? 0) + row.filed))
  }
  return filed
}

function needOfPost(
  court: Court,
  { unit, role, fixed }: CourtPost,
  window: NeedWindow,
  filed: ReadonlyMap<string, number> = new Map(),
): Need {
  const lines = court.caseTypes.flatMap(({ id, weights }): NeedLine[] => {
    const cases = filed.get(id) ?? 0
    const weight = weights[role] ?? 0
    return cases * weight === 0 ? [] : [{ caseType: id, filed: cases, weight, minutes: cases * weight }]
  })
  const minutes = (lines.reduce((sum, line) => sum + line.minutes, 0) * 12) / window.months
  const yearMinutes = court.settings.yearMinutes[role] ?? null
  const sum = { window, lines, minutes, yearMinutes, fixed }
  const post = postId({ unit, role })
  if (lines.length > 0 && yearMinutes === null)
    return { post, unit, role, fte: null, why: { code: 'year-value-missing', facts: { role } }, sum }
  return { post, unit, role, fte: (yearMinutes === null ? 0 : minutes / yearMinutes) + fixed, why: null, sum }
}

/** First and last day of a window. */
export const daysOf = ({
  from,
  until,
}: Pick<NeedWindow, 'from' | 'until'>): { from: CalendarDate; until: CalendarDate } => ({
  from: firstDayOf(from),
  until: lastDayOf(until),
})
